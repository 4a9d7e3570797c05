import type { Sheet, SheetCell } from '../state/sheets';

export const cellAt = ({ rows }: Sheet, row: number, column: number): SheetCell | undefined => rows[row]?.cells[column];

/** The cell of a place, to be changed. */
export function cellFor({ rows }: Sheet, row: number, column: number): SheetCell {
	const cells = rows[row]?.cells;
	if (!cells) throw new Error(`There is no row ${row}`);
	return (cells[column] ??= {});
}

export const isBlank = (sheet: Sheet, row: number, column: number): boolean =>
	cellAt(sheet, row, column)?.content === undefined;
