/** Blocks of a document as Markdown: the way back of `markdownBlocks`, and what else people have made. */
import type { JsonObject } from '../json';
import { object, text } from '../json';
import { fenced } from '../markdown/codeMarks';
import type { BlockKind } from './blockTypes';
import { calloutMarkdown } from './calloutMarkdown';
import { languageName } from './codeLanguages';
import { gridMarkdown } from './gridMarkdown';
import { loneMarkdown } from './loneMarkdown';
import { movedIn, quoted } from './movedLines';
import { blockTree, elementsOf, elementsText, type ReadBlock } from './readBlocks';
import { tableMarkdown } from './tableMarkdown';
import { wordsMarkdown } from './wordsMarkdown';
import type { MarkdownOptions } from './writtenElement';

/**
 * What the blocks say, in the order in which they stand. What Markdown can't say is a comment with its type and token,
 * which is left out when the text is written again.
 * @param blocks as the platform answers them, of a whole document or a part of one; a page's own words are its title
 */
export function blocksMarkdown(blocks: readonly JsonObject[], options: MarkdownOptions = {}): string {
	const said = treeMarkdown(blockTree(blocks), options);
	// Dashes at the very beginning could be front matter.
	return said.startsWith('---\n') ? `***${said.slice(3)}` : said;
}

/** The title of a document that was read from its beginning; empty where the page is not among the blocks. */
export function blocksTitle(blocks: readonly JsonObject[]): string {
	const page = blockTree(blocks).find(({ kind }) => kind === 'page');
	return page ? elementsText(elementsOf(page)).trim() : '';
}

/** A piece of the text, and how it stands beside another one. */
interface Piece {
	said: string;
	kind: BlockKind;
	/** The mark of its list: items of one are lines of one. */
	list?: 'bullet' | 'ordered';
	/** A list of its own, though one of the same kind is right before. */
	begins?: boolean;
}

function treeMarkdown(blocks: readonly ReadBlock[], options: MarkdownOptions): string {
	return joined(piecesOf(blocks, options));
}

const joined = (pieces: readonly Piece[]): string =>
	pieces.map((piece, at) => gapBefore(piece, pieces[at - 1]) + piece.said).join('');

/** Those that say anything. */
function piecesOf(blocks: readonly ReadBlock[], options: MarkdownOptions): Piece[] {
	const pieces: Piece[] = [];
	let number = 0;
	for (const block of flattened(blocks)) {
		const isOrdered = block.kind === 'ordered';
		const before = pieces[pieces.length - 1]?.list === 'ordered' ? number : 0;
		number = isOrdered ? numberOf(block, before) : 0;
		const said = isOrdered ? item(block, `${number}. `, options) : blockMarkdown(block, options);
		if (said === '') continue;
		const list = isOrdered ? 'ordered' : block.kind === 'bullet' || block.kind === 'todo' ? 'bullet' : undefined;
		pieces.push({
			said,
			kind: block.kind,
			...(list && { list }),
			...(isOrdered && before > 0 && number !== before + 1 && { begins: true }),
		});
	}
	return pieces;
}

function gapBefore({ list, begins }: Piece, before: Piece | undefined): string {
	if (!before) return '';
	if (begins) return '\n\n<!-- -->\n\n';
	return list !== undefined && before.list === list ? '\n' : '\n\n';
}

/** What an item's style says, or the next number. */
function numberOf({ body }: ReadBlock, before: number): number {
	const { sequence } = object(body.style);
	const own = Number(sequence);
	return Number.isInteger(own) && own >= 0 && own < 1e9 && text(sequence) !== '' ? own : before + 1;
}

/** Words with blocks in them that Markdown has no way to put there: those follow. */
const FLAT =
	/^(?:page|text|heading\d|source_synced|agenda|agenda_item|agenda_item_title|agenda_item_content|view|undefined)$/;

function flattened(blocks: readonly ReadBlock[]): ReadBlock[] {
	return blocks.flatMap((block) =>
		FLAT.test(block.kind) && block.children.length > 0
			? [{ ...block, children: [] }, ...flattened(block.children)]
			: [block],
	);
}

