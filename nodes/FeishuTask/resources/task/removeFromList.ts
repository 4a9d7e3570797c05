import type { JsonObject } from '../../../../feishu/json';
import { defineOperation } from '../../../shared/operation/operation';
import { WRITE_TASKS } from '../../common/endpoints';
import { TASK_CALLS, TASK, taskItem } from '../../common/output';
import { task, tasklist } from './placed';

export const removeFromList = defineOperation({
	value: 'removeFromList',
	name: 'Remove From List',
	action: 'Remove a task from a task list',
	description: 'Take a task out of a task list; the task stays',
	endpoint: 'POST /open-apis/task/v2/tasks/:task_guid/remove_tasklist',
	alsoCalls: [...TASK_CALLS],
	scopes: WRITE_TASKS,
	identity: 'either',
	fields: [task, tasklist],
	output: TASK,
	async run({ read, ...asking }) {
		const path = { task_guid: read(task) };
		const request = { path, body: { tasklist_guid: read(tasklist) }, idempotent: true };
		const { task: after } = await asking.feishu.call<{ task: JsonObject }>(this.endpoint, request);
		return await taskItem(asking, after);
	},
});
