import { columnLetters, type Area } from '../../../../feishu/sheets/a1';
import type { ReadyRow } from '../../../../feishu/sheets/evenFormats';
import { complaint } from '../../../shared/operation/field';
import { Sheet } from '../../../shared/sheets/sheetPlace';
import type { Range } from '../../areas';
import type { SheetCells } from '../../cells/sheetCells';

/** The sheet that a range names, or else the one that is chosen. */
export const sheetOf = (chosen: Sheet, { sheet, label }: Range): Sheet =>
	sheet === undefined ? chosen : new Sheet(chosen.spreadsheet, sheet, label);

/** `A2:C5`, as people write it. */
export const shownArea = ({ column, row, lastColumn, lastRow }: Required<Area>): string =>
	`${columnLetters(column)}${row}:${columnLetters(lastColumn)}${lastRow}`;

/** What is written from a place on. */
export interface Placed {
	column: number;
	row: number;
	rows: readonly ReadyRow[];
}

/** The area that rows take. */
export const areaOf = ({ column, row, rows }: Placed): Required<Area> => ({
	column,
	row,
	lastColumn: column + Math.max(1, widthOf(rows)) - 1,
	lastRow: row + Math.max(1, rows.length) - 1,
});

export const widthOf = (rows: readonly ReadyRow[]): number =>
	rows.reduce((widest, { length }) => Math.max(widest, length), 0);

/** Whether values have room in the range that somebody entered; one cell is only where they begin. @throws InputError */
export function checkRoom({ area, label }: Range, rows: readonly ReadyRow[]): void {
	const { column = 1, row = 1, lastColumn, lastRow } = area ?? {};
	if (lastColumn === column && lastRow === row) return;
	const room = [
		lastRow === undefined ? Infinity : lastRow - row + 1,
		lastColumn === undefined ? Infinity : lastColumn - column + 1,
	];
	const size = [rows.length, widthOf(rows)];
	const what = ['rows', 'columns'].find((_, at) => (size[at] ?? 0) > (room[at] ?? 0));
	if (what === undefined) return;
	const at = what === 'rows' ? 0 : 1;
	throw complaint(
		label,
		`has room for ${room[at]} ${what}, and there are ${size[at]}`,
		'Enter a larger range, or only the cell where the values begin',
	);
}

/** Adds rows and columns where the sheet ends before the values do. @throws CallError */
export async function makeRoom(cells: SheetCells, { lastColumn, lastRow }: Required<Area>): Promise<void> {
	if (lastRow > cells.rows || lastColumn > cells.columns) await cells.refresh();
	if (lastRow > cells.rows) await cells.add('ROWS', lastRow - cells.rows);
	if (lastColumn > cells.columns) await cells.add('COLUMNS', lastColumn - cells.columns);
}

/** Cells before the first one of a range stay as they are. */
export const shifted = (row: ReadyRow, column: number): ReadyRow => [
	...Array.from({ length: column - 1 }, () => undefined),
	...row,
];
