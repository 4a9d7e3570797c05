import { isObject, text, type JsonObject } from '../../../../feishu/json';
import type { FeishuClient } from '../../../shared/client/client';
import { numberField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { GET_TASK, WRITE_TASKS } from '../../common/endpoints';
import { NAMES_OF_OPTIONS, TASK, taskItem } from '../../common/output';
import { taskField } from '../../common/task';

const ADD = 'POST /open-apis/task/v2/tasks/:task_guid/add_reminders';
const REMOVE = 'POST /open-apis/task/v2/tasks/:task_guid/remove_reminders';

const task = taskField();

const minutes = numberField({
	displayName: 'Minutes Before Due',
	name: 'reminderMinutes',
	typeOptions: { minValue: 0 },
	default: 30,
	description: 'When Feishu reminds of it; 0 for the due time itself. The task needs a due time.',
});

/** Takes the reminder away, of which there is one at most. @returns the task as it is then */
async function withoutReminder(feishu: FeishuClient, task_guid: string): Promise<JsonObject> {
	const path = { task_guid };
	const { task: found } = await feishu.call<{ task: JsonObject }>(GET_TASK, { path });
	const reminders = Array.isArray(found.reminders) ? found.reminders.filter(isObject) : [];
	if (reminders.length === 0) return found;
	const body = { reminder_ids: reminders.map(({ id }) => text(id)) };
	return (await feishu.call<{ task: JsonObject }>(REMOVE, { path, body, idempotent: true })).task;
}

const shared = {
	scopes: WRITE_TASKS,
	identity: 'either',
	output: TASK,
	orderBy: ({ read }: { read(field: typeof task): string }) => read(task),
} as const;

/** A second one is refused (1470613), so the one that is there goes first. */
export const setReminder = defineOperation({
	...shared,
	value: 'setReminder',
	name: 'Set Reminder',
	action: 'Set the reminder of a task',
	description: 'Remind of a task before it is due, in place of the reminder that it has',
	endpoint: ADD,
	alsoCalls: [GET_TASK, REMOVE, NAMES_OF_OPTIONS],
	fields: [task, minutes],
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const guid = read(task);
		const reminders = [{ relative_fire_minute: Math.floor(read(minutes)) }];
		await withoutReminder(feishu, guid);
		const request = { path: { task_guid: guid }, body: { reminders } };
		const { task: after } = await feishu.call<{ task: JsonObject }>(this.endpoint, request);
		return await taskItem(asking, after);
	},
});

export const removeReminder = defineOperation({
	...shared,
	value: 'removeReminder',
	name: 'Remove Reminder',
	action: 'Remove the reminder of a task',
	description: 'Remind of a task no more',
	endpoint: GET_TASK,
	alsoCalls: [REMOVE, NAMES_OF_OPTIONS],
	fields: [task],
	async run({ read, ...asking }) {
		return await taskItem(asking, await withoutReminder(asking.feishu, read(task)));
	},
});
