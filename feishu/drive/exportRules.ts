/** What an export makes. */
export type ExportFormat = 'docx' | 'pdf' | 'xlsx' | 'csv';

/** What can be exported. */
export type ExportedType = 'doc' | 'docx' | 'sheet' | 'bitable';

/** Into what. @see https://open.feishu.cn/document/server-docs/docs/drive-v1/export_task/export-user-guide */
const FORMATS: Readonly<Record<ExportedType, readonly ExportFormat[]>> = {
	doc: ['docx', 'pdf'],
	docx: ['docx', 'pdf'],
	sheet: ['xlsx', 'csv'],
	bitable: ['xlsx', 'csv'],
};

/** The formats of a type. */
export const exportFormats = (type: ExportedType): readonly ExportFormat[] => FORMATS[type];

/** The format of a type in which office programs go on with it. */
export const officeFormat = (type: ExportedType): ExportFormat => (FORMATS[type].includes('xlsx') ? 'xlsx' : 'docx');

/** Why an export failed, by `job_status`. @see https://open.feishu.cn/document/server-docs/docs/drive-v1/export_task/get */
export const EXPORT_FAILURES: Readonly<Record<number, string>> = {
	3: 'something went wrong in Feishu; try again',
	107: 'the document is too large',
	108: 'it took too long',
	109: 'a part of the document may not be exported',
	110: 'who exports may not do that; its owner decides under Share → Settings',
	111: 'the document was deleted',
	122: 'the document is being copied; try again in a moment',
	123: 'the document does not exist',
	6000: 'the document has too many images',
};
