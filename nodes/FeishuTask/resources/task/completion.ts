import type { JsonObject } from '../../../../feishu/json';
import type { FeishuClient } from '../../../shared/client/client';
import { UPDATE_TASK, WRITE_TASKS } from '../../common/endpoints';
import { TASK } from '../../common/output';
import { taskField } from '../../common/task';

export const task = taskField();

export async function set(feishu: FeishuClient, task_guid: string, completed_at: string): Promise<JsonObject> {
	const { task: after } = await feishu.call<{ task: JsonObject }>(UPDATE_TASK, {
		path: { task_guid },
		body: { task: { completed_at }, update_fields: ['completed_at'] },
		idempotent: true,
	});
	return after;
}

export const shared = {
	endpoint: UPDATE_TASK,
	scopes: WRITE_TASKS,
	identity: 'either',
	fields: [task],
	output: TASK,
} as const;
