import { InputError } from '../../input';

/**
 * Sizes of a message's content in bytes of UTF-8.
 * @see https://open.feishu.cn/document/server-docs/im-v1/message/create
 */
export const TEXT_LIMIT_BYTES = 150 * 1024;
export const POST_LIMIT_BYTES = 30 * 1024;
export const CARD_LIMIT_BYTES = 30 * 1024;
/** Of a card that one person sees. @see https://open.feishu.cn/document/ukTMukTMukTM/uETOyYjLxkjM24SM5IjN */
export const PERSON_CARD_LIMIT_BYTES = 100 * 1024;

/** More than one message takes, which dividing it may mend; other complaints it would not. */
export class TooMuchError extends InputError {}

/** @throws TooMuchError that names the field, its size and the limit */
export function checkSize(field: string, content: string, limit: number): void {
	const size = Buffer.byteLength(content, 'utf8');
	if (size <= limit) return;
	throw new TooMuchError(
		field,
		`The content of '${field}' ${sizeOverLimit(size, limit)}`,
		'Shorten it, split it into several messages, or send it as a file',
	);
}

/** Whether a message can be written, or is too much for one. @throws what else is wrong with it */
export function isWithinLimits(write: () => unknown): boolean {
	const error = errorOf(write);
	if (error === undefined || error instanceof TooMuchError) return error === undefined;
	throw error;
}

function errorOf(run: () => unknown): unknown {
	try {
		run();
	} catch (error) {
		return error;
	}
	return undefined;
}

/** What has gone over a limit, rounded so that it is the larger one in words too. */
export function sizeOverLimit(size: number, limit: number): string {
	return `has ${kilobytes(size)}; Feishu takes at most ${kilobytes(limit, Math.floor)}`;
}

/** With one decimal unless it is whole. */
export function kilobytes(bytes: number, round = Math.ceil): string {
	return `${round((bytes * 10) / 1024) / 10} KB`;
}
