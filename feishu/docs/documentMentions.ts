import type { DocumentType } from '../drive/documentAddress';

/** Types of documents by their number in a mention, and what stands in their addresses before the token. */
const MENTIONED: ReadonlyArray<readonly [type: DocumentType, number: number, path: string]> = [
	['doc', 1, 'docs|doc'],
	['sheet', 3, 'sheets|spreadsheets'],
	['bitable', 8, 'base'],
	['mindnote', 11, 'mindnotes?'],
	['file', 12, 'file'],
	['slides', 15, 'slides'],
	['wiki', 16, 'wiki'],
	['docx', 22, 'docx'],
];

/** The number of a type in a mention; undefined for a word that names none. */
export const mentionNumber = (type: string): number | undefined => MENTIONED.find(([name]) => name === type)?.[1];

/** What is newer than the list is taken for a document. */
export const mentionType = (number: unknown): DocumentType =>
	MENTIONED.find(([, own]) => own === Number(number))?.[0] ?? 'docx';

const HOSTS = /(?:^|\.)(?:feishu\.cn|larksuite\.com|larkoffice\.com)$/i;

/** The document that an address of Feishu or Lark leads to; undefined for any other address. */
export function linkedDocument(url: string): { token: string; obj_type: number } | undefined {
	if (!URL.canParse(url)) return undefined;
	const { hostname, pathname } = new URL(url);
	if (!HOSTS.test(hostname)) return undefined;
	for (const [, obj_type, path] of MENTIONED) {
		const token = new RegExp(`^/(?:${path})/([A-Za-z0-9]{16,64})/?$`).exec(pathname)?.[1];
		if (token !== undefined) return { token, obj_type };
	}
	return undefined;
}
