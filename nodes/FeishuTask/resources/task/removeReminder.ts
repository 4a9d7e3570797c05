import { defineOperation } from '../../../shared/operation/operation';
import { GET_TASK } from '../../common/endpoints';
import { TASK_CALLS, taskItem } from '../../common/output';
import { REMOVE, shared, task, withoutReminder } from './reminding';

export const removeReminder = defineOperation({
	...shared,
	value: 'removeReminder',
	name: 'Remove Reminder',
	action: 'Remove the reminder of a task',
	description: 'Remind of a task no more',
	endpoint: GET_TASK,
	alsoCalls: [REMOVE, ...TASK_CALLS],
	fields: [task],
	async run({ read, ...asking }) {
		return await taskItem(asking, await withoutReminder(asking.feishu, read(task)));
	},
});
