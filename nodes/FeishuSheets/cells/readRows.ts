import { codeOf } from '../../../feishu/api/call';
import { MOST_AT_ONCE } from '../../../feishu/sheets/rowWindows';
import { NO_RANGE, type Render, type SheetCells, type Values } from './sheetCells';

/** The answer is larger than 10 MB. Source: …/sheets-v2, the error codes */
const TOO_LARGE = 90221;

/** So many cells are asked for at first: an answer with 40 bytes a cell still is within the bound. */
const CELLS_AT_FIRST = 250_000;

/** Rows that one call gives at most, however short they are. */
const MOST_ROWS = 50_000;

/** Columns beside each other, both ends included. */
export type Span = readonly [column: number, lastColumn: number];

export interface Rows {
	row: number;
	/** Undefined: to the end of the sheet, where others may have added rows a moment ago. */
	lastRow?: number;
	/** In their order, no two of one column. */
	spans: readonly Span[];
	render: Render;
	/** How many rows the first call asks for, where no more are expected to be wanted. */
	atFirst?: number;
}

/** Rows that follow each other, with the cells of the spans side by side. */
export interface RowWindow {
	row: number;
	values: Values;
}

/** Rows of a sheet from the top to the bottom, as many with a call as its answer has room for. @throws CallError */
export async function* rowWindows(cells: SheetCells, wanted: Rows): AsyncGenerator<RowWindow> {
	const spans = wanted.spans.flatMap(parts);
	const width = spans.reduce((sum, [from, to]) => sum + to - from + 1, 0);
	const isOpen = wanted.lastRow === undefined;
	let most = Math.max(1, Math.min(MOST_ROWS, Math.floor(CELLS_AT_FIRST / Math.max(1, width))));
	let take = Math.min(most, wanted.atFirst ?? Infinity);
	let { row } = wanted;
	let last = wanted.lastRow ?? Math.max(cells.rows, row);
	while (row <= last) {
		const to = Math.min(last, row + take - 1);
		const read = await readWindow(cells, { ...wanted, spans }, row, to === last && isOpen ? undefined : to).then(
			(values) => ({ values }),
			(error: unknown) => ({ error, code: codeOf(error) }),
		);
		if ('error' in read) {
			// Rows were deleted since somebody told how many there are.
			if (read.code === NO_RANGE && isOpen && row > wanted.row) return;
			if (read.code !== TOO_LARGE || (to === row && !isOpen)) throw read.error;
			// Somebody may have added many rows at the end.
			if (to === last && isOpen) {
				await cells.refresh();
				last = Math.max(last, cells.rows);
			}
			if (most === 1) throw read.error;
			most = Math.max(1, Math.floor(Math.min(most, to - row + 1) / 2));
			take = most;
			continue;
		}
		yield { row, values: read.values };
		row += Math.max(to - row + 1, read.values.length);
		if (row <= last) {
			most = Math.min(MOST_ROWS, fitting(read.values));
			take = most;
		}
	}
}

/** Of an answer that may be as large as the bound, a part stays free for rows longer than those before. */
const FILLED = 0.6;

function fitting(values: Values): number {
	const bytes = Buffer.byteLength(JSON.stringify(values));
	return Math.max(1, Math.floor((MOST_AT_ONCE.answerBytes * FILLED * values.length) / Math.max(1, bytes)));
}

/** Spans that a range of a read has room for. */
function parts([column, lastColumn]: Span): Span[] {
	const found: Span[] = [];
	for (let from = column; from <= lastColumn; from += MOST_AT_ONCE.columns)
		found.push([from, Math.min(lastColumn, from + MOST_AT_ONCE.columns - 1)]);
	return found;
}

async function readWindow(cells: SheetCells, { spans, render }: Rows, row: number, lastRow?: number): Promise<Values> {
	const steps: Array<[number, number | undefined]> = [];
	const end = lastRow ?? Math.max(row, cells.rows);
	for (let from = row; from <= end; from += MOST_AT_ONCE.rows) {
		const to = Math.min(end, from + MOST_AT_ONCE.rows - 1);
		steps.push([from, to === end ? lastRow : to]);
	}
	const areas = steps.flatMap(([from, to]) =>
		spans.map(([column, lastColumn]) => ({ row: from, lastRow: to, column, lastColumn })),
	);
	const read = await cells.read(
		areas.map((area) => cells.range(area)),
		render,
	);
	return steps.flatMap((_, at) => sideBySide(read.slice(at * spans.length, (at + 1) * spans.length), spans));
}

/** The platform may leave out cells at the end of a row, and rows at the end of a range. */
function sideBySide(blocks: readonly Values[], spans: readonly Span[]): Values {
	const [only, ...more] = blocks;
	if (only && more.length === 0) return only;
	const rows = Math.max(0, ...blocks.map(({ length }) => length));
	return Array.from({ length: rows }, (_, at) =>
		blocks.flatMap((block, place) => {
			const [from, to] = spans[place] ?? [1, 0];
			const cells = block[at] ?? [];
			return Array.from({ length: to - from + 1 }, (_cell, index) => cells[index] ?? null);
		}),
	);
}
