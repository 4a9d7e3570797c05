/** The tree of blocks, out of the library's flat list. */
import type MarkdownIt from 'markdown-it';
import { cellsIn } from '../tables';
import { indentOf, QUOTE, withoutIndent } from '../lines';
import type { ListItem, MarkdownNode, NodeOf, Span, Words } from '../nodes';
import type { TableLines } from './blockRules';
import { readWords, type Found } from './inline';
import { preformattedCode } from './preformatted';
import { leafOf, SourceMap, type Leaf } from './sourceMap';

/** What stands around a block, and takes the beginning of its lines. */
type Around = { quote: true } | { item: number; content: number } | { footnote: number };

interface Reading {
	md: MarkdownIt.MarkdownIt;
	tokens: readonly MarkdownIt.Token[];
	next: number;
	env: MarkdownIt.Env;
	found: Found;
	lines: readonly string[];
	offsets: readonly number[];
	around: Around[];
}

export function readBlocks(
	md: MarkdownIt.MarkdownIt,
	text: string,
	tokens: readonly MarkdownIt.Token[],
	env: MarkdownIt.Env,
	found: Found,
): MarkdownNode[] {
	const lines = text.split('\n');
	const offsets: number[] = [];
	let offset = 0;
	for (const line of lines) {
		offsets.push(offset);
		offset += line.length + 1;
	}
	return nodesUntil('', { md, tokens, next: 0, env, found, lines, offsets, around: [] });
}

/** The blocks up to the token that ends what they are in. */
function nodesUntil(end: string, reading: Reading): MarkdownNode[] {
	const nodes: MarkdownNode[] = [];
	for (
		let token = reading.tokens[reading.next++];
		token && token.type !== end;
		token = reading.tokens[reading.next++]
	) {
		const read = Object.hasOwn(READERS, token.type) ? READERS[token.type] : undefined;
		if (read) nodes.push(read(token, reading));
	}
	return nodes;
}

type Reader = (token: MarkdownIt.Token, reading: Reading) => MarkdownNode;

const READERS: { readonly [type: string]: Reader } = {
	heading_open: (token, reading) => ({
		type: 'heading',
		level: Number(token.tag.slice(1)),
		words: wordsUntil('heading_close', reading),
		...spanOf(token),
	}),
	paragraph_open: (token, reading) => ({
		type: 'paragraph',
		words: wordsUntil('paragraph_close', reading),
		...spanOf(token),
	}),
	fence: (token, { md }) => {
		const language = md.utils.unescapeAll(token.info).trim().split(/[\s{]/)[0] ?? '';
		const fence = `${token.markup}${token.info.trim()}`;
		return { type: 'code', language, text: token.content.replace(/\n$/, ''), fence, ...spanOf(token) };
	},
	code_block: (token) => ({ type: 'code', language: '', text: token.content.replace(/\n$/, ''), ...spanOf(token) }),
	preformatted: (token, { md }) => ({
		type: 'code',
		...preformattedCode(token.content, md),
		tagged: true,
		...spanOf(token),
	}),
	hr: (token) => ({ type: 'rule', ...spanOf(token) }),
	reference_definition: (token) => ({ type: 'definition', ...spanOf(token) }),
	comment: (token) => ({ type: 'comment', ...spanOf(token) }),
	blockquote_open: (token, reading) => ({
		type: 'quote',
		children: within({ quote: true }, 'blockquote_close', reading),
		...spanOf(token),
	}),
	footnote_open: (token, reading) => ({
		type: 'footnote',
		label: token.info,
		children: within({ footnote: spanOf(token).from }, 'footnote_close', reading),
		...spanOf(token),
	}),
	block_tag_open: (token, reading) => ({
		type: 'quote',
		tag: { name: token.info, attributes: token.meta?.attributes as ReadonlyMap<string, string> },
		children: nodesUntil('block_tag_close', reading),
		...spanOf(token),
	}),
	table: (token, reading) => ({
		type: 'table',
		...tableOf(token.meta as unknown as TableLines, reading),
		...spanOf(token),
	}),
	bullet_list_open: (token, reading) => listOf(token, 'bullet_list_close', reading),
	ordered_list_open: (token, reading) => listOf(token, 'ordered_list_close', reading),
};

function spanOf({ map }: MarkdownIt.Token): Span {
	return { from: map?.[0] ?? 0, to: map?.[1] ?? 0 };
}

function within(around: Around, end: string, reading: Reading): MarkdownNode[] {
	reading.around.push(around);
	const nodes = nodesUntil(end, reading);
	reading.around.pop();
	return nodes;
}

function wordsUntil(end: string, reading: Reading): Words {
	let words: Words = [];
	for (
		let token = reading.tokens[reading.next++];
		token && token.type !== end;
		token = reading.tokens[reading.next++]
	) {
		if (token.type === 'inline') words = wordsOf(leaf(token.content, spanOf(token).from, reading), reading);
	}
	return words;
}

function wordsOf(own: Leaf, { md, env, found }: Reading): Words {
	return own.text === '' ? [] : readWords(md, own, env, found);
}

function leaf(text: string, line: number, { lines, offsets }: Reading): Leaf {
	return leafOf(text, line, lines, offsets);
}

/** Rows get as many cells as the header; what a row has beyond stays in its last cell, so that nothing is lost. */
function tableOf({ alignments, rows }: TableLines, reading: Reading): Omit<NodeOf<'table'>, 'type' | keyof Span> {
	const [header = [], ...others] = rows.map(({ text, at }) =>
		cellsIn(text, alignments.length).map(({ text: own, anchors }) => {
			const map = new SourceMap();
			for (const [from, source] of anchors) map.add(from, at + source);
			return wordsOf({ text: own, map }, reading);
		}),
	);
	return { alignments, header, rows: others };
}

const ITEM = /^([ \t]*)([-+*]|\d{1,9}[.)])([ \t]*)(.*)$/;

