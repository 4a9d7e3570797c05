import type { IExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';

import { InputError } from '../../../feishu/input';
import { isPublicAddress } from '../../../feishu/webAddress';
import { type BinaryAnswer, fileNameOf, type InputFile, storeAnswer, storedFile } from './binary';
import type { ClientContext } from './context';

/** Milliseconds that an answer may take to come. */
const TIMEOUT_MS = 30_000;

/** Redirects that are followed, each to a public address again. */
const MOST_REDIRECTS = 5;

/** An answer, or why there is none. */
type Fetched = BinaryAnswer | 'private' | 'unreachable';

/**
 * What an address of the web answers, as a stream. It is fetched by n8n, without credentials. Which number a name leads
 * to is n8n's own matter: its protection against requests to private networks (`N8N_SSRF_PROTECTION_ENABLED`) holds
 * here, too.
 * @param privateToo whether addresses of private networks may be asked, at first or after a redirect
 */
export async function fetchFromWeb(context: ClientContext, first: string, privateToo: boolean): Promise<Fetched> {
	let url = first;
	for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
		if (!privateToo && !isPublicAddress(url)) return 'private';
		let answer: IN8nHttpFullResponse;
		try {
			answer = (await context.helpers.httpRequest({
				method: 'GET',
				url,
				encoding: 'stream',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				timeout: TIMEOUT_MS,
			})) as IN8nHttpFullResponse;
		} catch {
			return 'unreachable';
		}
		const next = answer.statusCode >= 300 && answer.statusCode < 400 ? answer.headers.location : undefined;
		if (typeof next !== 'string') return answer as BinaryAnswer;
		url = URL.parse(next, url)?.href ?? '';
	}
	return 'unreachable';
}

const MENDING = {
	private: 'It leads into a private network. Allow it under Request Options → Fetch From Private Networks',
	unreachable: 'Nothing answers there. Check the address, and whether it opens without signing in',
} as const;

/**
 * A file of the web, of any size, which n8n keeps while the workflow runs.
 * @param label what complaints call the field with the address
 * @throws InputError when there is none
 */
export async function fileFromWeb(
	context: IExecuteFunctions,
	label: string,
	{ url, privateToo }: { url: string; privateToo: boolean },
): Promise<InputFile> {
	const answer = await fetchFromWeb(context, url, privateToo);
	if (typeof answer === 'string')
		throw new InputError(label, `No file came from the address of '${label}'`, MENDING[answer]);
	if (answer.statusCode >= 300)
		throw new InputError(
			label,
			`The address of '${label}' answers with HTTP ${answer.statusCode}`,
			'Check it, and whether it opens without signing in; else get the file by an HTTP Request node before this one',
		);
	const named = fileNameOf(answer) || (URL.parse(url)?.pathname.split('/').at(-1) ?? '');
	return await storedFile(context, await storeAnswer(context, answer, decoded(named)));
}

function decoded(name: string): string | undefined {
	try {
		return decodeURIComponent(name) || undefined;
	} catch {
		return name;
	}
}
