import { indentOf, quoteMarks } from './lines';
import type { Inline, MarkdownNode, NodeOf, Span, Words } from './nodes';

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
	/**
	 * Where items end within which the part after begins: a number there needs an empty line before, with the marks of
	 * quotes, and is the one that the item has.
	 */
	gaps?: { siblings: readonly Sibling[]; line: string };
	/** Whether white space counts. */
	code?: boolean;
	/** The number that an item has there, whatever was typed: only the first one of a list counts. */
	number?: number;
}

/** Where the item after another one begins, and its number. */
export interface Sibling {
	at: number;
	number?: number;
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
	/** What follows the innermost item, and all around it. */
	siblings: readonly Sibling[];
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
	else if (node.type === 'footnote') children(node.children, scope, around);
	else if (node.type === 'heading' || node.type === 'paragraph') withinText(node, scope, around);
}

function children(nodes: readonly MarkdownNode[], scope: Scope, around: Around): void {
	nodes.forEach((node, index) => {
		if (index > 0) scope.points.push(atLine(node.from, LEVEL.inner, scope, around));
		within(node, scope, around);
	});
}

/** The marks with which a line begins. */
const PREFIX = /^(?:[\s>]|[-+*]\s|\d{1,9}[.)]\s|#{1,6}\s|\[\^[^\]]*\]:)*/;

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
	node.items.forEach((item, index) => {
		const level = around.list || around.quotes > 0 ? LEVEL.line : LEVEL.item;
		const list = around.list ?? {
			quotes,
			itemEnd: endOf(item, scope),
			end: endOf(node, scope),
			indent: item.indent,
			content: 0,
			siblings: [],
		};
		const next: Sibling = { at: endOf(item, scope), ...(item.number !== undefined && { number: item.number + 1 }) };
		const siblings = [...list.siblings, next];
		const inside: Around = { ...around, list: { ...list, content: list.content + item.content, siblings } };
		if (index > 0)
			scope.points.push({ ...atLine(item.from, level, scope, inside), gaps: gapsIn(around).gaps, number: item.number });
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

function withinText(node: NodeOf<'heading' | 'paragraph'>, scope: Scope, around: Around): void {
	const start = scope.offsets[node.from] ?? 0;
	const text = scope.lines.slice(node.from, node.to).join('\n');
	// The marks of the line, of an item among them, are no words.
	const first = start + (PREFIX.exec(text)?.[0].length ?? 0);
	const lineAt = new Map<number | undefined, number>();
	for (let line = node.from + 1; line < node.to; line++) lineAt.set(scope.offsets[line], line);
	const quote = '> '.repeat(around.quotes);
	const dedent = around.list && dedentOf(around, around.list.content, 0);
	const add = (at: number, level: number) => {
		if (at <= first || at >= start + text.length || text[at - start] === '\n') return;
		const line = lineAt.get(at);
		const within = { at, level, ...(quote !== '' && { open: quote }), ...(dedent && { dedent }), ...gapsIn(around) };
		scope.points.push(
			line === undefined ? within : atLine(line, level, scope, around, indentBehind(scope.lines[line], around)),
		);
	};
	const isHeading = node.type === 'heading';
	let line = node.from;
	/** Where the line begins behind the one that has this place; asked in the order of the text. */
	const lineAfter = (at: number) => {
		while (line < node.to && (scope.offsets[line] ?? Infinity) <= at) line++;
		return scope.offsets[line] ?? Infinity;
	};
	withinWords(node.words, { scope, add, lineAfter, level: (own) => (isHeading ? LEVEL.underHeading : own) });
}

interface TextScope {
	scope: Scope;
	add: (at: number, level: number) => void;
	lineAfter: (at: number) => number;
	level: (own: number) => number;
}

/** Places between words; what is no mere words stays whole, apart from what stands in a style or a tag. */
function withinWords(words: Words, text: TextScope): void {
	for (const node of words) {
		if (node.type === 'break') text.add(text.lineAfter(node.from), text.level(LEVEL.inner));
		else if (node.type === 'text' && node.written === undefined)
			for (const { after, level } of breaksIn(node.text)) text.add(node.from + after, text.level(level));
		else if (node.type === 'style' || (node.type === 'tag' && node.children)) {
			keepEdges(node, text.scope);
			withinWords(node.children ?? [], { ...text, level: () => LEVEL.styled });
		} else text.scope.wholes.push({ from: node.from, to: node.to });
	}
}

/** What opens and closes it. */
function keepEdges(node: Extract<Inline, { children?: Inline[] }>, { wholes }: Scope): void {
	const [first, last] = [node.children?.[0], node.children?.[node.children.length - 1]];
	if (!first || !last) wholes.push({ from: node.from, to: node.to });
	else wholes.push({ from: node.from, to: first.from }, { from: last.to, to: node.to });
}

function gapsIn({ list, quotes }: Around): Pick<SplitPoint, 'gaps'> {
	return list ? { gaps: { siblings: list.siblings, line: '> '.repeat(quotes).trimEnd() } } : {};
}

/** Sentences and clauses, Chinese ones too, and words. */
const BREAK = /(?<sentence>[。！？；…]+["'”’」』）)]*|[.!?;]+["'”’)]*[ \t]+)|[，、：]|[ \t]+/g;

function* breaksIn(text: string): Generator<{ after: number; level: number }> {
	for (const match of text.matchAll(BREAK)) {
		const level = match.groups?.sentence === undefined ? LEVEL.word : LEVEL.sentence;
		yield { after: match.index + match[0].length, level };
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
