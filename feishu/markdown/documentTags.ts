/**
 * Tags of the Markdown of documents, as the platform's own tools for documents write and read them, and those of HTML
 * that say there what messages can't: colours and places.
 * @see https://open.feishu.cn/document/mcp_open_tools/mcp-introduction
 */

/** Hold blocks, and stand alone in their lines. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set([
	'callout',
	'column',
	'grid',
	'h7',
	'h8',
	'h9',
	'lark-table',
	'lark-td',
	'lark-tr',
	'quote-container',
	'sheet',
]);

/** Stand within words, or alone in a paragraph. */
const OWN_TAGS: ReadonlySet<string> = new Set([
	'add-ons',
	'bitable',
	'chat-card',
	'equation',
	'file',
	'iframe',
	'image',
	'mention-doc',
	'mention-user',
	'reminder',
	'sheet',
	'text',
	'whiteboard',
]);

/** Of HTML, where one of these attributes is there. */
const DRESSED: Readonly<Record<string, readonly string[]>> = {
	center: [],
	div: ['align'],
	font: ['color'],
	mark: [],
	p: ['align'],
	span: ['style'],
};

/** Whether documents keep a tag as it is. */
export function isDocumentTag(name: string, attributes: ReadonlyMap<string, string>): boolean {
	if (OWN_TAGS.has(name)) return true;
	const needs = Object.hasOwn(DRESSED, name) ? DRESSED[name] : undefined;
	return needs !== undefined && (needs.length === 0 || needs.some((one) => attributes.has(one)));
}

/** Whether the name is one of documents alone, by which its end is known. */
export const isOwnTag = (name: string): boolean => OWN_TAGS.has(name);
