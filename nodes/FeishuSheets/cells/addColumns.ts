import { textCell } from '../../../feishu/sheets/cellText';
import { putRows } from './putRows';
import type { SheetCells } from './sheetCells';

/**
 * Writes names into the header row from a column on, and makes the sheet as large as that needs.
 * @throws InputError about a name that no cell takes; CallError
 */
export async function addColumns(
	cells: SheetCells,
	headerRow: number,
	column: number,
	names: readonly string[],
): Promise<void> {
	if (names.length === 0) return;
	const missing = column + names.length - 1 - cells.columns;
	if (missing > 0) await cells.add('COLUMNS', missing);
	if (headerRow > cells.rows) await cells.add('ROWS', headerRow - cells.rows);
	const before = Array.from({ length: column - 1 }, () => undefined);
	// A name such as 2026 would become a number.
	const row = [...before, ...names.map((name) => textCell(name, name))];
	const [refused] = await putRows(cells, [{ row_number: headerRow, cells: row }]);
	if (refused) throw refused;
}
