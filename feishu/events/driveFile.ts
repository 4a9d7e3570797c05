/** Files and folders of the drive, by the address that people copy from the browser or by their token. */

/** Types under which the platform subscribes to a file. @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/drive-v1/file/subscribe */
export const FILE_TYPES = ['bitable', 'doc', 'docx', 'file', 'folder', 'sheet', 'slides'] as const;

export type FileType = (typeof FILE_TYPES)[number];

export interface DriveFile {
	token: string;
	/** From the address; undefined for a bare token. `wiki` is a node whose file has another token. */
	type?: FileType | 'wiki';
}

/** What stands in addresses before the token. */
const PATHS: { readonly [path: string]: FileType | 'wiki' } = {
	base: 'bitable',
	bitable: 'bitable',
	docs: 'doc',
	docx: 'docx',
	'drive/folder': 'folder',
	file: 'file',
	sheets: 'sheet',
	slides: 'slides',
	wiki: 'wiki',
};

const ADDRESS = /^https?:\/\/[^/]+\/(?:.*\/)?(drive\/folder|base|bitable|docs|docx|file|sheets|slides|wiki)\/([\w-]+)/;
const TOKEN = /^[\w-]{10,}$/;

/** Reads an address or a token; undefined when it is neither. */
export function readDriveFile(entered: string): DriveFile | undefined {
	const trimmed = entered.trim();
	const [, path = '', token = ''] = ADDRESS.exec(trimmed) ?? [];
	if (token !== '') return { token, type: PATHS[path] };
	return TOKEN.test(trimmed) ? { token: trimmed } : undefined;
}
