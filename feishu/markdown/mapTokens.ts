import { linesOf } from './lines';
import type { MarkdownNode, Span } from './nodes';
import { parseMarkdown } from './parse';
import { referencesOf, resolved, type References } from './references';
import { piecesOf } from './tables';
import { tokensOf, type Token } from './tokens';

/** Replaces tokens outside of code; what the function returns undefined for stays as it is. */
export function mapTokens(
	markdown: string,
	replace: (token: Token) => string | undefined,
	nodes: readonly MarkdownNode[] = parseMarkdown(markdown),
): string {
	const references = referencesOf(nodes);
	const lines = linesOf(markdown);
	for (const { from, to, cells } of leavesOf(nodes)) {
		const text = lines.slice(from, to).join('\n');
		if (!text.includes('[') && !text.includes('<')) continue;
		const pieces = cells ? [text.slice(0, text.length - cells.join('').length), ...cells] : [text];
		const said = pieces.map((piece) => mapped(piece, references, replace)).join('');
		lines.splice(from, to - from, ...restored(said, to - from));
	}
	return lines.join('\n');
}

function mapped(text: string, references: References, replace: (token: Token) => string | undefined): string {
	return tokensOf(text)
		.map((token) => replace(resolved(token, references)) ?? token.raw)
		.join('');
}

/** As many lines as before, so that the numbers of those after them hold. */
function restored(text: string, count: number): string[] {
	const lines = text.split('\n');
	while (lines.length < count) lines.push('');
	if (lines.length > count) lines.splice(count - 1, lines.length, lines.slice(count - 1).join('\n'));
	return lines;
}

interface Leaf extends Span {
	/** Of the row of a table, which is read cell by cell. */
	cells?: string[];
}

/** The lines of text in which tokens are, one by one in a table. */
function leavesOf(nodes: readonly MarkdownNode[]): Leaf[] {
	return nodes.flatMap((node): Leaf[] => {
		if (node.type === 'list') return node.items.flatMap(({ children }) => leavesOf(children));
		if (node.type === 'quote') return leavesOf(node.children);
		if (node.type === 'table')
			return node.lines.map((line, row) => ({
				from: node.from + row,
				to: node.from + row + 1,
				cells: piecesOf(line.trimStart(), node.header.length),
			}));
		return node.type === 'paragraph' || node.type === 'heading' || node.type === 'footnote' ? [node] : [];
	});
}
