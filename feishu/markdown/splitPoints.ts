import { indentOf } from './lines';
import type { ListItem, MarkdownNode, NodeOf, Span } from './nodes';
import { pairsOf } from './emphasis';
import { quoteMarks } from './starts';
import { endOfMention, opensMention, tokensOf, type Token } from './tokens';

/** Where a text may be divided, the best places first. */
export const LEVEL = {
	heading: 1,
	block: 2,
	item: 3,
	/** Items within items, rows of a table, lines of code. */
	line: 4,
	/** Blocks within an item or quote, lines of a paragraph. */
	inner: 5,
	sentence: 6,
	word: 7,
	/** Between a heading and what it is the heading of. */
	underHeading: 8,
	/** Within bold or the like, which would end before its mark. */
	styled: 9,
	last: 10,
} as const;

export interface SplitPoint {
	/** Offset in the text. */
	at: number;
	level: number;
	/** What the part before must end with, and the part after must begin with, to be read as before. */
	close?: string;
	open?: string;
	dedent?: Dedent;
	/** Where items end within which the part after begins: a number there needs an empty line before, with the marks of quotes. */
	gaps?: { at: readonly number[]; line: string };
	/** Whether white space counts. */
	code?: boolean;
}

/** What to take from the lines of the part after, behind the marks of so many quotes: columns up to an offset each. */
export interface Dedent {
	quotes: number;
	steps: ReadonlyArray<{ columns: number; until: number }>;
}

/** A stretch that must stay whole: a link, inline code, a mention. */
export interface Whole {
	from: number;
	to: number;
}

/** The lines of code in a fence. */
export interface Region extends Whole {
	/** How a part begins that continues a line of it: `open` has what stands before its code, too. */
	point: Omit<SplitPoint, 'at' | 'level'>;
}

export interface SplitPoints {
	points: SplitPoint[];
	wholes: Whole[];
	regions: Region[];
}

interface Scope extends SplitPoints {
	lines: readonly string[];
	offsets: readonly number[];
}

/** What surrounds a block. */
interface Around {
	list?: AroundList;
	/** How many quotes. */
	quotes: number;
}

/** The outermost list. */
interface AroundList {
	/** How many quotes are around it. */
	quotes: number;
	/** The offsets where its item ends, and the list. */
	itemEnd: number;
	end: number;
	/** The columns before the marker of its item, and before the content of the innermost one. */
	indent: number;
	content: number;
	/** The offsets where the innermost item ends, and all around it. */
	ends: readonly number[];
}

/** All places in the order of the text. */
export function splitPoints(nodes: readonly MarkdownNode[], lines: readonly string[]): SplitPoints {
	const offsets: number[] = [];
	let offset = 0;
	for (const line of lines) {
		offsets.push(offset);
		offset += line.length + 1;
	}
	const scope: Scope = { lines, offsets, points: [], wholes: [], regions: [] };
	nodes.forEach((node, index) => {
		if (index > 0) scope.points.push({ at: offsets[node.from] ?? 0, level: levelBetween(nodes[index - 1], node) });
		within(node, scope, { quotes: 0 });
	});
	scope.points.sort((one, other) => one.at - other.at);
	scope.wholes.sort((one, other) => one.from - other.from);
	return scope;
}

function levelBetween(before: MarkdownNode | undefined, node: MarkdownNode): number {
	if (before?.type === 'heading') return LEVEL.underHeading;
	return node.type === 'heading' ? LEVEL.heading : LEVEL.block;
}

function within(node: MarkdownNode, scope: Scope, around: Around): void {
	if (node.type === 'code') withinCode(node, scope, around);
	else if (node.type === 'table') withinTable(node, scope, around);
	else if (node.type === 'list') withinList(node, scope, around);
	else if (node.type === 'quote') children(node.children, scope, { ...around, quotes: around.quotes + 1 });
	else if ('text' in node) withinText(node, scope, around);
}

function children(nodes: readonly MarkdownNode[], scope: Scope, around: Around): void {
	nodes.forEach((node, index) => {
		if (index > 0) scope.points.push(atLine(node.from, LEVEL.inner, scope, around));
		within(node, scope, around);
	});
}

