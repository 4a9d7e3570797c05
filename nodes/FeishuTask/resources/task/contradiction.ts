import { isObject, text, type JsonObject } from '../../../../feishu/json';
import { plainTime } from '../../../../feishu/task/taskTime';
import type { FeishuClient } from '../../../shared/client/client';
import { GET_TASK } from '../../common/endpoints';

interface Words {
	message: string;
	hint: string;
}

const timeOf = (task: JsonObject, key: string) => (isObject(task[key]) ? task[key] : undefined);
const say = (message: string, hint: string): Words => ({ message, hint });

const TOGETHER = 'Change both together, or clear the other one';

/** What of a task does not fit together. Source: …/task-v2/task/overview */
function contradiction(task: JsonObject, repeats: boolean): Words | undefined {
	const [start, due] = [timeOf(task, 'start'), timeOf(task, 'due')];
	const [from, until] = [plainTime(start), plainTime(due)];
	if (from !== '' && until !== '' && (start?.is_all_day === true) !== (due?.is_all_day === true))
		return say(
			`One of 'Start' and 'Due' would have a time and the other one none: ${from} and ${until}`,
			`${TOGETHER}: both are dates, or both have a time`,
		);
	if (from !== '' && until !== '' && Number(start?.timestamp) > Number(due?.timestamp))
		return say(`'Start' would be after 'Due': ${from} and ${until}`, TOGETHER);
	if (until === '' && repeats) return say("'Repeat' needs a due time, and the task has none", "Set 'Due' as well");
	if (until === '' && text(task.repeat_rule) !== '')
		return say('The task repeats, and would have no due time', "Set 'Due', or clear 'Repeat' as well");
	if (until === '' && Array.isArray(task.reminders) && task.reminders.length > 0)
		return say(
			'The task has a reminder, and would have no due time',
			'Take Task → Remove Reminder first, or keep the due time',
		);
	return undefined;
}

/**
 * Why a change is refused that fits together in itself: by what the task has already. Nothing where that is not the reason,
 * or the task may not be read.
 * @param changed in the words of the endpoint
 * @param gone names of what is cleared
 */
export async function contradictionIn(
	feishu: FeishuClient,
	task_guid: string,
	changed: JsonObject,
	gone: readonly string[],
): Promise<Words | undefined> {
	try {
		const { task = {} } = await feishu.call<{ task?: JsonObject }>(GET_TASK, { path: { task_guid } });
		const cleared = Object.fromEntries(gone.map((name) => [name, undefined]));
		return contradiction({ ...task, ...changed, ...cleared }, 'repeat_rule' in changed);
	} catch {
		return undefined;
	}
}
