import type { JsonObject } from '../json';
import type { MarkdownNode, NodeOf, Words } from '../markdown/nodes';
import { cellWords } from '../markdown/oneLine';
import { displayWidth } from '../markdown/tables';
import { attributeOf } from '../markdown/tags';
import { emptyText, type CellRange, type NewBlock } from './newBlock';
import { paragraphBlocks } from './paragraphBlocks';
import type { BlockOptions } from './blockOptions';

const ALIGN: Readonly<Record<string, number>> = { center: 2, right: 3 };

/** A table of GFM. Its columns are as wide as what is in them, and the page is filled. */
export function markdownTable(
	{ header, rows, alignments }: NodeOf<'table'>,
	options: BlockOptions,
	property: JsonObject = { header_row: true },
): NewBlock {
	const lines = [header, ...rows];
	const cells = lines.map((row) =>
		header.map((_title, column) => {
			const align = ALIGN[alignments[column] ?? ''];
			return cellBlocks(row[column] ?? [], options, align === undefined ? {} : { align });
		}),
	);
	const widths = widthsOf(header.map((_title, column) => lines.map((row) => cellWords(row[column] ?? []))));
	return table(cells, { column_width: widths, ...property });
}

function cellBlocks(words: Words, options: BlockOptions, style: JsonObject): NewBlock[] {
	const blocks = paragraphBlocks(words, options, style);
	return blocks.length > 0 ? blocks : [emptyText()];
}

/** What the cells of a table say, for cells of a spreadsheet. */
export function cellTexts({ header, rows }: NodeOf<'table'>): string[][] {
	return [header, ...rows].map((row) => row.map(cellWords));
}

/** A table by its cells, row by row, each with one block at least. */
export function table(
	rows: readonly NewBlock[][][],
	property: JsonObject,
	ranges: readonly CellRange[] = [],
): NewBlock {
	return {
		kind: 'table',
		body: { property: { row_size: rows.length, column_size: rows[0]?.length ?? 0, ...property } },
		children: rows.flat().map((children) => ({ kind: 'table_cell', body: {}, children })),
		...(ranges.length > 0 && { content: { of: 'merges', ranges: [...ranges] } }),
	};
}

/** Pixels: of the page, of a character, and of the narrowest column that still reads well and of the widest one. */
const PAGE = 730;
const CHARACTER = 8;
const NARROWEST = 80;
const WIDEST = 360;

/** @param columns what stands in the cells of each column */
function widthsOf(columns: ReadonlyArray<readonly string[]>): number[] {
	const natural = columns.map((cells) => {
		const longest = cells.reduce((most, cell) => Math.max(most, displayWidth(cell)), 0);
		return Math.min(WIDEST, Math.max(NARROWEST, longest * CHARACTER + 24));
	});
	const sum = natural.reduce((total, width) => total + width, 0);
	return natural.map((width) => (sum < PAGE ? Math.floor((width * PAGE) / sum) : width));
}

interface Spanning {
	column: number;
	columns: number;
	rows: number;
	children: NewBlock[];
}

/** A table by tags: cells hold any blocks, and may go over several rows and columns. */
export function larkTable(
	{ tag, children }: NodeOf<'quote'>,
	blocks: (nodes: readonly MarkdownNode[]) => NewBlock[],
	options: BlockOptions,
): NewBlock | undefined {
	const attributes = tag?.attributes ?? new Map<string, string>();
	const header = {
		...(attributeOf(attributes, 'header-row') === 'true' && { header_row: true }),
		...(attributeOf(attributes, 'header-column') === 'true' && { header_column: true }),
	};
	const plain = children.find((child) => child.type === 'table');
	if (plain?.type === 'table') return markdownTable(plain, options, { header_row: true, ...header });
	const rows = tagged(children, 'lark-tr').map((row) => tagged(row.children, 'lark-td'));
	const { cells, ranges } = spread(
		rows.map((row) =>
			row.map((cell) => ({
				columns: spanOf(cell, 'colspan'),
				rows: spanOf(cell, 'rowspan'),
				children: blocks(cell.children),
			})),
		),
	);
	const columns = cells[0]?.length ?? 0;
	if (columns === 0) return undefined;
	const written = attributeOf(attributes, 'column-widths').split(',').map(Number);
	const fits = written.length === columns && written.every((width) => width >= 50);
	return table(cells, { ...header, column_width: fits ? written : equalWidths(columns) }, ranges);
}

const equalWidths = (columns: number): number[] =>
	Array.from({ length: columns }, () => Math.max(NARROWEST, Math.floor(PAGE / columns)));

const tagged = (nodes: readonly MarkdownNode[], name: string): Array<NodeOf<'quote'>> =>
	nodes.filter((node): node is NodeOf<'quote'> => node.type === 'quote' && node.tag?.name === name);

function spanOf({ tag }: NodeOf<'quote'>, name: string): number {
	const span = Number(attributeOf(tag?.attributes ?? new Map(), name));
	return Number.isInteger(span) && span > 1 ? Math.min(span, 100) : 1;
}

/** Cells at their places, as HTML counts them: those that another one covers are empty, and all rows are as long. */
function spread(rows: ReadonlyArray<ReadonlyArray<Omit<Spanning, 'column'>>>): {
	cells: NewBlock[][][];
	ranges: CellRange[];
} {
	const cells: NewBlock[][][] = rows.map(() => []);
	const ranges: CellRange[] = [];
	rows.forEach((row, at) => {
		let column = 0;
		for (const cell of row) {
			while (cells[at]?.[column] !== undefined) column++;
			const height = Math.min(cell.rows, rows.length - at);
			for (let down = 0; down < height; down++)
				for (let right = 0; right < cell.columns; right++) {
					const own = cells[at + down];
					if (own) own[column + right] = down === 0 && right === 0 ? cell.children : [emptyText()];
				}
			if (height > 1 || cell.columns > 1)
				ranges.push({
					row_start_index: at,
					row_end_index: at + height,
					column_start_index: column,
					column_end_index: column + cell.columns,
				});
			column += cell.columns;
		}
	});
	const columns = cells.reduce((most, row) => Math.max(most, row.length), 0);
	return {
		cells: cells.map((row) => Array.from({ length: columns }, (_gap, column) => row[column] ?? [emptyText()])),
		ranges,
	};
}
