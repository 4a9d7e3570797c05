import { isObject, type JsonObject, text } from '../../../../feishu/json';
import type { FeishuClient } from '../../../shared/client/client';
import { GET_TASK, WRITE_TASKS } from '../../common/endpoints';
import { TASK } from '../../common/output';
import { taskField } from '../../common/task';

export const REMOVE = 'POST /open-apis/task/v2/tasks/:task_guid/remove_reminders';

export const task = taskField();

/** Takes the reminder away, of which there is one at most. @returns the task as it is then */
export async function withoutReminder(feishu: FeishuClient, task_guid: string): Promise<JsonObject> {
	const path = { task_guid };
	const { task: found } = await feishu.call<{ task: JsonObject }>(GET_TASK, { path });
	const reminders = Array.isArray(found.reminders) ? found.reminders.filter(isObject) : [];
	if (reminders.length === 0) return found;
	const body = { reminder_ids: reminders.map(({ id }) => text(id)) };
	return (await feishu.call<{ task: JsonObject }>(REMOVE, { path, body, idempotent: true })).task;
}

export const shared = {
	scopes: WRITE_TASKS,
	identity: 'either',
	output: TASK,
	orderBy: ({ read }: { read(field: typeof task): string }) => read(task),
} as const;
