import { indentOf } from './lines';
import type { ListItem, MarkdownNode, NodeOf } from './nodes';
import { tokensOf, type Token } from './tokens';
import { pairsOf } from './emphasis';

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
	/** Columns to take from the lines of the part after, up to the offset where their list ends. */
	dedent?: { columns: number; until: number };
	/** Where the paragraph of an item ends that the part after begins with: a number there needs an empty line before. */
	gap?: { at: number; line: string };
	/** Whether white space counts. */
	code?: boolean;
}

/** A stretch that must stay whole: a link, inline code, a mention. */
export interface Whole {
	from: number;
	to: number;
}

/** The lines of code in a fence. */
export interface Region extends Whole {
	open: string;
	close: string;
	code: true;
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
	/** The list it is in: the offset of its end, and the columns of its content. */
	list?: { until: number; content: number };
	quoted: boolean;
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
		within(node, scope, { quoted: false });
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
	else if (node.type === 'quote') children(node.children, scope, { ...around, quoted: true });
	else if (node.type !== 'rule' && node.type !== 'definition') withinText(node, scope, around);
}

function children(nodes: readonly MarkdownNode[], scope: Scope, around: Around): void {
	nodes.forEach((node, index) => {
		if (index > 0) scope.points.push(atLine(node.from, LEVEL.inner, scope, around));
		within(node, scope, around);
	});
}

