import type { IN8nHttpFullResponse } from 'n8n-workflow';

import type { Answer, Outcome } from '../../../feishu/api/envelope';
import { isCancelled, networkCode, networkFailure } from '../../../feishu/api/network';
import { CancelledError } from '../../../feishu/api/wait';
import { bodyText } from './binary';

/** What n8n's HTTP helper gave, with its body as text. */
export async function asText(answer: IN8nHttpFullResponse): Promise<Answer> {
	return { status: answer.statusCode, headers: answer.headers as Answer['headers'], body: await bodyText(answer.body) };
}

/** @throws CancelledError when that is why there was no answer */
export function throwIfCancelled(error: unknown, cancel: AbortSignal | undefined): void {
	if (cancel?.aborted || isCancelled(error)) throw new CancelledError();
}

/** The failure of the network that a request without an answer met; undefined when it met none. */
export function networkOutcome(error: unknown): Outcome<never> | undefined {
	const code = networkCode(error);
	return code === undefined ? undefined : { ok: false, failure: networkFailure(code) };
}

/** The same where the network must be why there is no answer. @throws the error when it is not */
export function withoutAnswer(error: unknown): Outcome<never> {
	const outcome = networkOutcome(error);
	if (!outcome) throw error;
	return outcome;
}
