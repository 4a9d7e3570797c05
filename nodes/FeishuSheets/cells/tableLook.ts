import { filledWidth, headerOf } from '../../../feishu/sheets/headerRows';
import type { KnownRow } from '../../../feishu/sheets/rowKeys';
import { rowWindows, type Span } from './readRows';
import type { SheetCells, Values } from './sheetCells';
import { headerCells, lastFilled, tableEnds, type TableEnds, type TablePlace } from './tableEnds';

/** A table of so many cells is read as a whole with its header: one call less than header and keys apart. */
const READ_WHOLE = 400_000;

export interface TableLook extends TableEnds {
	/** The rows with the cells of the columns that were asked for, dates as numbers. */
	known: KnownRow[];
}

/**
 * The header of a table, its last row, and what its rows have in some columns.
 * @param by names of columns; of one that the sheet does not have all cells are empty
 * @throws CallError
 */
export async function lookAtTable(cells: SheetCells, place: TablePlace, by: readonly string[]): Promise<TableLook> {
	return await cells.asLargeAsItIs(async () => await look(cells, place, by));
}

async function look(cells: SheetCells, place: TablePlace, by: readonly string[]): Promise<TableLook> {
	if (by.length === 0) return { ...(await tableEnds(cells, place)), known: [] };
	if (place.headerRow > cells.rows) await cells.refresh();
	if (place.headerRow > cells.rows || cells.rows * cells.columns > READ_WHOLE)
		return await lookAtKeys(cells, place, by);
	const found: TableLook = { header: headerOf([]), lastRow: 0, known: [] };
	let names: readonly unknown[] | undefined;
	const whole: Span[] = [[1, cells.columns]];
	for await (const { row, values } of rowWindows(cells, { row: place.headerRow, spans: whole, render: 'raw' })) {
		names ??= await namesFor(cells, place.headerRow, values[0] ?? []);
		const width = Math.max(found.header.names.length, ...values.map(filledWidth));
		found.header = headerOf(names, width);
		found.lastRow = Math.max(found.lastRow, lastFilled(values, row));
		keep(found, by, placesOf(found.header.names, by), { row, values }, place);
	}
	return found;
}

/** A number among the names may be a date, which is called as people see it. */
const namesFor = async (cells: SheetCells, headerRow: number, names: readonly unknown[]) =>
	names.some((name) => typeof name === 'number') ? await headerCells(cells, headerRow) : names;

async function lookAtKeys(cells: SheetCells, place: TablePlace, by: readonly string[]): Promise<TableLook> {
	const look: TableLook = { ...(await tableEnds(cells, place)), known: [] };
	const columns = placesOf(look.header.names, by).filter((at) => at !== undefined);
	if (columns.length === 0 || place.dataRow > look.lastRow) return look;
	const ordered = [...new Set(columns)].sort((a, b) => a - b);
	const spans = ordered.map((at): Span => [at + 1, at + 1]);
	const places = placesOf(look.header.names, by).map((at) => (at === undefined ? undefined : ordered.indexOf(at)));
	for await (const window of rowWindows(cells, { row: place.dataRow, spans, render: 'raw' }))
		keep(look, by, places, window, place);
	return look;
}

type Places = ReadonlyArray<number | undefined>;

const placesOf = (names: readonly string[], by: readonly string[]): Places =>
	by.map((name) => {
		const at = names.indexOf(name);
		return at < 0 ? undefined : at;
	});

function keep(
	look: TableLook,
	by: readonly string[],
	places: Places,
	{ row, values }: { row: number; values: Values },
	{ dataRow }: TablePlace,
): void {
	for (const [index, cells] of values.entries()) {
		const row_number = row + index;
		if (row_number < dataRow) continue;
		const own = by.map((name, key): [string, unknown] => [name, cells[places[key] ?? -1] ?? null]);
		look.known.push({ row_number, cells: Object.fromEntries(own) });
	}
}
