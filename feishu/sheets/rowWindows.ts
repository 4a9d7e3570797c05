import type { Area } from './a1';

/** What one call reads or writes at most. Source: …/sheets-v2/data-operation */
export const MOST_AT_ONCE = { rows: 5000, columns: 100, answerBytes: 10 * 1024 * 1024 };

/** An area with its ends. */
export type Bounded = Required<Area>;

/**
 * Cuts an area into those that one call takes each: of 5,000 rows and 100 columns at most, from the left to the right and
 * then downwards, so that the parts of a row follow each other.
 */
export function blocksOf(area: Bounded, rows = MOST_AT_ONCE.rows): Bounded[] {
	return steps(area.row, area.lastRow, rows).flatMap(([row, lastRow]) =>
		steps(area.column, area.lastColumn, MOST_AT_ONCE.columns).map(([column, lastColumn]) => ({
			column,
			row,
			lastColumn,
			lastRow,
		})),
	);
}

function steps(first: number, last: number, most: number): Array<[number, number]> {
	const found: Array<[number, number]> = [];
	for (let at = first; at <= last; at += most) found.push([at, Math.min(last, at + most - 1)]);
	return found;
}

/** Of an answer that may be as large as the platform's bound, a part stays free for rows longer than those before. */
const FILLED = 0.7;

/**
 * How many rows the next call should ask for, by how large the last answer was: an answer above 10 MB is refused, and
 * many small ones take many calls.
 */
export function rowsAtOnce(readRows: number, readBytes: number): number {
	if (readRows === 0 || readBytes === 0) return MOST_AT_ONCE.rows;
	const fit = Math.floor((MOST_AT_ONCE.answerBytes * FILLED * readRows) / readBytes);
	return Math.max(1, Math.min(MOST_AT_ONCE.rows, fit));
}

/** Both halves of an area whose answer was too large; undefined where a single row is. */
export function halvesOf({ row, lastRow, ...columns }: Bounded): [Bounded, Bounded] | undefined {
	if (row === lastRow) return undefined;
	const middle = Math.floor((row + lastRow) / 2);
	return [
		{ ...columns, row, lastRow: middle },
		{ ...columns, row: middle + 1, lastRow },
	];
}
