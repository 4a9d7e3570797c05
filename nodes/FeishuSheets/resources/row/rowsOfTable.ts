import type { Area } from '../../../../feishu/sheets/a1';
import {
	filledWidth,
	headerOf,
	rowsBelowHeader,
	type Header,
	type SheetRow,
} from '../../../../feishu/sheets/headerRows';
import { plainSheetCell } from '../../../../feishu/sheets/readCell';
import { rowWindows } from '../../cells/readRows';
import type { Render, SheetCells } from '../../cells/sheetCells';
import type { TablePlace } from '../../cells/tableEnds';
import { placeOf } from './tableOptions';

export interface TableReading {
	place: TablePlace;
	/** The part of the sheet; the whole sheet unless given. */
	area?: Area;
	render: Render;
	timeZone: string;
	/** Whether cells come as the platform gives them. */
	raw?: boolean;
	/** How many rows are wanted, where nothing is looked for in them. */
	atFirst?: number;
}

/** Rows that a first call has beyond those that are wanted: a few of them may be empty. */
const MARGIN = 100;

/** The rows of a table as objects, some at a time, with the header as far as it is known by then. @throws CallError */
export async function* rowsOfTable(
	cells: SheetCells,
	{ place, area, render, timeZone, raw, atFirst = Infinity }: TableReading,
): AsyncGenerator<{ header: Header; rows: SheetRow[] }> {
	const { headerRow, dataRow } = place;
	const firstColumn = area?.column ?? 1;
	const lastColumn = Math.min(area?.lastColumn ?? cells.columns, cells.columns);
	const plain = raw ? (cell: unknown) => cell ?? null : plainOf(render, timeZone);
	let names: readonly unknown[] | undefined;
	let width = 0;
	const windows = rowWindows(cells, {
		row: headerRow,
		...(area?.lastRow !== undefined && { lastRow: Math.min(area.lastRow, Math.max(cells.rows, headerRow)) }),
		spans: [[firstColumn, lastColumn]],
		render,
		atFirst: atFirst + MARGIN,
	});
	for await (const { row: firstRow, values } of windows) {
		names ??= values[0] ?? [];
		const below = values.slice(Math.max(0, dataRow - firstRow));
		width = Math.max(width, ...below.map(filledWidth));
		const header = headerOf(names, width, firstColumn);
		yield rowsBelowHeader({ values, firstRow, firstColumn, headerRow, dataRow, header }, plain);
	}
}

function plainOf(render: Render, timeZone: string): (cell: unknown) => unknown {
	const context = render === 'shown' ? { timeZone, format: '@' } : { timeZone, shownDates: true };
	return (cell) => plainSheetCell(cell, context);
}

/** Where the table stands: its header is the first row of the range unless another one is named. */
export function placeIn(area: Area | undefined, choices: { headerRow?: number; dataRow?: number }): TablePlace {
	return placeOf({ ...choices, headerRow: choices.headerRow ?? area?.row ?? 1 });
}
