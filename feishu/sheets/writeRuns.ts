import { areaText } from './a1';
import { MOST_AT_ONCE, type Bounded } from './rowWindows';

/** A row with what is written into it, from some column on; undefined is a cell that stays as it is. */
export interface RowChange {
	row_number: number;
	cells: readonly unknown[];
}

/** Cells beside and below each other, and what goes into them. */
export interface Run {
	area: Bounded;
	values: unknown[][];
}

/**
 * The fewest ranges that hold all cells to be written and no other: a cell that nobody named may hold a formula, or what
 * somebody wrote a moment ago. Runs of the same columns in rows that follow each other become one. Of two changes of one
 * row the later counts, cell by cell.
 * @param column the number of the column in which the cells begin
 */
export function runsOf(changes: readonly RowChange[], column = 1): Run[] {
	const runs: Run[] = [];
	let above = new Map<string, Run>();
	let lastRow = 0;
	for (const { row_number: row, cells } of inOrder(changes)) {
		if (row !== lastRow + 1) above = new Map();
		const here = new Map<string, Run>();
		for (const [from, to] of filledRuns(cells)) {
			const values = cells.slice(from, to);
			const run = above.get(`${from}:${to}`);
			if (run && run.values.length < MOST_AT_ONCE.rows) {
				run.values.push(values);
				run.area.lastRow = row;
				here.set(`${from}:${to}`, run);
			} else {
				const area = { column: column + from, row, lastColumn: column + to - 1, lastRow: row };
				const begun = { area, values: [values] };
				here.set(`${from}:${to}`, begun);
				runs.push(begun);
			}
		}
		above = here;
		lastRow = row;
	}
	return runs;
}

function inOrder(changes: readonly RowChange[]): RowChange[] {
	const rows = new Map<number, readonly unknown[]>();
	for (const { row_number, cells } of changes) {
		const earlier = rows.get(row_number) ?? [];
		const width = Math.max(earlier.length, cells.length);
		rows.set(
			row_number,
			Array.from({ length: width }, (_, at) => (cells[at] === undefined ? earlier[at] : cells[at])),
		);
	}
	return [...rows].map(([row_number, cells]) => ({ row_number, cells })).sort((a, b) => a.row_number - b.row_number);
}

/** From where to where cells are written, the end not included; never wider than one call takes. */
function filledRuns(cells: readonly unknown[]): Array<[number, number]> {
	const found: Array<[number, number]> = [];
	let from = 0;
	for (let at = 0; at <= cells.length; at++) {
		const ends = at === cells.length || cells[at] === undefined;
		if (at > from && (ends || at - from === MOST_AT_ONCE.columns)) {
			found.push([from, at]);
			from = at;
		}
		if (ends) from = at + 1;
	}
	return found;
}

/** Runs that one call writes together: of all its ranges no more rows than it takes of one. */
export function runsAtOnce(runs: readonly Run[]): Run[][] {
	const calls: Run[][] = [];
	let rows = Infinity;
	for (const run of runs) {
		rows += run.values.length;
		if (rows > MOST_AT_ONCE.rows) {
			calls.push([]);
			rows = run.values.length;
		}
		calls.at(-1)?.push(run);
	}
	return calls;
}

/** A run as a call takes it. */
export const valueRange = (sheetId: string, { area, values }: Run): { range: string; values: unknown[][] } => ({
	range: areaText(sheetId, area),
	values,
});
