/** What an import makes. */
export type ImportType = 'docx' | 'sheet' | 'bitable';

const MB = 1024 * 1024;

/**
 * Megabytes that a file of each extension may have.
 * @see https://open.feishu.cn/document/server-docs/docs/drive-v1/import_task/import-user-guide
 */
const LARGEST: Readonly<Record<ImportType, Readonly<Record<string, number>>>> = {
	docx: { docx: 600, doc: 600, txt: 20, md: 20, mark: 20, markdown: 20, html: 20 },
	sheet: { xlsx: 800, csv: 20, xls: 20 },
	bitable: { xlsx: 800, csv: 100 },
};

/** What people call each of them. */
const MADE: Readonly<Record<ImportType, string>> = { docx: 'document', sheet: 'spreadsheet', bitable: 'base' };

/** The extension of a name, without its dot and in lower case; empty where there is none. */
export const extensionOf = (name: string): string => /\.([A-Za-z0-9]+)$/.exec(name.trim())?.[1]?.toLowerCase() ?? '';

/**
 * What speaks against an import; undefined where nothing does.
 * @param size bytes, where they are known
 */
export function importProblem(
	type: ImportType,
	extension: string,
	size?: number,
): { what: string; advice: string } | undefined {
	const most = LARGEST[type][extension];
	const takes = Object.keys(LARGEST[type]).join(', ');
	if (most === undefined)
		return {
			what: extension === '' ? 'has no extension' : `is a .${extension} file`,
			advice: `A ${MADE[type]} is made of: ${takes}. The extension is that of the file's name, unless 'File Extension' says another`,
		};
	if (size !== undefined && size > most * MB)
		return {
			what: `is larger than ${most} MB`,
			advice: `So large a .${extension} file may be that becomes a ${MADE[type]}`,
		};
	return undefined;
}

/** Why an import failed, by `job_status`. @see https://open.feishu.cn/document/server-docs/docs/drive-v1/import_task/get */
export const IMPORT_FAILURES: Readonly<Record<number, string>> = {
	3: 'something went wrong in Feishu; try again',
	100: 'the file is encrypted; save it without a password',
	101: 'something went wrong in Feishu; try again',
	102: 'something went wrong in Feishu; try again',
	103: 'something went wrong in Feishu; try again',
	104: 'the organization has no space left',
	105: 'the folder has as many files as it takes',
	106: 'something went wrong in Feishu; try again',
	108: 'it took too long; divide the file',
	109: 'something went wrong in Feishu; try again',
	110: 'who imports may not do that',
	112: 'the format is not supported',
	113: 'the format is not supported; save the file anew with its program',
	114: 'something went wrong in Feishu; try again',
	115: 'the file is too large',
	116: 'who imports may not add to the folder; share it with the app, or with a group that the app is in',
	117: 'the folder was deleted',
	118: 'the extension is not that of the file; set File Extension, or give it its right name',
	119: 'the folder does not exist',
	120: 'the file does not fit what is to be made of it',
	121: 'the uploaded file has expired; import it again',
	122: 'something went wrong in Feishu; try again',
	129: 'the file is damaged',
	5000: 'something went wrong in Feishu; try again',
	7000: 'it would have more blocks than a document takes; divide the file',
	7001: 'it would have more levels than a document takes',
	7002: 'a paragraph is longer than a document takes',
};