type Writer = (block: ReadBlock, options: MarkdownOptions) => string;

/** A block without those that follow it. */
function blockMarkdown(block: ReadBlock, options: MarkdownOptions): string {
	const write = WRITERS[block.kind] ?? (/^heading\d$/.test(block.kind) ? heading : undefined);
	return write ? write(block, options) : loneMarkdown(block, options);
}

const PLACES: Readonly<Record<number, string>> = { 2: 'center', 3: 'right' };

const none: Writer = () => '';

const paragraph: Writer = (block, options) => {
	const isPlaced = PLACES[Number(object(block.body.style).align)] !== undefined;
	const said = wordsMarkdown(elementsOf(block), options, { inItem: isPlaced });
	return said === '' ? '' : withPlace(said, block, options);
};

const heading: Writer = (block, options) => {
	const level = Number(block.kind.slice(7));
	const said = wordsMarkdown(elementsOf(block), options, { oneLine: true }).replace(/(^|\s)(#+)$/, '$1\\$2');
	if (said === '') return '';
	const placed = withPlace(said, block, options);
	if (level <= 6) return `${'#'.repeat(level)} ${placed}`;
	return options.dialect === 'plain' ? `**${said}**` : `<h${level}>${placed}</h${level}>`;
};

/** Where the words stand, behind them. */
function withPlace(said: string, { body }: ReadBlock, { dialect }: MarkdownOptions): string {
	const place = PLACES[Number(object(body.style).align)];
	const words = said.replace(/\{((?:[ \t]*(?:align|color)="[a-z]+")+[ \t]*\}[ \t]*)$/, '\\{$1');
	return place === undefined || dialect === 'plain' ? words : `${words} {align="${place}"}`;
}

/** An item with what is in it, moved in by the width of its mark. */
function item(block: ReadBlock, mark: string, options: MarkdownOptions): string {
	const own = wordsMarkdown(elementsOf(block), options, { inItem: true });
	const words = own === '' ? '' : withPlace(own, block, options);
	const pieces = piecesOf(block.children, options);
	const children = joined(pieces);
	const bare = words === '' && (block.kind === 'todo' || children === '');
	const first = bare ? '<br>' : words;
	const isList = pieces[0]?.list !== undefined;
	const gap = first === '' || children === '' ? '' : isList ? '\n' : '\n\n';
	const indent = ' '.repeat(/^\S+ /.exec(mark)?.[0].length ?? 2);
	return mark + movedIn(first + gap + children, indent);
}

const container: Writer = ({ children }, options) => {
	const said = treeMarkdown(children, options);
	return said === '' ? '' : quoted(said);
};

const WRITERS: Partial<Record<BlockKind, Writer>> = {
	page: none,
	text: paragraph,
	agenda_item_title: paragraph,
	bullet: (block, options) => item(block, '- ', options),
	todo: (block, options) => {
		const { done } = object(block.body.style);
		return item(block, done === true ? '- [x] ' : '- [ ] ', options);
	},
	ordered: (block, options) => item(block, '1. ', options),
	code: (block) => {
		const { language } = object(block.body.style);
		return fenced(elementsText(elementsOf(block)), languageName(language));
	},
	quote: (block, options) => {
		const said = paragraph(block, options);
		return [said === '' ? '' : quoted(said), treeMarkdown(block.children, options)]
			.filter((part) => part !== '')
			.join('\n\n');
	},
	quote_container: container,
	callout: ({ body, children }, options) => {
		const pieces = piecesOf(children, options);
		return calloutMarkdown(body, joined(pieces), options, pieces[0]?.kind === 'text');
	},
	divider: () => '---',
	grid: ({ children }, options) =>
		gridMarkdown(
			children.map(({ body, children: own }) => ({ ratio: body.width_ratio, said: treeMarkdown(own, options) })),
			options,
		),
	table: (block, options) => tableMarkdown(block, options, (blocks) => treeMarkdown(blocks, options)),
	source_synced: none,
	view: none,
	agenda: none,
	agenda_item: none,
	agenda_item_content: none,
};
