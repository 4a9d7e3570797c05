import { IMAGE_LIMIT_BYTES, isImage } from '../../../feishu/im/files';
import { isPublicAddress } from '../../../feishu/webAddress';
import { bytesUpTo, type InputFile } from '../client/binary';
import type { ClientContext } from '../client/context';
import { openWebFile } from '../client/webFile';

/** Milliseconds that a picture may take. */
const TIMEOUT_MS = 30_000;

/**
 * A picture from the web, for a message that shows it by its address: the platform takes uploads only.
 * It is fetched by n8n, without credentials.
 * @param privateToo whether addresses of private networks may be asked, at first or after a redirect
 * @returns undefined when there is none: unreachable, refused, no image of a kind that messages show, or over 10 MB
 */
export async function fetchImage(
	context: ClientContext,
	url: string,
	privateToo: boolean,
): Promise<InputFile | undefined> {
	const isAllowed = (address: string) => privateToo || isPublicAddress(address);
	const answer = await openWebFile(context, url, { isAllowed, timeoutMs: TIMEOUT_MS });
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
