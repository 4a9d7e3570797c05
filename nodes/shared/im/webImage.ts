import type { IN8nHttpFullResponse } from 'n8n-workflow';

import { IMAGE_LIMIT_BYTES, isImage } from '../../../feishu/im/files';
import { isPublicAddress } from '../../../feishu/webAddress';
import { bytesUpTo, type InputFile } from '../client/binary';
import type { ClientContext } from '../client/context';

/** Milliseconds that a picture may take. */
const TIMEOUT_MS = 30_000;

/** Redirects that are followed, each to a public address again. */
const MOST_REDIRECTS = 5;

/**
 * A picture from the web, for a message that shows it by its address: the platform takes uploads only.
 * It is fetched by n8n, without credentials. Which number a name leads to is n8n's own matter: its protection against
 * requests to private networks (`N8N_SSRF_PROTECTION_ENABLED`) holds here, too.
 * @param privateToo whether addresses of private networks may be asked, at first or after a redirect
 * @returns undefined when there is none: unreachable, refused, no image of a kind that messages show, or over 10 MB
 */
export async function fetchImage(
	context: ClientContext,
	url: string,
	privateToo: boolean,
): Promise<InputFile | undefined> {
	const answer = await follow(context, url, privateToo);
	if (!answer) return undefined;
	const type = String(answer.headers['content-type'] ?? '').split(';')[0] ?? '';
	if (answer.statusCode >= 300 || !isImage({ fileName: '', mimeType: type })) return undefined;
	const bytes = await bytesUpTo(answer.body, IMAGE_LIMIT_BYTES);
	if (!bytes) return undefined;
	const fileName = `image.${type.slice('image/'.length).replace(/\W.*$/, '')}`;
	return {
		fileName,
		mimeType: type,
		size: bytes.length,
		part: async () => new File([bytes], fileName, { type }),
	};
}

async function follow(
	context: ClientContext,
	first: string,
	privateToo: boolean,
): Promise<IN8nHttpFullResponse | undefined> {
	let url = first;
	for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
		if (!privateToo && !isPublicAddress(url)) return undefined;
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
			return undefined;
		}
		const next = answer.statusCode >= 300 && answer.statusCode < 400 ? answer.headers.location : undefined;
		if (typeof next !== 'string') return answer;
		url = URL.parse(next, url)?.href ?? '';
	}
	return undefined;
}