/** The marks with which a line begins. */
const PREFIX = /^(?:[\s>]|[-+*]\s|\d{1,9}[.)]\s|#{1,6}\s)*/;

/** A fence is closed before, and opened after the place as it was opened first. */
function withinCode(node: NodeOf<'code'>, scope: Scope, around: Around): void {
	const opening = scope.lines[node.from] ?? '';
	const first = node.fence === undefined ? node.from + 1 : node.from + 2;
	const last = node.fence !== undefined && isClosed(node, scope) ? node.to - 1 : node.to;
	const [prefix = ''] = PREFIX.exec(opening) ?? [];
	const marks = /(`{3,}|~{3,})/.exec(opening)?.[0] ?? '';
	// The first line of an item has the item's marker, which is not repeated.
	const indent = prefix.replace(/[^\s>]/g, ' ');
	const fence =
		node.fence === undefined ? {} : { open: `${indent}${node.fence.trim()}\n`, close: `\n${indent}${marks}` };
	const columns = around.list && node.fence !== undefined ? indentBehind(indent, around) : undefined;
	const place = (line: number) => ({ ...atLine(line, LEVEL.line, scope, around, columns), ...fence, code: true });
	if (fence.open !== undefined && first - 1 < last)
		keepFence(node, scope, last, { ...place(node.from), open: fence.open + indent });
	for (let line = first; line < last; line++) scope.points.push(place(line));
}

/** The lines of the fence stay with the code beside them. */
function keepFence(node: NodeOf<'code'>, scope: Scope, last: number, point: Region['point']): void {
	const from = scope.offsets[node.from + 1] ?? 0;
	const to = (scope.offsets[last - 1] ?? 0) + (scope.lines[last - 1] ?? '').length;
	scope.wholes.push({ from: scope.offsets[node.from] ?? 0, to: from });
	scope.wholes.push({
		from: Math.max(from, to - 1),
		to: (scope.offsets[node.to - 1] ?? 0) + (scope.lines[node.to - 1] ?? '').length,
	});
	scope.regions.push({ from, to, point });
}

function isClosed(node: NodeOf<'code'>, { lines }: Scope): boolean {
	const last = (lines[node.to - 1] ?? '').replace(/^[\s>]+/, '').trim();
	return node.to - 1 > node.from && /^(?:`{3,}|~{3,})$/.test(last);
}

/** The header is repeated. */
function withinTable(node: NodeOf<'table'>, scope: Scope, around: Around): void {
	const open = `${scope.lines.slice(node.from, node.from + 2).join('\n')}\n`;
	scope.wholes.push({ from: scope.offsets[node.from] ?? 0, to: scope.offsets[node.from + 2] ?? endOf(node, scope) });
	for (let line = node.from + 3; line < node.to; line++) {
		scope.points.push({ ...atLine(line, LEVEL.line, scope, around), open });
	}
}

function withinList(node: NodeOf<'list'>, scope: Scope, around: Around): void {
	const { quotes } = around.list ?? around;
	// A list in a quote in a list is moved in twice: it has no places but those between its items.
	const inner = quotes < around.quotes ? { ...scope, points: [] } : scope;
	node.items.forEach((item: ListItem, index) => {
		const level = around.list || around.quotes > 0 ? LEVEL.line : LEVEL.item;
		const list = around.list ?? {
			quotes,
			itemEnd: endOf(item, scope),
			end: endOf(node, scope),
			indent: item.indent,
			content: 0,
			ends: [],
		};
		const ends = [...list.ends, endOf(item, scope)];
		const inside: Around = { ...around, list: { ...list, content: list.content + item.content, ends } };
		if (index > 0) scope.points.push({ ...atLine(item.from, level, scope, inside), gaps: gapsIn(around).gaps });
		item.children.forEach((child, number) => {
			// The first block stands on the line of the marker.
			if (number > 0) {
				const between = child.type === 'list' ? LEVEL.line : LEVEL.inner;
				inner.points.push(atLine(child.from, between, scope, inside));
			}
			within(child, inner, inside);
		});
	});
}

