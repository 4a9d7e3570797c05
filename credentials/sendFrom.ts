import type { IHttpRequestHelper, IN8nHttpFullResponse } from 'n8n-workflow';

import type { Answer } from '../feishu/api/envelope';
import type { RegionChoice } from '../feishu/api/regions';
import { unreachable, type Send } from '../feishu/api/tokens';

/** Milliseconds until the platform must have answered. */
const TIMEOUT_MS = 30_000;

/** Sends to the platform with what n8n gives a credential; no redirect is followed, because the secret would go along. */
export function sendFrom({ helpers }: IHttpRequestHelper, choice: Pick<RegionChoice, 'region'>): Send {
	return async (request) => {
		let answer: IN8nHttpFullResponse;
		try {
			answer = (await helpers.httpRequest({
				...request,
				encoding: 'text',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				timeout: TIMEOUT_MS,
			})) as IN8nHttpFullResponse;
		} catch (error) {
			throw unreachable(error, choice);
		}
		return { status: answer.statusCode, headers: answer.headers as Answer['headers'], body: String(answer.body) };
	};
}
