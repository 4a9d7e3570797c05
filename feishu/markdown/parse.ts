/**
 * Blocks of CommonMark and GFM, as far as they must be told apart to convert or split a text. A little more lenient
 * than the specification where people and language models write loosely. Time grows with the length of the text.
 * @see https://spec.commonmark.org/0.31.2/ and https://github.github.com/gfm/
 */
import { indentOf, isBlank, linesOf, spanOf, textAt, withoutIndent, type Line } from './lines';
import type { ListItem, MarkdownNode } from './nodes';
import { keyOf, referencesOf, referredLabels } from './references';
import { COMMENT, continues, FENCE, HEADING, itemAt, QUOTE, RULE, startsBlock, type ItemStart } from './starts';
import { readTable, startsTable } from './tables';

/** Deeper lists and quotes are read as paragraphs. */
const DEPTH_LIMIT = 24;

const DEFINITION = /^ {0,3}\[([^\]^][^\]]{0,200})\]:[ \t]+<?(\S+?)>?(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^)]*\)))?[ \t]*$/;
/** A definition even where nothing refers to it: a source that is not cited, or a comment as `[//]: # (words)`. */
const UNCITED = /^[^\]]*\]:[ \t]+(?:<|#(?:[ \t]|$)|mailto:|[a-z][a-z\d+.-]{0,30}:\/\/)/i;
const FOOTNOTE = /^ {0,3}\[\^([^\]\s]{1,100})\]:[ \t]*/;
const SETEXT = /^ {0,3}(=+|-+)[ \t]*$/;

export function parseMarkdown(markdown: string): MarkdownNode[] {
	const lines = linesOf(markdown).map((text, at) => ({ text, at }));
	const nodes = parseLines(lines, { depth: 0 });
	const defined = [...referencesOf(nodes).keys()];
	if (defined.length === 0) return nodes;
	// What refers to a definition is known when all is read: words that only look like one are read again.
	const labels = referredLabels(nodes);
	return defined.every((label) => labels.has(label)) ? nodes : parseLines(lines, { depth: 0, labels });
}

/** Tables outside of lists, quotes and code. */
export function tableCount(markdown: string): number {
	if (!markdown.includes('|')) return 0;
	return parseMarkdown(markdown).filter(({ type }) => type === 'table').length;
}

/** What is known of the surroundings. */
interface Around {
	depth: number;
	/** The labels that words may define; any without. */
	labels?: ReadonlySet<string>;
}

const deeper = (around: Around): Around => ({ ...around, depth: around.depth + 1 });

function parseLines(lines: readonly Line[], around: Around): MarkdownNode[] {
	const nodes: MarkdownNode[] = [];
	for (let index = 0; index < lines.length; ) {
		if (isBlank(lines[index]?.text)) {
			index++;
			continue;
		}
		const node = readBlock(lines, index, around);
		nodes.push(node.node);
		index = node.next;
	}
	return nodes;
}

interface Read {
	node: MarkdownNode;
	next: number;
}

type Reader = (lines: readonly Line[], index: number, around: Around) => Read | undefined;

function readBlock(lines: readonly Line[], index: number, around: Around): Read {
	for (const reader of READERS) {
		const read = reader(lines, index, around);
		if (read) return read;
	}
	return readParagraph(lines, index, around);
}

