import type { JsonObject } from '../../../../feishu/json';
import { defineOperation } from '../../../shared/operation/operation';
import { READ_LISTS } from '../../common/endpoints';
import { TASKLIST, tasklistItem } from '../../common/output';
import { tasklist } from './chosen';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a task list',
	description: 'Get a task list with its owner and members',
	endpoint: 'GET /open-apis/task/v2/tasklists/:tasklist_guid',
	scopes: READ_LISTS,
	identity: 'either',
	fields: [tasklist],
	output: TASKLIST,
	async run({ read, feishu }) {
		const path = { tasklist_guid: read(tasklist) };
		return tasklistItem((await feishu.call<{ tasklist: JsonObject }>(this.endpoint, { path })).tasklist);
	},
});
