/** What Drive knows who may open, by the names of its endpoints. @see https://open.feishu.cn/document/server-docs/docs/permission/permission-member/create */
export type DocumentType = keyof typeof PATHS;

/** What stands in an address before the token. */
const PATHS = {
	bitable: 'base',
	doc: 'docs',
	docx: 'docx',
	file: 'file',
	folder: 'drive/folder',
	mindnote: 'mindnotes',
	sheet: 'sheets',
	slides: 'slides',
	wiki: 'wiki',
} as const;

/**
 * The address of a document at any host of the platform: who opens it is led to the organization's own.
 * @param origin without a trailing slash
 */
export function documentAddress(origin: string, { type, token }: { type: DocumentType; token: string }): string {
	return `${origin}/${PATHS[type]}/${encodeURIComponent(token)}`;
}
