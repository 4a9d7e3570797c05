import type { CallError } from '../../../feishu/api/call';
import { findCause } from '../../../feishu/api/network';
import { MOST_AT_ONCE } from '../../../feishu/sheets/rowWindows';
import { runsToDelete, type RowRun } from '../../../feishu/sheets/rowRuns';
import type { SheetCells } from './sheetCells';

/** Tries of a deletion whose answer was lost and which was not carried out. */
const MOST_TRIES = 3;

/**
 * Deletes rows from the bottom up, so that those above keep their numbers; rows that follow each other with one call.
 * @returns the rows that were deleted, and the error that ended it before the others were
 */
export async function deleteRows(
	cells: SheetCells,
	rows: readonly number[],
): Promise<{ deleted: ReadonlySet<number>; error?: unknown }> {
	const deleted = new Set<number>();
	for (const run of runsToDelete(rows).flatMap(parts)) {
		const failed = await deleteRun(cells, run).then(
			() => undefined,
			(error: unknown) => ({ error }),
		);
		if (failed) return { deleted, error: failed.error };
		for (let row = run.startIndex; row <= run.endIndex; row++) deleted.add(row);
	}
	return { deleted };
}

/** The lowest first. */
function parts({ startIndex, endIndex }: RowRun): RowRun[] {
	const found: RowRun[] = [];
	for (let end = endIndex; end >= startIndex; end -= MOST_AT_ONCE.rows)
		found.push({ startIndex: Math.max(startIndex, end - MOST_AT_ONCE.rows + 1), endIndex: end });
	return found;
}

/** After a lost answer the number of rows tells whether they are gone: deleting them again would take others. */
async function deleteRun(cells: SheetCells, { startIndex, endIndex }: RowRun): Promise<void> {
	const before = cells.rows;
	for (let tries = 1; ; tries++) {
		const failed = await cells.remove(startIndex, endIndex).then(
			() => undefined,
			(error: unknown) => ({ error, lost: findCause<CallError>(error, 'CallError')?.history.unrepeatable }),
		);
		if (!failed) return;
		if (!failed.lost || tries >= MOST_TRIES) throw failed.error;
		await cells.refresh();
		if (cells.rows === before - (endIndex - startIndex + 1)) return;
		if (cells.rows !== before) throw failed.error;
	}
}
