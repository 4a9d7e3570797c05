import { isObject, type JsonObject } from '../../../../feishu/json';
import { plainTime } from '../../../../feishu/task/taskTime';
import { defineOperation } from '../../../shared/operation/operation';
import { GET_TASK } from '../../common/endpoints';
import { TASK_CALLS, taskItem } from '../../common/output';
import { ofWrongValue } from '../../common/refusals';
import { minutesField } from '../../common/times';
import { REMOVE, shared, task, withoutReminder } from './reminding';

const ADD = 'POST /open-apis/task/v2/tasks/:task_guid/add_reminders';

const minutes = minutesField({
	displayName: 'Minutes Before Due',
	name: 'reminderMinutes',
	default: 30,
	description: 'When Feishu reminds of it; 0 for the due time itself. The task needs a due time.',
});

const NO_DUE = {
	message: 'The task has no due time, before which a reminder would come',
	hint: 'Give the task a due time first (Task → Update)',
};

/** A second one is refused (1470613), so the one that is there goes first. */
export const setReminder = defineOperation({
	...shared,
	value: 'setReminder',
	name: 'Set Reminder',
	action: 'Set the reminder of a task',
	description: 'Remind of a task before it is due, in place of the reminder that it has',
	endpoint: ADD,
	alsoCalls: [GET_TASK, REMOVE, ...TASK_CALLS],
	fields: [task, minutes],
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const guid = read(task);
		const reminders = [{ relative_fire_minute: read(minutes) }];
		const { due } = await withoutReminder(feishu, guid);
		if (plainTime(isObject(due) ? due : undefined) === '') asking.errorContext.adviceOf = ofWrongValue(NO_DUE);
		const request = { path: { task_guid: guid }, body: { reminders } };
		const { task: after } = await feishu.call<{ task: JsonObject }>(this.endpoint, request);
		return await taskItem(asking, after);
	},
});
