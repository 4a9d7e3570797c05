import type { JsonObject } from '../../../../feishu/json';
import { PEOPLE_NAMES, TASKLIST, tasklistItem } from '../../common/output';
import { withNames } from '../../common/names';
import { defineOperation } from '../../../shared/operation/operation';
import { READ_LISTS } from '../../common/endpoints';
import { tasklist } from './chosen';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a task list',
	description: 'Get a task list with its owner and members',
	endpoint: 'GET /open-apis/task/v2/tasklists/:tasklist_guid',
	alsoCalls: [PEOPLE_NAMES],
	scopes: READ_LISTS,
	identity: 'either',
	fields: [tasklist],
	output: TASKLIST,
	async run({ read, feishu, context }) {
		const path = { tasklist_guid: read(tasklist) };
		const { tasklist: found } = await feishu.call<{ tasklist: JsonObject }>(this.endpoint, { path });
		return await withNames({ feishu, context }, tasklistItem(found));
	},
});
