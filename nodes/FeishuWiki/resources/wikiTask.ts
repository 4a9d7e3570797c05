import type { IDataObject } from 'n8n-workflow';

import { text } from '../../../feishu/json';
import type { FeishuClient } from '../../shared/client/client';

export const GET_TASK = 'GET /open-apis/wiki/v2/tasks/:task_id';

/** Of each result: done, and failed; anything else is under way. Source: …/wiki-v2/task/get */
const [DONE, FAILED] = [0, -1];

/** Milliseconds. A subtree of 2,000 pages takes a while. */
const [EVERY, LONGEST] = [1_000, 300_000];

/** Where each kind of work has its result: a list of results, or one. */
const RESULTS = {
	move: 'move_result',
	delete_node: 'delete_node_result',
	delete_space: 'delete_space_result',
	move_wiki_to_docs: 'move_wiki_to_docs_result',
} as const;

/** What a wiki goes on with by itself. */
export type WikiTask = keyof typeof RESULTS;

/**
 * Waits for work of a wiki; only who began it may ask.
 * @returns what the platform says of it in the end, the first result of several
 * @throws JobError when it failed or took longer than five minutes; CallError
 */
export async function wikiTask(feishu: FeishuClient, task_id: string, task_type: WikiTask): Promise<IDataObject> {
	const request = { path: { task_id }, query: { task_type }, idempotent: true };
	const { task } = await feishu.poll<{ task: IDataObject }>(GET_TASK, request, {
		until: ({ task: data }) => results(data, task_type).every(({ status }) => isDone(status)),
		failed: ({ task: data }) => {
			const failed = results(data, task_type).find(({ status }) => hasFailed(status));
			return failed && `Feishu could not finish it: ${text(failed.status_msg) || text(failed.status)}`;
		},
		everyMs: EVERY,
		longestMs: LONGEST,
	});
	return results(task, task_type)[0] ?? {};
}

/** A result without any is under way. */
function results(task: IDataObject, task_type: WikiTask): IDataObject[] {
	const found = task[RESULTS[task_type]];
	const list = Array.isArray(found) ? found : [found ?? task.simple_task_result];
	return (list.length > 0 ? list : [undefined]).map((one) => (one ?? { status: 'running' }) as IDataObject);
}

const isDone = (status: unknown) => status === DONE || status === String(DONE) || status === 'success';
const hasFailed = (status: unknown) => status === FAILED || status === String(FAILED) || status === 'failed';
