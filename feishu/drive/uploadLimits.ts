import { cutText } from '../graphemes';
import { InputError } from '../input';

/** Bytes of a file that goes in one request; what is larger goes in blocks. @see https://open.feishu.cn/document/server-docs/docs/drive-v1/media/upload_all */
export const WHOLE_LIMIT_BYTES = 20 * 1024 * 1024;

/** Bytes of a block, in case the platform does not say. @see https://open.feishu.cn/document/server-docs/docs/drive-v1/media/multipart-upload-media/upload_prepare */
export const BLOCK_BYTES = 4 * 1024 * 1024;

/** Characters of a name. */
const LONGEST_NAME = 250;

/** What may be the end of a name by which files are opened, and no part of a sentence. */
const EXTENSION = /\.[^.\s]{1,16}$/;

/**
 * A file's name as the uploads take it: without blanks around it, which are refused (1061002), and with at most 250
 * characters (1061008 beyond). A longer one loses what stands before its extension: the file is worth more than its name.
 */
export function uploadName(fileName: string): string {
	const name = fileName.trim() || 'file';
	if (name.length <= LONGEST_NAME) return name;
	const extension = EXTENSION.exec(name)?.[0] ?? '';
	return `${cutText(name, LONGEST_NAME - extension.length).trimEnd()}${extension}`;
}

/**
 * Refuses an empty file before anything is sent. How large a file may be depends on the plan of the organization, which
 * the platform alone knows.
 * @param size bytes
 * @throws InputError
 */
export function refuseEmptyFile(label: string, fileName: string, size: number): void {
	if (size > 0) return;
	throw new InputError(
		label,
		`The file '${fileName}' is empty`,
		'Feishu takes no empty files; check what the node before gives',
	);
}
