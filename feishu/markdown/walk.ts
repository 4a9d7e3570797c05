import type { MarkdownNode, Words } from './nodes';

/** The words of all headings, paragraphs and cells, in the order of the text. */
export function wordsIn(nodes: readonly MarkdownNode[]): Words[] {
	return nodes.flatMap((node): Words[] => {
		if ('words' in node) return [node.words];
		if (node.type === 'table') return [node.header, ...node.rows].flat();
		if (node.type === 'list') return node.items.flatMap(({ children }) => wordsIn(children));
		return 'children' in node ? wordsIn(node.children) : [];
	});
}

/** What to put in the place of a stretch. */
export interface Edit {
	from: number;
	to: number;
	text: string;
}

/** A text with all edits made, which stand in its order and beside one another. */
export function edited(text: string, edits: readonly Edit[]): string {
	let said = '';
	let at = 0;
	for (const { from, to, text: own } of edits) {
		if (from < at) continue;
		said += text.slice(at, from) + own;
		at = to;
	}
	return said + text.slice(at);
}
