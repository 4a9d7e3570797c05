import { linesOf } from './lines';
import type { MarkdownNode, Span } from './nodes';
import { parseMarkdown } from './parse';
import { referencesOf, resolved, type References } from './references';
import { tokensOf, type Token } from './tokens';

/** Replaces tokens outside of code; what the function returns undefined for stays as it is. */
export function mapTokens(
	markdown: string,
	replace: (token: Token) => string | undefined,
	nodes: readonly MarkdownNode[] = parseMarkdown(markdown),
): string {
	const references = referencesOf(nodes);
	const lines = linesOf(markdown);
	for (const { from, to } of leavesOf(nodes)) {
		const text = lines.slice(from, to).join('\n');
		if (!text.includes('[') && !text.includes('<')) continue;
		lines.splice(from, to - from, ...restored(mapped(text, references, replace), to - from));
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

/** The lines of text in which tokens are, one by one in a table. */
function leavesOf(nodes: readonly MarkdownNode[]): Span[] {
	return nodes.flatMap((node): Span[] => {
		if (node.type === 'list') return node.items.flatMap(({ children }) => leavesOf(children));
		if (node.type === 'quote') return leavesOf(node.children);
		if (node.type === 'table')
			return Array.from({ length: node.to - node.from }, (_gap, row) => ({
				from: node.from + row,
				to: node.from + row + 1,
			}));
		return node.type === 'paragraph' || node.type === 'heading' || node.type === 'footnote' ? [node] : [];
	});
}
