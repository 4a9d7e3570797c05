import { linesOf, withoutIndent } from './lines';
import { mapTokens } from './mapTokens';
import type { MarkdownNode, Span } from './nodes';
import { parseMarkdown } from './parse';
import type { Dedent, SplitPoint } from './splitPoints';
import { quoteMarks } from './starts';
import { COMMENT_TAG } from './tags';
import type { Token } from './tokens';

/** The text between two places, as it must be written to be read as before. */
export function partOf(text: string, start: SplitPoint, end: SplitPoint): string {
	const { open = '', dedent } = start;
	let body = linesBetween(text, start, end.at);
	if (!start.code) body = withoutFirstLines(body);
	body = end.code ? body.replace(/\n$/, '') : body.trimEnd();
	const opening = open.replace(/[^\n]+/g, (line) => movedOut(line, start.at, dedent));
	const close = (end.close ?? '').replace(/[^\n]+/, (line) => movedOut(line, end.at, dedent));
	return opening + body + close;
}

function linesBetween(text: string, { at: from, dedent, gaps }: SplitPoint, to: number): string {
	const body = text.slice(from, to);
	if (!dedent && !gaps) return body;
	const lines: string[] = [];
	let at = from;
	for (const line of body.split('\n')) {
		if (gaps?.at.includes(at) && NUMBER.test(line)) lines.push(gaps.line);
		const isWhole = at === 0 || text[at - 1] === '\n';
		lines.push(isWhole ? movedOut(line, at, dedent) : line);
		at += line.length + 1;
	}
	return lines.join('\n');
}

const NUMBER = /^[\s>]*\d/;

function movedOut(line: string, at: number, dedent: Dedent | undefined): string {
	const step = dedent?.steps.find(({ until }) => at < until);
	if (!dedent || !step) return line;
	const marks = quoteMarks(line, dedent.quotes);
	return marks + withoutIndent(line.slice(marks.length), step.columns);
}

/** Without empty lines at the beginning; the indentation of the first line that has words stays. */
function withoutFirstLines(body: string): string {
	const words = body.search(/\S/);
	return words <= 0 ? body : body.slice(body.lastIndexOf('\n', words) + 1);
}

/**
 * Links by reference with their addresses, since the definition may come to stand in another part, and nothing of what
 * is not shown: definitions and comments.
 */
export function withReferences(markdown: string): string {
	const normal = linesOf(markdown).join('\n');
	const nodes = parseMarkdown(normal);
	const hidden = hiddenIn(nodes);
	if (hidden.length === 0 && !normal.includes('<!--')) return normal;
	const lines = mapTokens(normal, written, nodes).split('\n');
	for (const { from, to } of hidden) {
		// What stands before it are the marks of a list or quote.
		lines[from] = (lines[from] ?? '').replace(/(?:\[[^\]]+\]:[ \t]|<!--).*$/, '');
		lines.fill('', from + 1, to);
	}
	return lines.join('\n');
}

function written(token: Token): string | undefined {
	if (token.type === 'tag') return token.name === COMMENT_TAG ? '' : undefined;
	if ((token.type !== 'link' && token.type !== 'image') || !token.raw.endsWith(']')) return undefined;
	const label = token.type === 'link' ? token.label : token.alt;
	return `${token.type === 'image' ? '!' : ''}[${label}](<${token.url}>)`;
}

function hiddenIn(nodes: readonly MarkdownNode[]): Span[] {
	return nodes.flatMap((node): Span[] => {
		if (node.type === 'quote') return hiddenIn(node.children);
		if (node.type === 'list') return node.items.flatMap(({ children }) => hiddenIn(children));
		return node.type === 'definition' || node.type === 'comment' ? [node] : [];
	});
}
