import type { IDataObject } from 'n8n-workflow';

import { text } from '../../../../feishu/json';
import type { Job } from '../../../../feishu/api/poll';

/** What the platform says of an import or an export. */
export interface JobResult extends IDataObject {
	job_status?: number;
	job_error_msg?: string;
}

/** Done, and two words for being under way; anything else is a failure. */
const [DONE, BEGUN, RUNNING] = [0, 1, 2];

/** Milliseconds. The platform's own tool asks every two seconds. */
const EVERY = 2_000;

/**
 * Until an import or export is done. A job that says so and names no result yet is still under way.
 * @param key of the token in its result
 * @param words why it may have failed, by status
 * @param longestMs milliseconds
 */
export function jobUntil(
	what: 'import' | 'export',
	key: string,
	words: Readonly<Record<number, string>>,
	longestMs: number,
): Job<{ result?: JobResult }> {
	return {
		until: ({ result = {} }) => result.job_status === DONE && text(result[key]) !== '',
		failed: ({ result = {} }) => {
			const { job_status: status = RUNNING, job_error_msg: said = '' } = result;
			if ([DONE, BEGUN, RUNNING].includes(status)) return undefined;
			const why = words[status] ?? (said || 'Feishu does not say why');
			return `The ${what} failed: ${why} (status ${status})`;
		},
		everyMs: EVERY,
		longestMs,
	};
}
