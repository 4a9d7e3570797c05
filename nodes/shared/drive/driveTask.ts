import type { FeishuClient } from '../client/client';

export const TASK_CHECK = 'GET /open-apis/drive/v1/files/task_check';

/** Milliseconds. A folder with thousands of files takes a while. */
const [EVERY, LONGEST] = [1_000, 300_000];

/**
 * Waits for what Drive goes on with by itself: a folder that is moved or deleted. Only who began it may ask.
 * @param task_id undefined where all is done already
 * @throws JobError when it failed or took longer than five minutes; CallError
 * @see https://open.feishu.cn/document/server-docs/docs/drive-v1/file/async-task/task_check
 */
export async function driveTask(feishu: FeishuClient, task_id: string | undefined): Promise<void> {
	if (!task_id) return;
	await feishu.poll<{ status?: string }>(
		TASK_CHECK,
		{ query: { task_id } },
		{
			until: ({ status }) => status === 'success',
			failed: ({ status = '' }) =>
				status.startsWith('fail') ? 'Feishu could not finish it, and may have done a part of it' : undefined,
			everyMs: EVERY,
			longestMs: LONGEST,
		},
	);
}
