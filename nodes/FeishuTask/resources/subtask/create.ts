import type { JsonObject } from '../../../../feishu/json';
import { defineOperation } from '../../../shared/operation/operation';
import { WRITE_TASKS } from '../../common/endpoints';
import { newMembers } from '../../common/newMembers';
import { newTask, newTaskBody, taskOptions } from '../../common/newTask';
import { TASK_CALLS, TASK, taskItem } from '../../common/output';
import { taskField } from '../../common/task';

const parent = taskField({ displayName: 'Parent Task', name: 'parentTask' });

/** Source: …/task-v2/task-subtask/create */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a subtask',
	description: 'Create a task below another one; who sees that one sees it',
	endpoint: 'POST /open-apis/task/v2/tasks/:task_guid/subtasks',
	alsoCalls: [...TASK_CALLS],
	scopes: WRITE_TASKS,
	identity: 'either',
	fields: [parent, newTask, taskOptions],
	output: TASK,
	async run({ read, panel, uuid, ...asking }) {
		const { feishu } = asking;
		const path = { task_guid: read(parent) };
		const wanted = newTaskBody(read(newTask), read(taskOptions), panel.timeZone);
		const { members, type } = await newMembers(feishu, wanted);
		const { subtask } = await feishu.call<{ subtask: JsonObject }>(this.endpoint, {
			path,
			query: { user_id_type: type },
			body: { ...wanted.body, client_token: uuid, ...(members.length > 0 && { members }) },
			idempotent: true,
		});
		return await taskItem(asking, subtask);
	},
});
