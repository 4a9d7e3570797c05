import type { IDataObject } from 'n8n-workflow';

import { simplifyField } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { GET_TASK, READ_TASKS } from '../../common/endpoints';
import { TASK_CALLS, TASK, taskItem } from '../../common/output';
import { taskField } from '../../common/task';

const task = taskField();

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a task',
	description: 'Get a task with its people, times, custom fields and attachments',
	endpoint: GET_TASK,
	alsoCalls: [...TASK_CALLS],
	scopes: READ_TASKS,
	identity: 'either',
	fields: [task, simplifyField],
	output: TASK,
	async run({ read, ...asking }) {
		const path = { task_guid: read(task) };
		const isSimple = read(simplifyField);
		const { task: found } = await asking.feishu.call<{ task: IDataObject }>(this.endpoint, { path });
		return isSimple ? await taskItem(asking, found) : found;
	},
});