function withinText(node: MarkdownNode, scope: Scope, around: Around): void {
	const start = scope.offsets[node.from] ?? 0;
	const text = scope.lines.slice(node.from, node.to).join('\n');
	const isHeading = node.type === 'heading';
	// The marks of the line, of an item among them, are no words.
	const words = start + (PREFIX.exec(text)?.[0].length ?? 0);
	const lineAt = new Map<number | undefined, number>();
	for (let line = node.from + 1; line < node.to; line++) lineAt.set(scope.offsets[line], line);
	const tokens = tokensOf(text);
	const pairs = pairsOf(tokens);
	const quote = '> '.repeat(around.quotes);
	const dedent = around.list && dedentOf(around, around.list.content, 0);
	let open = 0;
	let mention = { from: 0, end: -1 };
	let at = start;
	tokens.forEach((token, index) => {
		const partner = pairs.get(index);
		if (partner !== undefined) open += partner > index ? 1 : -1;
		if (opensMention(token)) mention = { from: at, end: endOfMention(tokens, index) ?? -1 };
		if (index === mention.end) scope.wholes.push({ from: mention.from, to: at + token.raw.length });
		else if (index > mention.end && isWhole(token)) scope.wholes.push({ from: at, to: at + token.raw.length });
		else if (index > mention.end && token.type === 'text') {
			for (const { after, level: ofBreak } of breaksIn(token.raw, index < tokens.length - 1)) {
				if (at + after <= words) continue;
				const level = open > 0 ? LEVEL.styled : isHeading ? LEVEL.underHeading : ofBreak;
				const line = lineAt.get(at + after);
				scope.points.push(
					line === undefined
						? {
								at: at + after,
								level,
								...(quote !== '' && { open: quote }),
								...(dedent && { dedent }),
								...gapsIn(around),
							}
						: atLine(line, level, scope, around, indentBehind(scope.lines[line], around)),
				);
			}
		}
		at += token.raw.length;
	});
}

function gapsIn({ list, quotes }: Around): Pick<SplitPoint, 'gaps'> {
	return list ? { gaps: { at: list.ends, line: '> '.repeat(quotes).trimEnd() } } : {};
}

function isWhole(token: Token): boolean {
	return token.type !== 'text' && token.type !== 'mark';
}

/** Lines, sentences and clauses, Chinese ones too, and words. */
const BREAK = /(?<line>\n)|(?<sentence>[。！？；…]+["'”’」』）)]*|[.!?;]+["'”’)]*[ \t]+)|[，、：]|[ \t]+/g;

function* breaksIn(text: string, goesOn: boolean): Generator<{ after: number; level: number }> {
	for (const match of text.matchAll(BREAK)) {
		const after = match.index + match[0].length;
		if (text[after] === '\n' || (text[after] === undefined && !goesOn)) continue;
		const { line, sentence } = match.groups ?? {};
		yield { after, level: line !== undefined ? LEVEL.inner : sentence !== undefined ? LEVEL.sentence : LEVEL.word };
	}
}

/** @param columns to take from the line itself, where it is in no list too */
function atLine(line: number, level: number, scope: Scope, around: Around, columns?: number): SplitPoint {
	const at = scope.offsets[line] ?? 0;
	const text = scope.lines[line] ?? '';
	const taken = columns ?? (around.list ? indentBehind(text, around) : 0);
	const dedent = taken > 0 && { dedent: dedentOf(around, taken, at + text.length) };
	return { at, level, ...dedent, ...gapsIn(around) };
}

/** In a list to the end of the item, and of the list what is before its markers; else to the end of the line. */
function dedentOf({ list, quotes }: Around, columns: number, lineEnd: number): Dedent {
	if (!list) return { quotes, steps: [{ columns, until: lineEnd }] };
	const steps = [
		{ columns, until: list.itemEnd },
		{ columns: list.indent, until: list.end },
	];
	return { quotes: list.quotes, steps };
}

/** Columns of white space behind the marks of the quotes around a list. */
function indentBehind(line = '', { list, quotes }: Around): number {
	return indentOf(line.slice(quoteMarks(line, (list ?? { quotes }).quotes).length));
}

function endOf(node: Span, { offsets, lines }: Scope): number {
	return offsets[node.to] ?? (offsets[lines.length - 1] ?? 0) + (lines[lines.length - 1] ?? '').length;
}
