import type { JsonObject } from '../json';
import { isObject } from '../json';
import type { Words } from '../markdown/nodes';
import { wordsColour } from './colours';
import { alignOf } from './loneBlocks';
import { emptyText, textRun, wordsBlock, type NewBlock } from './newBlock';
import type { BlockOptions } from './blockOptions';
import { wordsPieces, type WordsPiece } from './wordsElements';

interface OwnWords {
	elements: JsonObject[];
	style: JsonObject;
}

/** A paragraph as blocks: pictures and the like stand in no line of words, so they part it. */
export function paragraphBlocks(words: Words, options: BlockOptions, style: JsonObject = {}): NewBlock[] {
	const dressed = withoutSuffix(words);
	const own = { ...style, ...dressed.style };
	const pieces = wordsPieces(dressed.words, options);
	if (pieces.length > 0 && pieces.every(isBlank)) return [emptyText()];
	return grouped(pieces).map((group) =>
		'block' in group ? aligned(group.block, own) : wordsBlock('text', coloured(group.elements, dressed.colour), own),
	);
}

/** The words with which a heading or an item begins, and what follows them. */
export function splitWords(words: Words, options: BlockOptions): { own?: OwnWords; rest: NewBlock[] } {
	const [first, ...rest] = paragraphBlocks(words, options);
	if (first?.kind !== 'text') return { rest: first ? [first, ...rest] : rest };
	return { own: { elements: first.body.elements as JsonObject[], style: first.body.style as JsonObject }, rest };
}

const isBlank = (piece: WordsPiece): boolean => 'element' in piece && contentOf(piece.element)?.trim() === '';

/** What a run says; undefined for an element of another kind. */
function contentOf({ text_run: run }: JsonObject): string | undefined {
	return isObject(run) ? String(run.content) : undefined;
}

type Group = { elements: JsonObject[] } | { block: NewBlock };

function grouped(pieces: readonly WordsPiece[]): Group[] {
	const groups: Group[] = [];
	for (const piece of pieces) {
		const last = groups[groups.length - 1];
		if ('block' in piece) groups.push(piece);
		else if (last && 'elements' in last) last.elements.push(piece.element);
		else groups.push({ elements: [piece.element] });
	}
	if (groups.every((group) => 'elements' in group)) return groups;
	return groups
		.map((group) => ('block' in group ? group : { elements: trimmed(group.elements) }))
		.filter((group) => 'block' in group || group.elements.length > 0);
}

/** Without white space at its edges, where a picture stood or stands. */
function trimmed(elements: readonly JsonObject[]): JsonObject[] {
	const own = [...elements];
	while (own.length > 0 && trimEdge(own, 0, /^\s+/));
	while (own.length > 0 && trimEdge(own, own.length - 1, /\s+$/));
	return own;
}

/** @returns whether the edge was white space alone, so that the next one is to be looked at */
function trimEdge(elements: JsonObject[], at: number, edge: RegExp): boolean {
	const content = contentOf(elements[at] ?? {});
	if (content === undefined) return false;
	const rest = content.replace(edge, '');
	if (rest === '') {
		elements.splice(at, 1);
		return true;
	}
	const { text_element_style: style } = elements[at]?.text_run as JsonObject;
	if (rest !== content) elements[at] = textRun(rest, style as JsonObject);
	return false;
}

const aligned = (block: NewBlock, { align }: JsonObject): NewBlock =>
	block.content?.of === 'image' && align !== undefined
		? { ...block, content: { ...block.content, image: { align, ...block.content.image } } }
		: block;

function coloured(elements: readonly JsonObject[], colour: number | undefined): JsonObject[] {
	if (colour === undefined) return [...elements];
	return elements.map((element) => {
		const run = element.text_run;
		if (!isObject(run)) return element;
		return textRun(String(run.content), { text_color: colour, ...(run.text_element_style as JsonObject) });
	});
}

const SUFFIX = /[ \t]*\{((?:[ \t]*(?:align|color)="[a-z]+")+)[ \t]*\}[ \t]*$/;

/** What stands behind the words of a paragraph or around them: `{align="center"}`, `<p align="center">`. */
function withoutSuffix(words: Words): { words: Words; style: JsonObject; colour?: number } {
	const around = words.filter((node) => !(node.type === 'text' && node.text.trim() === ''));
	const [only] = around;
	if (around.length === 1 && only?.type === 'tag' && only.documents && /^(?:p|div|center)$/.test(only.name)) {
		const style = alignOf(only.name === 'center' ? new Map([['align', 'center']]) : only.attributes);
		return { words: only.children ?? [], style };
	}
	const last = words[words.length - 1];
	const [suffix, written = ''] = (last?.type === 'text' && SUFFIX.exec(last.text)) || [];
	if (last?.type !== 'text' || suffix === undefined) return { words, style: {} };
	const attributes = new Map(
		[...written.matchAll(/([a-z]+)="([a-z]+)"/g)].map(([, key = '', value = '']) => [key, value]),
	);
	const rest = last.text.slice(0, -suffix.length);
	return {
		words: [...words.slice(0, -1), ...(rest === '' ? [] : [{ ...last, text: rest }])],
		style: alignOf(attributes),
		colour: wordsColour(attributes.get('color') ?? ''),
	};
}