const readFence: Reader = (lines, index) => {
	const opening = textAt(lines, index);
	const [, marks = '', language = ''] = FENCE.exec(opening) ?? [];
	if (marks === '' || (marks[0] === '`' && language.includes('`'))) return undefined;
	const indent = indentOf(opening);
	let end = index + 1;
	while (end < lines.length && !closes(textAt(lines, end), marks)) end++;
	const code = lines.slice(index + 1, end).map((line) => withoutIndent(line.text, indent));
	const next = Math.min(end + 1, lines.length);
	return {
		node: {
			type: 'code',
			language: language.trim().split(/[\s{]/)[0] ?? '',
			text: code.join('\n'),
			fence: opening,
			...spanOf(lines, index, next),
		},
		next,
	};
};

const readRule: Reader = (lines, index) =>
	RULE.test(textAt(lines, index))
		? { node: { type: 'rule', ...spanOf(lines, index, index + 1) }, next: index + 1 }
		: undefined;

const readHeading: Reader = (lines, index) => {
	const line = textAt(lines, index);
	const marks = HEADING.exec(line)?.[1];
	if (marks === undefined) return undefined;
	const text = withoutClosing(line.slice(line.indexOf(marks) + marks.length).trim());
	return { node: { type: 'heading', level: marks.length, text, ...spanOf(lines, index, index + 1) }, next: index + 1 };
};

const readTableBlock: Reader = (lines, index) => {
	if (!startsTable(textAt(lines, index), lines[index + 1]?.text)) return undefined;
	let next = index + 2;
	while (next < lines.length && textAt(lines, next).includes('|') && !isBlank(textAt(lines, next))) next++;
	const own = lines.slice(index, next).map(({ text }) => text);
	return { node: { type: 'table', lines: own, ...readTable(own), ...spanOf(lines, index, next) }, next };
};

const readQuote: Reader = (lines, index, around) => {
	if (around.depth >= DEPTH_LIMIT || !QUOTE.test(textAt(lines, index))) return undefined;
	let next = index + 1;
	while (next < lines.length) {
		const line = textAt(lines, next);
		if (QUOTE.test(line)) next++;
		// A paragraph goes on without its mark.
		else if (!isBlank(line) && !isBlank(textAt(lines, next - 1).replace(QUOTE, '')) && !startsBlock(lines, next))
			next++;
		else break;
	}
	const inner = lines.slice(index, next).map(({ text, at }) => ({ text: text.replace(QUOTE, ''), at }));
	return { node: { type: 'quote', children: parseLines(inner, deeper(around)), ...spanOf(lines, index, next) }, next };
};

const readList: Reader = (lines, index, around) => {
	const first = itemAt(lines, index);
	if (!first || first.indent > 3 || around.depth >= DEPTH_LIMIT) return undefined;
	const items: ListItem[] = [];
	let next = index;
	for (let item: ItemStart | undefined = first; item; ) {
		const end = endOfItem(lines, next, item);
		items.push(readItem(lines, next, end, item, around));
		next = end;
		const following = itemAt(lines, next);
		item =
			following && following.kind === first.kind && following.indent <= 3 && !RULE.test(textAt(lines, next))
				? following
				: undefined;
	}
	return {
		node: { type: 'list', ordered: first.kind === '.' || first.kind === ')', items, ...spanOf(lines, index, next) },
		next,
	};
};

const readIndented: Reader = (lines, index) => {
	if (indentOf(textAt(lines, index)) < 4) return undefined;
	let next = index;
	for (let at = index; at < lines.length; at++) {
		const line = textAt(lines, at);
		if (isBlank(line)) continue;
		if (indentOf(line) < 4) break;
		next = at + 1;
	}
	const text = lines.slice(index, next).map((line) => withoutIndent(line.text, 4));
	return { node: { type: 'code', language: '', text: text.join('\n'), ...spanOf(lines, index, next) }, next };
};

const readDefinition: Reader = (lines, index, { labels }) => {
	const [line, label, url] = DEFINITION.exec(textAt(lines, index)) ?? [];
	if (line === undefined || label === undefined || url === undefined) return undefined;
	if (labels?.has(keyOf(label)) === false && !UNCITED.test(line)) return undefined;
	return { node: { type: 'definition', label, url, ...spanOf(lines, index, index + 1) }, next: index + 1 };
};

const readFootnote: Reader = (lines, index) => {
	const line = textAt(lines, index);
	const label = FOOTNOTE.exec(line)?.[1];
	if (label === undefined) return undefined;
	let next = index + 1;
	while (next < lines.length && !isBlank(textAt(lines, next)) && !startsBlock(lines, next)) next++;
	const text = [line.replace(FOOTNOTE, ''), ...lines.slice(index + 1, next).map((one) => one.text.trim())].join('\n');
	return { node: { type: 'footnote', label, text, ...spanOf(lines, index, next) }, next };
};

/** Where words follow the comment it belongs to their paragraph; one that is never closed is words itself. */
const readComment: Reader = (lines, index) => {
	if (!COMMENT.test(textAt(lines, index))) return undefined;
	let end = index;
	while (end < lines.length && !textAt(lines, end).includes('-->')) {
		end++;
		if (COMMENT.test(textAt(lines, end))) return undefined;
	}
	const last = textAt(lines, end);
	if (end === lines.length || !isBlank(last.slice(last.indexOf('-->') + 3))) return undefined;
	return { node: { type: 'comment', ...spanOf(lines, index, end + 1) }, next: end + 1 };
};

const READERS: readonly Reader[] = [
	readIndented,
	readFence,
	readRule,
	readHeading,
	readQuote,
	readList,
	readTableBlock,
	readDefinition,
	readFootnote,
	readComment,
];

function readParagraph(lines: readonly Line[], index: number, around: Around): Read {
	let next = index + 1;
	let looksDefined = DEFINITION.test(textAt(lines, index));
	while (next < lines.length && !isBlank(textAt(lines, next))) {
		const level = SETEXT.exec(textAt(lines, next))?.[1];
		if (level !== undefined) {
			const text = joined(lines, index, next);
			const span = spanOf(lines, index, next + 1);
			return { node: { type: 'heading', level: level.startsWith('=') ? 1 : 2, text, ...span }, next: next + 1 };
		}
		// Words that look like a definition may stand before one.
		if (startsBlock(lines, next) || (looksDefined && readDefinition(lines, next, around))) break;
		looksDefined &&= DEFINITION.test(textAt(lines, next));
		next++;
	}
	return { node: { type: 'paragraph', text: joined(lines, index, next), ...spanOf(lines, index, next) }, next };
}

/** Where the item ends: before its next sibling, or before what is no part of it. */
function endOfItem(lines: readonly Line[], index: number, item: ItemStart): number {
	let end = index + 1;
	for (let at = index + 1; at < lines.length; at++) {
		const line = textAt(lines, at);
		if (isBlank(line)) continue;
		const indent = indentOf(line);
		const within = indent >= item.content || (indent >= item.indent + 2 && itemAt(lines, at) !== undefined);
		// A paragraph goes on without its indentation.
		const lazy = at === end && continues(lines, at);
		if (!within && !lazy) return end;
		end = at + 1;
	}
	return end;
}

function readItem(lines: readonly Line[], index: number, end: number, item: ItemStart, around: Around): ListItem {
	const first = textAt(lines, index).slice(item.content);
	const [task, box] = /^\[([ xX])\](?=[ \t])[ \t]*/.exec(first) ?? [];
	const inner = lines.slice(index, end).map(({ text, at }, number) => {
		if (number === 0) return { text: task === undefined ? first : first.slice(task.length), at };
		return { text: withoutIndent(text, item.content), at };
	});
	return {
		marker: item.marker,
		indent: item.indent,
		content: item.content,
		...(box !== undefined && { done: box !== ' ' }),
		children: parseLines(inner, deeper(around)),
		...spanOf(lines, index, end),
	};
}

function joined(lines: readonly Line[], from: number, to: number): string {
	return lines
		.slice(from, to)
		.map(({ text }) => text.trim())
		.join('\n');
}

function closes(line: string, marks: string): boolean {
	const trimmed = line.trim();
	return indentOf(line) <= 3 && trimmed.length >= marks.length && trimmed === (marks[0] ?? '').repeat(trimmed.length);
}

function withoutClosing(text: string): string {
	let end = text.length;
	while (end > 0 && text[end - 1] === '#') end--;
	return end === 0 || /[ \t]/.test(text[end - 1] ?? '') ? text.slice(0, end).trim() : text;
}
