import type { UploadedPart } from './route';
import { PlatformError } from '../platform/envelope';

export interface Upload {
	fields: Record<string, string>;
	file?: { name: string; bytes: Buffer };
}

const tooLargeToSend = () => new PlatformError(234006, 'The file size exceed the max value.');

/**
 * Reads a multipart body once, in any order of its parts. Above `maxBytes` the rest of the file is read off and
 * dropped, and the answer is 234006, or what the product says in its place.
 */
export async function readUpload(
	parts: AsyncIterable<UploadedPart>,
	fileField: string,
	maxBytes: number,
	refusal: () => PlatformError = tooLargeToSend,
): Promise<Upload> {
	const fields: Record<string, string> = {};
	let file: Upload['file'];
	let tooLarge = false;
	for await (const part of parts) {
		if (!part.stream) {
			fields[part.name] = part.value ?? '';
			continue;
		}
		const chunks: Buffer[] = [];
		let size = 0;
		for await (const chunk of part.stream) {
			size += chunk.length;
			if (size <= maxBytes) chunks.push(chunk);
		}
		tooLarge ||= size > maxBytes;
		if (part.name === fileField) file = { name: part.filename ?? '', bytes: Buffer.concat(chunks) };
	}
	if (tooLarge) throw refusal();
	return { fields, file };
}

export const invalidUpload = (detail: string) => new PlatformError(234001, `Invalid request param. ${detail}`);
export const emptyUpload = () => new PlatformError(234010, "File's size can't be 0.");
