import { table as tableBlock } from '../im/card/blocks/table';
import { TABLE_COLUMNS_LIMIT, TABLES_LIMIT } from '../im/card/limits';
import type { TableColumn } from '../im/card/types';
import { InputError } from '../input';
import type { JsonObject } from '../json';
import { byType, type ByType } from './byType';
import { cardInline } from './cardInline';
import { fenced } from './codeMarks';
import { isImageKey } from './imageKeys';
import { cardLanguage } from './languages';
import {
	afterLabel,
	apart,
	isTop,
	joinPieces,
	listPieces,
	quotePieces,
	topState,
	type ListState,
	type Piece,
} from './layout';
import type { MarkdownNode, NodeOf, Words } from './nodes';
import { cellWords, onOneLine } from './oneLine';
import { parseMarkdown } from './parse';
import { plainWords } from './plainWords';
import { simplified } from './simplify';
import { alignedTable } from './tables';

export interface ElementsOptions {
	/**
	 * Tables that may become components; those beyond are shown as aligned text. 5 by default, which is what a card
	 * takes, and 0 for elements that are to stand within others, where no table may be.
	 */
	tables?: number;
}

/** A component, or code, which must begin its line. */
type Own = { element: JsonObject } | { code: string };

interface Context {
	tables: number;
}

/**
 * CommonMark and GFM as elements of a card 2.0: tables as tables, images that stand alone as images, rules as
 * dividers, and everything else as Markdown that the card's own understands. Nothing is left out.
 * Text without content gives no elements.
 */
export function markdownElements(markdown: string, { tables = TABLES_LIMIT }: ElementsOptions = {}): JsonObject[] {
	const context: Context = { tables };
	const pieces = apart(parseMarkdown(markdown)).flatMap((node) => topPieces(node, context));
	return joinPieces(pieces.map(withCode)).map((piece) =>
		'own' in piece ? piece.own : { tag: 'markdown', content: piece.text },
	);
}

/** The same as the text of one element: what would be elements of their own is written. */
export function markdownText(markdown: string): string {
	return markdownElements(markdown, { tables: 0 })
		.map(({ tag, content, img_key: key, alt }) => {
			if (tag === 'hr') return '---';
			return tag === 'img' ? `![${String((alt as JsonObject).content)}](${String(key)})` : String(content);
		})
		.join('\n\n');
}

/** Code is text again once it has left its list. */
function withCode(piece: Piece<Own>): Piece<JsonObject> {
	if ('text' in piece) return { text: piece.text };
	return 'code' in piece.own ? { text: piece.own.code } : { own: piece.own.element };
}

function topPieces(node: MarkdownNode, context: Context): Array<Piece<Own>> {
	if (node.type === 'table' && context.tables > 0 && node.header.length <= TABLE_COLUMNS_LIMIT) {
		context.tables--;
		return [{ own: { element: tableElement(node) } }];
	}
	return byType(PIECES, node, topState(), context);
}

const PIECES: ByType<MarkdownNode, [ListState, Context], Array<Piece<Own>>> = {
	heading: ({ level, words }) => [{ text: `${'#'.repeat(level)} ${cardInline(onOneLine(words), true)}`.trimEnd() }],
	paragraph: ({ words }, state) => {
		const images = isTop(state) ? lonelyImages(words) : undefined;
		const said = cardInline(words);
		return images ?? (said === '' ? [] : [{ text: said }]);
	},
	code: ({ text, language }) => [{ own: { code: fenced(text, cardLanguage(language)) } }],
	// Behind the dash of an item, three more would be a rule across the list.
	rule: (_node, state) => [
		isTop(state) ? { own: { element: { tag: 'hr' } } } : { text: state.depth > 0 ? '———' : '---' },
	],
	table: (node) => [{ own: { code: fenced(alignedTable(plainCells(node)), '') } }],
	definition: () => [],
	comment: () => [],
	footnote: ({ label, children }, state, context) =>
		afterLabel(
			`&#91;${label}&#93;`,
			children.flatMap((child) => byType(PIECES, child, { ...state, quoted: true }, context)),
		),
	quote: ({ children }, _state, context) =>
		quotePieces(
			joinPieces(apart(children).flatMap((child) => byType(PIECES, child, { ...topState(), quoted: true }, context))),
		),
	list: (list, state, context) =>
		listPieces(list, state, (nodes, inner) => nodes.flatMap((node) => byType(PIECES, node, inner, context))),
};

/** The images of a paragraph that has nothing else. */
function lonelyImages(words: Words): Array<Piece<Own>> | undefined {
	const images: Array<Piece<Own>> = [];
	for (const node of simplified(words)) {
		if (node.type === 'break' || (node.type === 'text' && node.text.trim() === '')) continue;
		if (node.type !== 'image' || !isImageKey(node.url)) return undefined;
		const element = {
			tag: 'img',
			img_key: node.url,
			alt: { tag: 'plain_text', content: node.alt },
			scale_type: 'fit_horizontal',
		};
		images.push({ own: { element } });
	}
	return images.length === 0 ? undefined : images;
}

function plainCells(node: NodeOf<'table'>): { header: string[]; alignments: typeof node.alignments; rows: string[][] } {
	return { ...node, header: node.header.map(cellWords), rows: node.rows.map((row) => row.map(cellWords)) };
}

/** Cells of a column that has any syntax are Markdown, others plain text. */
function tableElement({ header, rows: cells, alignments }: NodeOf<'table'>): JsonObject {
	const columns = header.map((title, index): TableColumn => {
		const formatted = cells.some((row) => !simplified(row[index] ?? [], true).every(({ type }) => type === 'text'));
		const align = alignments[index];
		return {
			key: `c${index + 1}`,
			title: cellWords(title) || ' ',
			type: formatted ? 'markdown' : 'text',
			...(align && { align }),
		};
	});
	const rows = cells.map((row) =>
		Object.fromEntries(
			columns.map(({ key, type }, index) => {
				const cell = row[index] ?? [];
				return [key, type === 'markdown' ? cardInline(cell) : plainWords(simplified(cell))];
			}),
		),
	);
	const context = {
		root: true,
		error: (message: string) => new InputError('Markdown', `A table of the Markdown: ${message}`),
		children: () => [],
	};
	return tableBlock.build({ type: 'table', columns, rows }, context)[0] ?? {};
}