function listOf(token: MarkdownIt.Token, end: string, reading: Reading): NodeOf<'list'> {
	const ordered = token.type === 'ordered_list_open';
	const first = Number(token.attrGet('start') ?? 1);
	const items: ListItem[] = [];
	for (let next = reading.tokens[reading.next++]; next && next.type !== end; next = reading.tokens[reading.next++]) {
		if (next.type === 'list_item_open') items.push(itemOf(next, reading, ordered ? first + items.length : undefined));
	}
	return { type: 'list', ordered, items, ...spanOf(token) };
}

function itemOf(token: MarkdownIt.Token, reading: Reading, number: number | undefined): ListItem {
	const { from, to } = spanOf(token);
	const [, before = '', marker = '', gap = '', rest = ''] = ITEM.exec(lineWithin(from, reading)) ?? [];
	const indent = indentOf(before);
	const spaces = indentOf(' '.repeat(indent + marker.length) + gap) - indent - marker.length;
	const content = indent + marker.length + (rest === '' || spaces > 4 ? 1 : spaces);
	const done = /^\[([ xX])\][ \t]/.exec(rest)?.[1];
	const task = done === undefined ? undefined : reading.tokens[reading.next + 1];
	// The box of a task is no words.
	const isTask = reading.tokens[reading.next]?.type === 'paragraph_open' && task?.type === 'inline';
	if (isTask) task.content = task.content.replace(/^\[[ xX]\][ \t]+/, '');
	return {
		marker,
		...(number !== undefined && { number }),
		indent,
		content,
		...(isTask && { done: done !== ' ' }),
		children: within({ item: from, content }, 'list_item_close', reading),
		from,
		to,
	};
}

/** A line without what the blocks around take of it. */
function lineWithin(line: number, { lines, around }: Reading): string {
	return around.reduce((text, one) => {
		if ('quote' in one) return text.replace(QUOTE, '');
		if ('footnote' in one) return one.footnote === line ? text.replace(/^[^\]]*\]:[ \t]*/, '') : withoutIndent(text, 4);
		return withoutIndent(
			one.item === line ? text.replace(/[-+*]|\d+[.)]/, (marker) => ' '.repeat(marker.length)) : text,
			one.content,
		);
	}, lines[line] ?? '');
}
