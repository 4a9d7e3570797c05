/**
 * Puts rendered blocks into lists and quotes. Both cards and posts want four spaces a level and code at the beginning
 * of the line, so a piece that can't be indented breaks out of its list or quote, which goes on after it.
 */
import type { ListItem, MarkdownNode, NodeOf } from './nodes';

/** Words, or something that stands by itself: code, an image, a table. */
export type Piece<Own> = { text: string } | { own: Own };

export type RenderBlocks<Own> = (nodes: ListItem['children'], state: ListState) => Array<Piece<Own>>;

/** How deep the list stands, and how much of it a piece that broke out has taken away. */
export interface ListState {
	depth: number;
	base: { taken: number };
	/** Within a quote, where nothing stands by itself either. */
	quoted?: boolean;
}

export const isTop = ({ depth, quoted }: ListState): boolean => depth === 0 && !quoted;

export const topState = (): ListState => ({ depth: 0, base: { taken: 0 } });

const INDENT = '    ';

/** A space that nobody sees. */
const NO_WIDTH = '\u200b';

/** Two ordered lists right behind one another would be counted as one: a line that nobody sees keeps them apart. */
export function apart(nodes: readonly MarkdownNode[]): MarkdownNode[] {
	return nodes.flatMap((node, index): MarkdownNode[] => {
		const before = nodes[index - 1];
		if (node.type !== 'list' || before?.type !== 'list' || !node.ordered || !before.ordered) return [node];
		const { from, to } = node;
		return [{ type: 'paragraph', words: [{ type: 'text', text: NO_WIDTH, from: 0, to: 0 }], from, to }, node];
	});
}

export function listPieces<Own>(list: NodeOf<'list'>, state: ListState, render: RenderBlocks<Own>): Array<Piece<Own>> {
	const pieces: Array<Piece<Own>> = [];
	for (const item of list.items) {
		if (state.depth === 0) state.base.taken = 0;
		itemPieces(item, state, render, pieces);
	}
	return pieces;
}

function itemPieces<Own>(item: ListItem, state: ListState, render: RenderBlocks<Own>, pieces: Array<Piece<Own>>): void {
	const level = () => Math.max(0, state.depth - state.base.taken);
	let lead = `${INDENT.repeat(level())}${markerOf(item)}`;
	const children = apart(item.children);
	let hasWords = false;
	for (let index = 0; index < children.length || lead !== ''; index++) {
		const child = children[index];
		const rendered = child ? render([child], { ...state, depth: state.depth + 1 }) : [];
		// A list within a list has its indentation already.
		const isList = child?.type === 'list';
		if (lead !== '' && (isList || rendered.length === 0 || !('text' in (rendered[0] ?? {})))) {
			// Alone below words, the dash of an inner item would make a heading of them.
			hasWords = level() > 0;
			add(pieces, hasWords ? `${lead} ${NO_WIDTH}` : lead.trimEnd());
			lead = '';
		}
		for (const piece of rendered) {
			if ('own' in piece) {
				pieces.push(piece);
				state.base.taken = state.depth + 1;
			} else if (isList) {
				// Below words a number other than 1 begins a list only after an empty line.
				const gap = hasWords && child.ordered && child.items[0]?.number !== 1 ? '\n' : '';
				add(pieces, gap + piece.text);
			} else {
				const [first = '', ...others] = piece.text.split('\n');
				const indent = INDENT.repeat(level() + (state.base.taken > state.depth ? 0 : 1));
				const opening = lead === '' ? `\n${indent}${first}` : `${lead} ${first}`;
				add(pieces, [opening, ...others.map((line) => (line === '' ? '' : indent + line))].join('\n'));
				lead = '';
				hasWords = true;
			}
		}
	}
}

export function quotePieces<Own>(pieces: ReadonlyArray<Piece<Own>>): Array<Piece<Own>> {
	return pieces.map((piece) =>
		'own' in piece
			? piece
			: {
					text: piece.text
						.split('\n')
						.map((line) => (line === '' ? '>' : `> ${line}`))
						.join('\n'),
				},
	);
}

/** The label of a footnote in front of what it says. */
export function afterLabel<Own>(label: string, [first, ...others]: ReadonlyArray<Piece<Own>>): Array<Piece<Own>> {
	if (!first) return [{ text: label }];
	return 'text' in first ? [{ text: `${label} ${first.text}` }, ...others] : [{ text: label }, first, ...others];
}

/** Words that follow one another become one piece, with an empty line between them. */
export function joinPieces<Own>(pieces: ReadonlyArray<Piece<Own>>): Array<Piece<Own>> {
	const joined: Array<Piece<Own>> = [];
	for (const piece of pieces) {
		const last = joined[joined.length - 1];
		if ('own' in piece || !last || 'own' in last) joined.push('own' in piece ? piece : { text: piece.text });
		else last.text += `\n\n${piece.text}`;
	}
	return joined;
}

/** The next line of a list. */
function add<Own>(pieces: Array<Piece<Own>>, text: string): void {
	const last = pieces[pieces.length - 1];
	if (last && 'text' in last) last.text += `\n${text}`;
	else pieces.push({ text: text.replace(/^\n+/, '') });
}

function markerOf({ number, done }: ListItem): string {
	const box = done === undefined ? '' : done ? ' ☑' : ' ☐';
	return (number === undefined ? '-' : `${number}.`) + box;
}
