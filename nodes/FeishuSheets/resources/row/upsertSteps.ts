import type { IDataObject } from 'n8n-workflow';

import type { ReadyRow } from '../../../../feishu/sheets/evenFormats';
import { planRows } from '../../../../feishu/sheets/rowKeys';
import type { SheetCells } from '../../cells/sheetCells';
import type { Arranged } from './arrangedRows';
import { keyless, mergedRows, noneFits, noSuchRow, severalFit, valuesOfKey, type WantedRow } from './wantedRow';

/** What becomes of rows for the items that want it. */
export interface Step {
	action: 'updated' | 'appended';
	row_number?: number;
	entries: number[];
	cells: ReadyRow;
}

/** What is known of each item so far. */
export type Done = Array<Array<IDataObject | Error>>;

/** What is to be done; what can't be is told at once. */
export async function stepsFor(
	wanted: readonly WantedRow[],
	{ header, known, rows }: Arranged,
	cells: SheetCells,
	done: Done,
): Promise<Step[]> {
	const ready = rows.flatMap((row, index) => (row instanceof Error ? [] : [{ row, index }]));
	const [first] = wanted;
	if (!first || ready.length === 0) return [];
	const { by, severalMatches, noMatch } = first;
	const { label } = first.row;
	if (by.length === 0) return await byNumber(wanted, ready, cells, done);
	const plan = planRows(
		by,
		ready.map(({ index }) => valuesOfKey(wanted[index]?.row.cells ?? {}, by)),
		known,
		severalMatches,
	);
	const own = (entries: readonly number[]) => entries.map((entry) => ready[entry]?.index ?? -1);
	const cellsOf = (entries: readonly number[]) => mergedRows(own(entries).map((index) => rows[index] as ReadyRow));
	for (const index of own(plan.keyless)) done[index]?.push(keyless(label, by));
	for (const { entry, row_numbers } of plan.refused)
		for (const index of own([entry])) done[index]?.push(severalFit(label, by, row_numbers));
	if (noMatch === 'refuse')
		for (const { entries } of plan.creates) for (const index of own(entries)) done[index]?.push(noneFits(label, by));
	const keys = new Set(by.map((name) => header.names.indexOf(name)));
	// The key is there as it is.
	const others = (row: ReadyRow): ReadyRow => row.map((cell, at) => (keys.has(at) ? undefined : cell));
	return [
		...plan.updates.map(
			({ row_number, entries }): Step => ({
				action: 'updated',
				row_number,
				entries: own(entries),
				cells: others(cellsOf(entries)),
			}),
		),
		...(noMatch === 'append' ? plan.creates : []).map(
			({ entries }): Step => ({
				action: 'appended',
				entries: own(entries),
				cells: cellsOf(entries),
			}),
		),
	];
}

/** Rows that are named by their numbers. */
async function byNumber(
	wanted: readonly WantedRow[],
	ready: ReadonlyArray<{ row: ReadyRow; index: number }>,
	cells: SheetCells,
	done: Done,
): Promise<Step[]> {
	const groups = new Map<number, { rows: ReadyRow[]; entries: number[] }>();
	const numberOf = (index: number) => wanted[index]?.number ?? 0;
	if (ready.some(({ index }) => numberOf(index) > cells.rows)) await cells.refresh();
	for (const { row, index } of ready) {
		const number = numberOf(index);
		if (number > cells.rows) {
			done[index]?.push(noSuchRow(wanted[index]?.row.label ?? '', number, cells.rows));
			continue;
		}
		const group = groups.get(number) ?? { rows: [], entries: [] };
		groups.set(number, group);
		group.rows.push(row);
		group.entries.push(index);
	}
	return [...groups].map(([row_number, { rows, entries }]) => ({
		action: 'updated',
		row_number,
		entries,
		cells: mergedRows(rows),
	}));
}
