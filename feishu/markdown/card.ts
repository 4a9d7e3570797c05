import { table as tableBlock } from '../im/card/blocks/table';
import { TABLE_COLUMNS_LIMIT, TABLES_LIMIT } from '../im/card/limits';
import type { TableColumn } from '../im/card/types';
import { InputError } from '../input';
import type { JsonObject } from '../json';
import { byType, type ByType } from './byType';
import { cardInline, isImageKey } from './cardInline';
import { cardLanguage } from './languages';
import { isTop, joinPieces, listPieces, quotePieces, topState, type ListState, type Piece } from './layout';
import type { MarkdownNode, NodeOf } from './nodes';
import { parseMarkdown } from './parse';
import { plainInline } from './plain';
import { referencesOf, resolved, type References } from './references';
import { alignedTable } from './tables';
import { tokensOf } from './tokens';

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
	references: References;
	tables: number;
}

/**
 * CommonMark and GFM as elements of a card 2.0: tables as tables, images that stand alone as images, rules as
 * dividers, and everything else as Markdown that the card's own understands. Nothing is left out.
 * Text without content gives no elements.
 */
export function markdownElements(markdown: string, { tables = TABLES_LIMIT }: ElementsOptions = {}): JsonObject[] {
	const nodes = parseMarkdown(markdown);
	const context: Context = { references: referencesOf(nodes), tables };
	const pieces = nodes.flatMap((node) => topPieces(node, context));
	return joinPieces(pieces.map(withCode)).map((piece) =>
		'own' in piece ? piece.own : { tag: 'markdown', content: piece.text },
	);
}

/** Code is text again once it has left its list. */
function withCode(piece: Piece<Own>): Piece<JsonObject> {
	if ('text' in piece) return { text: piece.text };
	return 'code' in piece.own ? { text: piece.own.code } : { own: piece.own.element };
}

function topPieces(node: MarkdownNode, context: Context): Array<Piece<Own>> {
	if (node.type === 'table' && context.tables > 0 && node.header.length <= TABLE_COLUMNS_LIMIT) {
		context.tables--;
		return [{ own: { element: tableElement(node, context.references) } }];
	}
	return byType(PIECES, node, topState(), context);
}

const PIECES: ByType<MarkdownNode, [ListState, Context], Array<Piece<Own>>> = {
	heading: ({ level, text }, _state, { references }) => [
		{ text: `${'#'.repeat(level)} ${cardInline(text.replace(/\n/g, ' '), references)}`.trimEnd() },
	],
	paragraph: ({ text }, state, { references }) => {
		const images = isTop(state) ? lonelyImages(text, references) : undefined;
		const said = cardInline(text, references);
		return images ?? (said === '' ? [] : [{ text: said }]);
	},
	code: ({ text, language }) => [{ own: { code: fenced(text, cardLanguage(language)) } }],
	rule: (_node, state) => [isTop(state) ? { own: { element: { tag: 'hr' } } } : { text: '---' }],
	table: (node) => [{ own: { code: fenced(alignedTable(plainCells(node)), '') } }],
	definition: () => [],
	comment: () => [],
	footnote: ({ label, text }, _state, { references }) => [
		{ text: `&#91;${label}&#93; ${cardInline(text, references)}` },
	],
	quote: ({ children }, _state, context) =>
		quotePieces(
			joinPieces(children.flatMap((child) => byType(PIECES, child, { ...topState(), quoted: true }, context))),
		),
	list: (list, state, context) =>
		listPieces(list, state, (nodes, inner) => nodes.flatMap((node) => byType(PIECES, node, inner, context))),
};

/** The images of a paragraph that has nothing else. */
function lonelyImages(text: string, references: References): Array<Piece<Own>> | undefined {
	if (!text.includes('![')) return undefined;
	const tokens = tokensOf(text).map((token) => resolved(token, references));
	const images: Array<Piece<Own>> = [];
	for (const token of tokens) {
		if (token.type === 'text' && token.raw.trim() === '') continue;
		if (token.type !== 'image' || !isImageKey(token.url)) return undefined;
		const alt = plainInline(token.alt);
		images.push({
			own: {
				element: {
					tag: 'img',
					img_key: token.url,
					alt: { tag: 'plain_text', content: alt },
					scale_type: 'fit_horizontal',
				},
			},
		});
	}
	return images;
}

/** A fence that no run of backticks within it closes. */
export function fenced(code: string, language: string): string {
	const longest = [...code.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 2);
	const fence = '`'.repeat(longest + 1);
	return `${fence}${language}\n${code}\n${fence}`;
}

function plainCells(node: NodeOf<'table'>): NodeOf<'table'> {
	const plain = (cells: readonly string[]) => cells.map((cell) => plainInline(cell));
	return { ...node, header: plain(node.header), rows: node.rows.map(plain) };
}

/** Cells of a column with any syntax are Markdown, others plain text. */
function tableElement(node: NodeOf<'table'>, references: References): JsonObject {
	const columns = node.header.map((title, index): TableColumn => {
		const formatted = node.rows.some((row) => /[\\`*_[\]<>~&]|https?:/.test(row[index] ?? ''));
		const align = node.alignments[index];
		return {
			key: `c${index + 1}`,
			title: plainInline(title, references) || ' ',
			type: formatted ? 'markdown' : 'text',
			...(align && { align }),
		};
	});
	const rows = node.rows.map((row) =>
		Object.fromEntries(
			columns.map(({ key, type }, index) => {
				const cell = row[index] ?? '';
				return [key, type === 'markdown' ? cardInline(cell, references) : cell];
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
