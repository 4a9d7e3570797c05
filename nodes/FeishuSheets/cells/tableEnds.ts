import { filledWidth, headerOf, isFilledCell, type Header } from '../../../feishu/sheets/headerRows';
import { blocksOf, type Bounded } from '../../../feishu/sheets/rowWindows';
import { rowWindows, type Span } from './readRows';
import type { SheetCells, Values } from './sheetCells';

/** Where a table stands in its sheet. */
export interface TablePlace {
	/** The row with the names of the columns. */
	headerRow: number;
	/** The first row below that belongs to the table. */
	dataRow: number;
}

export interface TableEnds {
	header: Header;
	/** The last row with anything in it; 0 where the sheet is empty from the header on. */
	lastRow: number;
}

/** So many cells from the end of the sheet are read with the header. */
const TAIL_CELLS = 40_000;
const TAIL_ROWS = 2000;

/**
 * The header of a table and its last row, with one call as a rule: below the last row a sheet has few empty ones. Which
 * row the platform would append to it finds by one column alone, which may have gaps.
 */
export async function tableEnds(cells: SheetCells, place: TablePlace): Promise<TableEnds> {
	return await cells.asLargeAsItIs(async () => await endsOf(cells, place));
}

async function endsOf(cells: SheetCells, { headerRow }: TablePlace): Promise<TableEnds> {
	if (headerRow > cells.rows) await cells.refresh();
	if (headerRow > cells.rows) return { header: headerOf([]), lastRow: 0 };
	const blocks = blocksOf({ column: 1, lastColumn: cells.columns, row: headerRow, lastRow: headerRow });
	const rows = Math.max(1, Math.min(TAIL_ROWS, Math.floor(TAIL_CELLS / cells.columns)));
	const from = Math.max(headerRow, cells.rows - rows + 1);
	const areas = [...blocks, ...blocks.map(({ column, lastColumn }) => ({ column, lastColumn, row: from }))];
	const read = await cells.read(
		areas.map((area) => cells.range(area)),
		// A date among the names is called as people see it.
		'values',
	);
	const names = namesIn(blocks, read);
	const tail = read.slice(blocks.length);
	const width = Math.max(0, ...tail.map((values, at) => widthFrom(blocks[at]?.column ?? 1, values)));
	const header = headerOf(names, width);
	const found = Math.max(0, ...tail.map((values) => lastFilled(values, from)));
	if (found > 0 || from <= headerRow) return { header, lastRow: found };
	return { header, lastRow: await lastRowAbove(cells, headerRow, from - 1) };
}

/** The cells of the header row. @throws CallError */
export async function headerCells(cells: SheetCells, headerRow: number): Promise<unknown[]> {
	const blocks = blocksOf({ column: 1, lastColumn: cells.columns, row: headerRow, lastRow: headerRow });
	const read = await cells.read(
		blocks.map((area) => cells.range(area)),
		'values',
	);
	return namesIn(blocks, read);
}

const namesIn = (blocks: readonly Bounded[], read: readonly Values[]): unknown[] =>
	blocks.flatMap((block, at) => padded(read[at]?.[0] ?? [], block));

/** The end of the sheet is empty: what is above it is gone through. */
async function lastRowAbove(cells: SheetCells, headerRow: number, lastRow: number): Promise<number> {
	let found = 0;
	const spans: Span[] = [[1, cells.columns]];
	for await (const { row, values } of rowWindows(cells, { row: headerRow, lastRow, spans, render: 'raw' }))
		found = Math.max(found, lastFilled(values, row));
	return found;
}

export function lastFilled(values: Values, row: number): number {
	for (let at = values.length - 1; at >= 0; at--) if (values[at]?.some(isFilledCell)) return row + at;
	return 0;
}

const padded = (row: readonly unknown[], { column, lastColumn }: Bounded): unknown[] =>
	Array.from({ length: lastColumn - column + 1 }, (_, at) => row[at] ?? null);

/** Up to which column of the sheet anything stands in these cells. */
const widthFrom = (column: number, values: Values): number =>
	Math.max(0, ...values.map((row) => filledWidth(row)).map((width) => (width === 0 ? 0 : column - 1 + width)));
