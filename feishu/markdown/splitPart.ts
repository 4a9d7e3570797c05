import { fenced } from './codeMarks';
import { linesOf, quoteMarks, withoutIndent } from './lines';
import type { MarkdownNode, Span, Stretch, Words } from './nodes';
import { parseMarkdown } from './parse';
import type { Dedent, SplitPoint } from './splitPoints';
import { edited, wordsIn, type Edit } from './walk';

/** The text between two places, as it must be written to be read as before. */
export function partOf(text: string, start: SplitPoint, end: SplitPoint): string {
	const { open = '', dedent } = start;
	let body = numbered(linesBetween(text, start, end.at), start.number);
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
		const sibling = gaps?.siblings.find((one) => one.at === at);
		if (gaps && sibling && NUMBER.test(line)) lines.push(gaps.line);
		const isWhole = at === 0 || text[at - 1] === '\n';
		lines.push(numbered(isWhole ? movedOut(line, at, dedent) : line, sibling?.number));
		at += line.length + 1;
	}
	return lines.join('\n');
}

const NUMBER = /^[\s>]*\d/;

/** A part that begins with an item says the number that it has; the reader of the part knows of none before. */
function numbered(body: string, number: number | undefined): string {
	return number === undefined ? body : body.replace(/^([\s>]*)\d{1,9}(?=[.)])/, `$1${number}`);
}

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
 * Links by reference with their addresses, since the definition may come to stand in another part, code in tags as code
 * in a fence, and nothing of what is not shown: definitions and comments.
 */
export function withReferences(markdown: string): string {
	const text = linesOf(markdown).join('\n');
	const nodes = parseMarkdown(text);
	const lines = new Lines(text);
	const edits = [...wordsIn(nodes).flatMap(editsIn), ...hiddenIn(nodes, lines), ...codeIn(nodes, lines)];
	return edited(
		text,
		edits.sort((one, other) => one.from - other.from),
	);
}

function editsIn(words: Words): Edit[] {
	return words.flatMap((node): Edit[] => {
		const { from, to } = node;
		if (node.type === 'comment') return [{ from, to, text: '' }];
		if (node.type === 'mention') return [];
		const inner = 'children' in node ? editsIn(node.children ?? []) : [];
		if ((node.type !== 'link' && node.type !== 'image') || node.form !== 'reference') return inner;
		return [...inner, { from: node.label, to, text: `](<${node.url}>)` }];
	});
}

function hiddenIn(nodes: readonly MarkdownNode[], lines: Lines): Edit[] {
	return nodes.flatMap((node): Edit[] => {
		if (node.type === 'list') return node.items.flatMap(({ children }) => hiddenIn(children, lines));
		if ('children' in node) return hiddenIn(node.children, lines);
		if (node.type !== 'definition' && node.type !== 'comment') return [];
		const { from, to } = lines.stretchOf(node);
		// What stands before it are the marks of a list or quote.
		const marks = Math.max(0, lines.at(node.from).search(/\[[^\]]*(?:\]:|$)|<!--/));
		return [{ from: from + marks, to, text: '\n'.repeat(node.to - node.from - 1) }];
	});
}

function codeIn(nodes: readonly MarkdownNode[], lines: Lines): Edit[] {
	return nodes.flatMap((node) =>
		node.type === 'code' && node.tagged ? [{ ...lines.stretchOf(node), text: fenced(node.text, node.language) }] : [],
	);
}

class Lines {
	private readonly lines: readonly string[];
	private readonly offsets: readonly number[];

	constructor(text: string) {
		this.lines = text.split('\n');
		let offset = 0;
		this.offsets = this.lines.map((line) => (offset += line.length + 1) - line.length - 1);
	}

	at(line: number): string {
		return this.lines[line] ?? '';
	}

	stretchOf({ from, to }: Span): Stretch {
		return { from: this.offsets[from] ?? 0, to: (this.offsets[to - 1] ?? 0) + this.at(to - 1).length };
	}
}
