import { defineOperation } from '../../../shared/operation/operation';
import { TASK_CALLS, taskItem } from '../../common/output';
import { completedTaskField } from '../../common/task';
import { set, shared } from './completion';

export const reopen = defineOperation({
	...shared,
	alsoCalls: [...TASK_CALLS],
	value: 'reopen',
	name: 'Reopen',
	action: 'Reopen a task',
	description: 'Open a completed task again',
	fields: [completedTaskField],
	async run({ read, ...asking }) {
		return await taskItem(asking, await set(asking.feishu, read(completedTaskField), '0'));
	},
});
