import type { CallError } from '../../../feishu/api/call';
import { findCause } from '../../../feishu/api/network';
import { formatsOf, valuesOf } from '../../../feishu/sheets/cellFormats';
import { evenFormats, type ReadyRow } from '../../../feishu/sheets/evenFormats';
import { MOST_AT_ONCE } from '../../../feishu/sheets/rowWindows';
import { writtenAgain } from './appendRows';
import { setCells } from './putRows';
import type { SheetCells } from './sheetCells';

/** Tries of a call whose answer was lost and which was not carried out. */
const MOST_TRIES = 3;

/**
 * Puts rows in above a row, 5,000 with a call, the last ones first. Formats and text that would become a number follow as with
 * rows that are appended. @throws CallError; what was put in before stays
 */
export async function insertRows(cells: SheetCells, rows: readonly ReadyRow[], row: number): Promise<void> {
	const ready = evenFormats(rows);
	for (let end = ready.length; end > 0; end -= MOST_AT_ONCE.rows)
		await insertOnce(cells, ready.slice(Math.max(0, end - MOST_AT_ONCE.rows), end), row);
	const placed = ready.map((own, at) => ({ row_number: row + at, cells: own }));
	await cells.format(formatsOf(cells.path.sheet_id, placed));
	const again = placed.map(({ row_number, cells: own }) => ({ row_number, cells: own.map(writtenAgain) }));
	await setCells(cells, valuesOf(again));
}

/** After a lost answer the number of rows tells whether they were put in. */
async function insertOnce(cells: SheetCells, rows: readonly ReadyRow[], row: number): Promise<void> {
	const width = Math.min(
		MOST_AT_ONCE.columns,
		rows.reduce((widest, { length }) => Math.max(widest, length), 1),
	);
	const values = rows.map((own) => Array.from({ length: width }, (_, at) => own[at]?.value ?? ''));
	const before = cells.rows;
	for (let tries = 1; ; tries++) {
		const failed = await cells.prepend({ column: 1, lastColumn: width, row }, values).then(
			() => undefined,
			(error: unknown) => ({ error, lost: findCause<CallError>(error, 'CallError')?.history.unrepeatable }),
		);
		if (!failed) return;
		if (!failed.lost || tries >= MOST_TRIES) throw failed.error;
		await cells.refresh();
		if (cells.rows === before + rows.length) return;
		if (cells.rows !== before) throw failed.error;
	}
}
