import { InputError } from '../input';

/**
 * Sizes of a message's content in bytes of UTF-8.
 * @see https://open.feishu.cn/document/server-docs/im-v1/message/create
 */
export const TEXT_LIMIT_BYTES = 150 * 1024;
export const POST_LIMIT_BYTES = 30 * 1024;
export const CARD_LIMIT_BYTES = 30 * 1024;

/** @throws InputError that names the field, its size and the limit */
export function checkSize(field: string, content: string, limit: number): void {
	const size = Buffer.byteLength(content, 'utf8');
	if (size <= limit) return;
	throw new InputError(
		field,
		`The content of '${field}' has ${kilobytes(size)}; Feishu takes at most ${kilobytes(limit)}`,
		'Shorten it, split it into several messages, or send it as a file',
	);
}

function kilobytes(bytes: number): string {
	return `${Math.ceil(bytes / 1024)} KB`;
}
