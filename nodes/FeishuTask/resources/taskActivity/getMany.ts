import type { IDataObject } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/operation';
import { READ_LISTS } from '../../common/endpoints';
import { ALL, EACH, SUBSCRIPTION, subscriptionItem, tasklist } from './chosen';

/** There are 50 at most, and no pages. */
export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many subscriptions to a task list',
	description: 'List many subscriptions to a task list, 50 at most',
	endpoint: `GET ${ALL}`,
	scopes: READ_LISTS,
	identity: 'either',
	fields: [tasklist],
	output: SUBSCRIPTION,
	async run({ read, feishu }) {
		const path = { tasklist_guid: read(tasklist) };
		const { items = [] } = await feishu.call<{ items?: IDataObject[] }>(this.endpoint, { path, query: EACH });
		return items.map(subscriptionItem);
	},
});
