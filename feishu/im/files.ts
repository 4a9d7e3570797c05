import { InputError } from '../input';

/** @see https://open.feishu.cn/document/server-docs/im-v1/image/create and …/im-v1/file/create */
export const IMAGE_LIMIT_BYTES = 10 * 1024 * 1024;
export const FILE_LIMIT_BYTES = 30 * 1024 * 1024;

export type FileType = 'opus' | 'mp4' | 'pdf' | 'doc' | 'xls' | 'ppt' | 'stream';

const TYPE_OF_EXTENSION: ReadonlyMap<string, FileType> = new Map<string, FileType>([
	['opus', 'opus'],
	['mp4', 'mp4'],
	['pdf', 'pdf'],
	['doc', 'doc'],
	['docx', 'doc'],
	['xls', 'xls'],
	['xlsx', 'xls'],
	['csv', 'xls'],
	['ppt', 'ppt'],
	['pptx', 'ppt'],
]);

/** The platform's file type by name; what it does not know goes as `stream`. */
export function fileTypeOf(fileName: string): FileType {
	const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
	return TYPE_OF_EXTENSION.get(extension) ?? 'stream';
}

/**
 * The same for what is sent as a file: uploaded as opus or mp4, it could be sent as audio or video only (230055).
 * @see https://open.feishu.cn/document/server-docs/im-v1/message/create
 */
export function attachmentTypeOf(fileName: string): FileType {
	const type = fileTypeOf(fileName);
	return type === 'opus' || type === 'mp4' ? 'stream' : type;
}

const IMAGE_TYPES = ['jpeg', 'jpg', 'png', 'webp', 'gif', 'bmp', 'x-icon', 'vnd.microsoft.icon', 'tiff', 'heic'];
const IMAGE_EXTENSION = /\.(jpe?g|png|webp|gif|bmp|ico|tiff?|heic)$/i;

/** Whether a file is an image of a kind that messages show, by its type or else its name. */
export function isImage({ fileName, mimeType }: { fileName: string; mimeType: string }): boolean {
	const [kind, subtype = ''] = mimeType.toLowerCase().split('/');
	return kind === 'image' ? IMAGE_TYPES.includes(subtype) : IMAGE_EXTENSION.test(fileName);
}

/**
 * Refuses an empty or too large file before anything is sent.
 * @param size bytes
 * @throws InputError
 */
export function checkFileSize(field: string, fileName: string, size: number, limit: number): void {
	if (size === 0)
		throw new InputError(
			field,
			`The file '${fileName}' is empty`,
			'Feishu takes no empty files; check what the node before gives',
		);
	if (size > limit) {
		throw new InputError(
			field,
			`The file '${fileName}' has ${megabytes(size)}; the limit is ${megabytes(limit)}`,
			'Make it smaller, or send a link to it',
		);
	}
}

function megabytes(bytes: number): string {
	return `${(bytes / 1024 / 1024).toFixed(bytes < 1024 * 1024 ? 2 : 1).replace(/\.0$/, '')} MB`;
}
