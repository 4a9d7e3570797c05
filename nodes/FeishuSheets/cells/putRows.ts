import { formatsOf, valuesOf, type WrittenRow } from '../../../feishu/sheets/cellFormats';
import { runsAtOnce, runsOf, valueRange, type RowChange } from '../../../feishu/sheets/writeRuns';
import type { SheetCells } from './sheetCells';
import { writeRows } from './writeOutcomes';

/**
 * Writes cells of rows that are there, and no others: 5,000 rows with a call. Number formats go first.
 * @returns for each row, in their order, undefined, or the error that it met
 */
export async function putRows(cells: SheetCells, rows: readonly WrittenRow[]): Promise<Array<Error | undefined>> {
	const formats = formatsOf(cells.path.sheet_id, rows);
	const formatted = await cells.format(formats).then(
		() => undefined,
		(error: unknown) => (error instanceof Error ? error : new Error(String(error))),
	);
	if (formatted) return rows.map(() => formatted);
	return await writeRows(rows, async (some) => {
		await setCells(cells, valuesOf(some));
		return some.map(() => undefined);
	});
}

/** The same cells without their formats. @throws CallError; what was written before stays */
export async function setCells(cells: SheetCells, changes: readonly RowChange[]): Promise<void> {
	for (const runs of runsAtOnce(runsOf(changes)))
		await cells.write(runs.map((run) => valueRange(cells.path.sheet_id, run)));
}
