import { isObject, type JsonObject } from '../../../../feishu/json';
import type { FeishuClient } from '../../../shared/client/client';
import { defineOperation } from '../../../shared/operation/operation';
import { GET_TASK } from '../../common/endpoints';
import { TASK_CALLS, taskItem } from '../../common/output';
import { isWrongValue } from '../../common/refusals';
import { set, shared, task } from './completion';

/** The task as it is, where it was completed before: nothing is to be done then. */
async function ifDone(feishu: FeishuClient, task_guid: string): Promise<JsonObject | undefined> {
	const { task: found } = await feishu.call<{ task?: JsonObject }>(GET_TASK, { path: { task_guid } });
	return isObject(found) && Number(found.completed_at ?? 0) > 0 ? found : undefined;
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/task-v2/task/overview on `completed_at` */
export const complete = defineOperation({
	...shared,
	alsoCalls: [GET_TASK, ...TASK_CALLS],
	value: 'complete',
	name: 'Complete',
	action: 'Complete a task',
	description: 'Complete a task as a whole; one that is completed stays as it is',
	async run({ read, ...asking }) {
		const guid = read(task);
		const { feishu } = asking;
		const after = await set(feishu, guid, String(Date.now())).catch(async (error: unknown) => {
			// What is completed is refused to be completed again, as one of the wrong values.
			const done = isWrongValue(error) ? await ifDone(feishu, guid) : undefined;
			return done ?? Promise.reject(error as Error);
		});
		return await taskItem(asking, after);
	},
});
