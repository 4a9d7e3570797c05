import type { IN8nHttpFullResponse } from 'n8n-workflow';

import type { ClientContext } from './context';

/** Redirects that are followed, each to an allowed address again. */
const MOST_REDIRECTS = 5;

/**
 * What stands at an address of the web, as a stream, without any token. Which number a name leads to is n8n's own matter:
 * its protection against requests to private networks (`N8N_SSRF_PROTECTION_ENABLED`) holds here, too.
 * @param isAllowed asked for the address, and for each that it leads to
 * @returns the answer, whatever its status; undefined where an address is not allowed or gives none
 */
export async function openWebFile(
	context: ClientContext,
	address: string,
	{ isAllowed, timeoutMs }: { isAllowed(url: string): boolean; timeoutMs: number },
): Promise<IN8nHttpFullResponse | undefined> {
	let url = address;
	for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
		if (!isAllowed(url)) return undefined;
		let answer: IN8nHttpFullResponse;
		try {
			answer = (await context.helpers.httpRequest({
				method: 'GET',
				url,
				encoding: 'stream',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				timeout: timeoutMs,
			})) as IN8nHttpFullResponse;
		} catch {
			return undefined;
		}
		const next = answer.statusCode >= 300 && answer.statusCode < 400 ? answer.headers.location : undefined;
		if (typeof next !== 'string') return answer;
		url = URL.parse(next, url)?.href ?? '';
	}
	return undefined;
}
