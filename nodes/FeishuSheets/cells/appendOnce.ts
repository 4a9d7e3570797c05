import type { CallError } from '../../../feishu/api/call';
import { findCause } from '../../../feishu/api/network';
import { wait } from '../../../feishu/api/wait';
import { InputError } from '../../../feishu/input';
import { rowKey } from '../../../feishu/sheets/rowKeys';
import type { ReadyRow } from '../../../feishu/sheets/evenFormats';
import { MOST_AT_ONCE } from '../../../feishu/sheets/rowWindows';
import { isObject } from '../../../feishu/json';
import { rowWindows } from './readRows';
import type { SheetCells, Values } from './sheetCells';

/** Tries of an append whose answer was lost and which was not carried out. */
const MOST_TRIES = 3;

/** Milliseconds from one look at the sheet to the next. */
const LOOK_AGAIN_MS = 1500;

/**
 * Appends rows with one call. No token tells the platform that it has had the same call before, so after a lost answer the
 * end of the sheet is read: rows that are there were written, and only where they are not is the call made again.
 * @param last the last row of the sheet with anything in it
 * @returns the number of the first one
 * @throws CallError, also where nobody can tell whether they were written; InputError where the answer does not say where they are
 */
export async function appendOnce(cells: SheetCells, rows: readonly ReadyRow[], last: number): Promise<number> {
	const width = Math.min(
		MOST_AT_ONCE.columns,
		rows.reduce((widest, { length }) => Math.max(widest, length), 1),
	);
	const values = rows.map((row) => Array.from({ length: width }, (_, at) => row[at]?.value ?? ''));
	if (last >= cells.rows) await cells.refresh();
	if (last >= cells.rows) await cells.add('ROWS', last + 1 - cells.rows);
	for (let tries = 1; ; tries++) {
		const tried = await cells.append({ column: 1, lastColumn: width, row: last + 1 }, values).then(
			(answered) => ({ answered }),
			(error: unknown) => ({ error, call: findCause<CallError>(error, 'CallError') }),
		);
		if ('answered' in tried) {
			const { row, lastRow } = tried.answered?.area ?? {};
			if (row !== undefined && row > last && lastRow === row + rows.length - 1) return row;
			const found = await findRows(cells, rows, width, last);
			if (found !== undefined) return found;
			throw saidNothing();
		}
		const { error, call } = tried;
		if (!call?.history.unrepeatable || tries >= MOST_TRIES || !isTellable(rows, width)) throw error;
		const found = await findRows(cells, rows, width, last);
		if (found !== undefined) return found;
		await wait(LOOK_AGAIN_MS);
		const later = await findRows(cells, rows, width, last);
		if (later !== undefined) return later;
		// What took too long may still be under way.
		if (/TIMEDOUT|ECONNABORTED/.test(call.failure.msg) || call.failure.status === 504) throw error;
	}
}

/** Where these rows stand below what was there before; undefined where they do not. */
async function findRows(
	cells: SheetCells,
	rows: readonly ReadyRow[],
	width: number,
	last: number,
): Promise<number | undefined> {
	await cells.refresh();
	if (last >= cells.rows) return undefined;
	const below: Values = [];
	const area = { row: last + 1, spans: [[1, width]] as const, render: 'raw' } as const;
	for await (const { values } of rowWindows(cells, area)) below.push(...values);
	const keys = below.map((row) => (at: readonly number[]) => keyOf(at, (column) => row[column]));
	const sought = rows.map((row) => {
		const at = comparableColumns(row, width);
		return { at, key: keyOf(at, (column) => row[column]?.value) };
	});
	for (let from = 0; from + rows.length <= keys.length; from++)
		if (sought.every(({ at, key }, index) => keys[from + index]?.(at) === key)) return last + 1 + from;
	return undefined;
}

/** Cells that read back as they were written: no formulas, nobody who is mentioned, and no text that may have become a number. */
const comparableColumns = (row: ReadyRow, width: number): number[] =>
	row.slice(0, width).flatMap((cell, at) => (cell === undefined || isReadOtherwise(cell) ? [] : [at]));

const isReadOtherwise = ({ value, format }: NonNullable<ReadyRow[number]>): boolean =>
	isObject(value) || Array.isArray(value) || (format === '@' && typeof value === 'string');

const keyOf = (columns: readonly number[], cell: (column: number) => unknown): string | undefined =>
	rowKey(columns.map(String), Object.fromEntries(columns.map((column) => [String(column), cell(column)])));

/** Whether rows can be told from empty ones. */
const isTellable = (rows: readonly ReadyRow[], width: number): boolean =>
	rows.some((row) => comparableColumns(row, width).some((at) => (row[at]?.value ?? '') !== ''));

const saidNothing = (): InputError =>
	new InputError(
		'Columns',
		'Feishu took the rows and did not say where they are',
		'Look whether they are in the sheet before they are written again',
	);
