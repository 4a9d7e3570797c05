import type { IExecuteFunctions } from 'n8n-workflow';

import { InputError } from '../../../feishu/input';
import { isPublicAddress } from '../../../feishu/webAddress';
import { type BinaryAnswer, fileNameOf, type InputFile, storeAnswer, storedFile } from './binary';
import type { ClientContext } from './context';

/** Milliseconds that an answer may take to begin. */
const TIMEOUT_MS = 30_000;

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
): Promise<BinaryAnswer | undefined> {
	let url = address;
	for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
		if (!isAllowed(url)) return undefined;
		let answer: BinaryAnswer;
		try {
			answer = (await context.helpers.httpRequest({
				method: 'GET',
				url,
				encoding: 'stream',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				timeout: timeoutMs,
			})) as BinaryAnswer;
		} catch {
			return undefined;
		}
		const next = answer.statusCode >= 300 && answer.statusCode < 400 ? answer.headers.location : undefined;
		if (typeof next !== 'string') return answer;
		url = URL.parse(next, url)?.href ?? '';
	}
	return undefined;
}

/**
 * A file of the web, of any size, which n8n keeps while the workflow runs.
 * @param label what complaints call the field with the address
 * @param privateToo whether addresses of private networks may be asked, at first or after a redirect
 * @throws InputError when there is none
 */
export async function fileFromWeb(
	context: IExecuteFunctions,
	label: string,
	{ url, privateToo }: { url: string; privateToo: boolean },
): Promise<InputFile> {
	const isAllowed = (address: string) => privateToo || isPublicAddress(address);
	const answer = await openWebFile(context, url, { isAllowed, timeoutMs: TIMEOUT_MS });
	if (!answer)
		throw new InputError(
			label,
			`No file came from the address of '${label}'`,
			isAllowed(url)
				? 'Check the address, and whether it opens without signing in'
				: 'It leads into a private network. Allow it under Request Options → Fetch From Private Networks',
		);
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