/** A fence is closed before, and opened after the place as it was opened first. */
function withinCode(node: NodeOf<'code'>, scope: Scope, around: Around): void {
	const opening = scope.lines[node.from] ?? '';
	const first = node.fence === undefined ? node.from + 1 : node.from + 2;
	const last = node.fence !== undefined && isClosed(node, scope) ? node.to - 1 : node.to;
	const [prefix = ''] = /^[\s>]*(?:[-+*]\s+|\d{1,9}[.)]\s+)*/.exec(opening) ?? [];
	const marks = /(`{3,}|~{3,})/.exec(opening)?.[0] ?? '';
	// The first line of an item has the item's marker, which is not repeated.
	const indent = /[^\s>]/.test(prefix) ? ' '.repeat(prefix.length) : prefix;
	const fence =
		node.fence === undefined ? {} : { open: `${indent}${node.fence.trim()}\n`, close: `\n${indent}${marks}` };
	if (node.fence !== undefined && first - 1 < last) keepFence(node, scope, last, fence.open ?? '', fence.close ?? '');
	for (let line = first; line < last; line++) {
		const columns = node.fence === undefined ? undefined : indent.length;
		scope.points.push({ ...atLine(line, LEVEL.line, scope, around, columns), ...fence, code: true });
	}
}

/** The lines of the fence stay with the code beside them. */
function keepFence(node: NodeOf<'code'>, scope: Scope, last: number, open: string, close: string): void {
	const from = scope.offsets[node.from + 1] ?? 0;
	const to = (scope.offsets[last - 1] ?? 0) + (scope.lines[last - 1] ?? '').length;
	scope.wholes.push({ from: scope.offsets[node.from] ?? 0, to: from });
	scope.wholes.push({
		from: Math.max(from, to - 1),
		to: (scope.offsets[node.to - 1] ?? 0) + (scope.lines[node.to - 1] ?? '').length,
	});
	scope.regions.push({ from, to, open, close, code: true });
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
	const until = around.list?.until ?? endOf(node, scope);
	node.items.forEach((item: ListItem, index) => {
		const level = around.list || around.quoted ? LEVEL.line : LEVEL.item;
		const inside: Around = { ...around, list: { until, content: (around.list?.content ?? 0) + item.content } };
		if (index > 0) scope.points.push(atLine(item.from, level, scope, inside));
		item.children.forEach((child, number) => {
			// The first block stands on the line of the marker.
			if (number > 0) {
				const between = child.type === 'list' ? LEVEL.line : LEVEL.inner;
				const gap = child.type === 'paragraph' ? gapAfter(child, scope, inside) : {};
				scope.points.push({ ...atLine(child.from, between, scope, inside), ...gap });
			}
			within(child, scope, inside);
		});
	});
}

function withinText(node: MarkdownNode, scope: Scope, around: Around): void {
	const start = scope.offsets[node.from] ?? 0;
	const text = scope.lines.slice(node.from, node.to).join('\n');
	const isHeading = node.type === 'heading';
	const gap = gapAfter(node, scope, around);
	if (!isHeading) {
		for (let line = node.from + 1; line < node.to; line++) {
			const columns = indentOf(scope.lines[line] ?? '');
			scope.points.push({ ...atLine(line, LEVEL.inner, scope, around, columns), ...gap });
		}
	}
	const tokens = tokensOf(text);
	const pairs = pairsOf(tokens);
	const quote = around.quoted ? (/^\s*(?:>\s?)+/.exec(scope.lines[node.from] ?? '')?.[0] ?? '') : '';
	const dedent = around.list && !around.quoted ? { columns: around.list.content, until: around.list.until } : undefined;
	let open = 0;
	let mentioned: number | undefined;
	let at = start;
	tokens.forEach((token, index) => {
		const partner = pairs.get(index);
		if (partner !== undefined) open += partner > index ? 1 : -1;
		if (isWhole(token)) scope.wholes.push({ from: at, to: at + token.raw.length });
		if (token.type === 'tag' && token.name === 'at') {
			if (token.closing && mentioned !== undefined) scope.wholes.push({ from: mentioned, to: at + token.raw.length });
			mentioned = token.closing ? undefined : at;
		} else if (token.type === 'text' && mentioned === undefined) {
			for (const { after, level } of breaksIn(token.raw, index < tokens.length - 1)) {
				scope.points.push({
					at: at + after,
					level: open > 0 ? LEVEL.styled : isHeading ? LEVEL.underHeading : level,
					...(quote !== '' && { open: quote }),
					...(dedent && { dedent }),
					...gap,
				});
			}
		}
		at += token.raw.length;
	});
}

function gapAfter(node: MarkdownNode, { offsets, lines }: Scope, around: Around): Pick<SplitPoint, 'gap'> {
	const at = offsets[node.to];
	if (!around.list || at === undefined) return {};
	const quote = around.quoted ? (/^\s*(?:>\s?)+/.exec(lines[node.from] ?? '')?.[0] ?? '') : '';
	return { gap: { at, line: `${quote.trimEnd()}\n` } };
}

function isWhole(token: Token): boolean {
	return token.type !== 'text' && token.type !== 'mark';
}

/** Sentences and clauses, Chinese ones too, and words. Line ends are places of their own. */
const BREAK = /(?<sentence>[。！？；…]+["'”’」』）)]*|[.!?;]+["'”’)]*[ \t]+)|[，、：]|[ \t]+/g;

function* breaksIn(text: string, goesOn: boolean): Generator<{ after: number; level: number }> {
	for (const match of text.matchAll(BREAK)) {
		const after = match.index + match[0].length;
		if (text[after] === '\n' || (text[after] === undefined && !goesOn)) continue;
		yield { after, level: match.groups?.sentence === undefined ? LEVEL.word : LEVEL.sentence };
	}
}

function atLine(line: number, level: number, scope: Scope, around: Around, columns?: number): SplitPoint {
	const taken = columns ?? indentOf(scope.lines[line] ?? '');
	const until = around.list?.until ?? (scope.offsets[line] ?? 0) + 1;
	return {
		at: scope.offsets[line] ?? 0,
		level,
		...((around.list || columns !== undefined) && !around.quoted && taken > 0 && { dedent: { columns: taken, until } }),
	};
}

function endOf(node: MarkdownNode, { offsets, lines }: Scope): number {
	return offsets[node.to] ?? (offsets[lines.length - 1] ?? 0) + (lines[lines.length - 1] ?? '').length;
}
