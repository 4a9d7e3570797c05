import { defineOperation } from '../../../shared/operation/operation';
import { READ_LISTS } from '../../common/endpoints';
import { type Answer, ONE, subscription, SUBSCRIPTION, subscriptionItem, tasklist } from './chosen';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a subscription to a task list',
	description: 'Get who is told what of a task list',
	endpoint: `GET ${ONE}`,
	scopes: READ_LISTS,
	identity: 'either',
	fields: [tasklist, subscription],
	output: SUBSCRIPTION,
	async run({ read, feishu }) {
		const path = { tasklist_guid: read(tasklist), activity_subscription_guid: read(subscription) };
		return subscriptionItem((await feishu.call<Answer>(this.endpoint, { path })).activity_subscription);
	},
});
