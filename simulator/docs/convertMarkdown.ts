import MarkdownIt from 'markdown-it';
import type { DocSettings } from '../state/docSettings';
import { lineParts, type Part, part, type Run, tablePart, textPart } from './convertParts';
import { languageOf } from './languages';

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number];
type Piece = Run | { image: string };

const reader = new MarkdownIt();
const TASK = /^\[([ xX])\]\s+/;
const FORMULA = /\$\$?([^$\n]+?)\$\$?/g;

const MARKS: Readonly<Record<string, keyof Run>> = { strong: 'bold', em: 'italic', s: 'strikethrough' };

/** A text in which formulas stand by themselves, where the platform knows them. */
function runsIn(content: string, style: Omit<Run, 'content'>, equations: boolean): Run[] {
	if (!equations) return [{ ...style, content }];
	const parts = content.split(FORMULA);
	return parts
		.map((text, index): Run => ({ ...style, content: text, ...(index % 2 === 1 && { equation: true }) }))
		.filter((run) => run.content !== '');
}

function piecesOf(tokens: readonly Token[], equations: boolean): Piece[] {
	const open = new Map<string, unknown>();
	const pieces: Piece[] = [];
	const style = () => Object.fromEntries(open) as Omit<Run, 'content'>;
	for (const token of tokens) {
		const [, tag = '', edge = ''] = /^(\w+)_(open|close)$/.exec(token.type) ?? [];
		const name = tag === 'link' ? 'link' : MARKS[tag];
		if (name && edge === 'open') open.set(name, tag === 'link' ? token.attrGet('href') : true);
		else if (name) open.delete(name);
		else if (token.type === 'code_inline') pieces.push({ ...style(), content: token.content, inline_code: true });
		else if (token.type === 'softbreak' || token.type === 'hardbreak') pieces.push({ ...style(), content: '\n' });
		else if (token.type === 'image') pieces.push({ image: String(token.attrGet('src') ?? '') });
		else if (token.content !== '') pieces.push(...runsIn(token.content, style(), equations));
	}
	return merged(pieces);
}

/** Neighbors of one style are one run. */
function merged(pieces: readonly Piece[]): Piece[] {
	const all: Piece[] = [];
	for (const piece of pieces) {
		const last = all[all.length - 1];
		const same = (one: Piece) => JSON.stringify({ ...one, content: '' });
		if (last && !('image' in last) && !('image' in piece) && !piece.equation && same(last) === same(piece))
			last.content += piece.content;
		else all.push({ ...piece });
	}
	return all;
}

const codePart = ({ content, info }: Token): Part =>
	textPart('code', [{ content: content.replace(/\n$/, '') }], { language: languageOf(info.split(/\s/)[0] ?? '') });

/** A list of tokens that is read from its beginning. */
class Reading {
	private at = 0;

	constructor(
		private readonly tokens: readonly Token[],
		private readonly equations: boolean,
	) {}

	/** Blocks up to the end of what is around them. */
	blocks(until?: string): Part[] {
		const parts: Part[] = [];
		for (let token = this.next(); token && token.type !== until; token = this.next()) parts.push(...this.block(token));
		return parts;
	}

	private next(): Token | undefined {
		const token = this.tokens[this.at];
		this.at += 1;
		return token;
	}

	private line(make: (runs: Run[]) => Part): Part[] {
		const pieces = piecesOf(this.next()?.children ?? [], this.equations);
		this.next();
		return lineParts(pieces, make);
	}

	private block(token: Token): Part[] {
		return this.kinds[token.type]?.(token) ?? [];
	}

	/** What each kind of token begins. */
	private readonly kinds: Readonly<Record<string, (token: Token) => Part[]>> = {
		heading_open: ({ tag }) => this.line((runs) => textPart(`heading${tag.slice(1)}`, runs)),
		paragraph_open: () => this.line((runs) => textPart('text', runs)),
		hr: () => [part('divider')],
		fence: (token) => [codePart(token)],
		code_block: (token) => [codePart(token)],
		bullet_list_open: () => this.list('bullet', 'bullet_list_close'),
		ordered_list_open: () => this.list('ordered', 'ordered_list_close'),
		blockquote_open: () => this.quote(),
		table_open: () => [this.table()],
	};

	private list(type: string, end: string): Part[] {
		const items: Part[] = [];
		for (let token = this.next(); token && token.type !== end; token = this.next())
			if (token.type === 'list_item_open') items.push(item(type, this.blocks('list_item_close')));
		return items;
	}

	/** A quote of paragraphs is one block each; with other things in it, it is a container of them. */
	private quote(): Part[] {
		const inside = this.blocks('blockquote_close');
		if (!inside.every(({ type, children }) => type === 'text' && children.length === 0))
			return [part('quote_container', inside)];
		return inside.map((one) => ({ ...one, type: 'quote', content: { ...one.content, style: { align: 1 } } }));
	}

	private table(): Part {
		const rows: Part[][][] = [];
		for (let token = this.next(); token && token.type !== 'table_close'; token = this.next()) {
			if (token.type === 'tr_open') rows.push([]);
			if (token.type === 'th_open' || token.type === 'td_open')
				rows[rows.length - 1]?.push(this.line((runs) => textPart('text', runs)));
		}
		return tablePart(rows);
	}
}

interface TextRun {
	text_run?: { content: string };
}

/** An entry of a list: its first paragraph is its text, the rest is below it; with a box before it, it is a task. */
export function item(type: string, [first, ...rest]: readonly Part[]): Part {
	if (first?.type !== 'text') return textPart(type, [], {}, first ? [first, ...rest] : rest);
	const elements = (first.content.elements ?? []) as TextRun[];
	const [start] = elements;
	const box = TASK.exec(start?.text_run?.content ?? '');
	if (!start?.text_run || !box) {
		const { content } = textPart(type, []);
		return { type, content: { ...content, elements }, children: [...first.children, ...rest] };
	}
	start.text_run.content = start.text_run.content.slice(box[0].length);
	const { content } = textPart('todo', [], { done: box[1] !== ' ' });
	return { type: 'todo', content: { ...content, elements }, children: rest };
}

/** Markdown as the platform reads it: no HTML, no footnotes, nothing of its own dialect. */
export const markdownParts = (content: string, { docConvertEquations }: DocSettings): Part[] =>
	new Reading(reader.parse(content, {}), docConvertEquations === 'element').blocks();
