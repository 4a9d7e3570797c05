import type { IDataObject } from 'n8n-workflow';

import type { ReadyRow } from '../../../../feishu/sheets/evenFormats';
import { planRows } from '../../../../feishu/sheets/rowKeys';
import { alone } from '../../../shared/operation/alone';
import { noteDone } from '../../../shared/operation/noteDone';
import type { BatchContext, OperationOutput } from '../../../shared/operation/operation';
import { appendRows } from '../../cells/appendRows';
import { putRows } from '../../cells/putRows';
import { SheetCells } from '../../cells/sheetCells';
import { arrangeRows, type Arranged } from './arrangedRows';
import { writtenItem } from './output';
import { keyless, mergedRows, noneFits, noSuchRow, severalFit, valuesOfKey, type WantedRow } from './wantedRow';

/** What becomes of rows for the items that want it. */
interface Step {
	action: 'updated' | 'appended';
	row_number?: number;
	entries: number[];
	cells: ReadyRow;
}

type Done = Array<Array<IDataObject | Error>>;

/**
 * Finds the row of each item with one look for all of them, changes it, and appends those that are missing where that is
 * wanted. Items with the same key are one row, the later ones over the earlier.
 * @returns for each item its rows as they were written, or why it was not; nothing where it was left out
 * @throws CallError about the look
 */
export async function upsertRows(
	wanted: readonly WantedRow[],
	asking: BatchContext,
	shown: (action: Step['action'], item: IDataObject) => IDataObject,
): Promise<ReadonlyArray<OperationOutput | Error>> {
	const [first] = wanted;
	if (!first) return [];
	return await alone(first.row.path.spreadsheet_token, async () => {
		const cells = await SheetCells.of(asking, first.row.sheet);
		const prepared = wanted.map(({ row }) => row);
		const sought = { by: first.by, needed: first.noMatch !== 'append' };
		const arranged = await arrangeRows(asking, cells, prepared, sought);
		const done: Done = arranged.rows.map((row) => (row instanceof Error ? [row] : []));
		const steps = await stepsFor(wanted, arranged, cells, done);
		const updates = steps.flatMap((step) =>
			step.row_number === undefined ? [] : [{ ...step, row_number: step.row_number }],
		);
		const updated = await putRows(cells, updates);
		updates.forEach((step, at) => tell(step, updated[at] ?? step.row_number));
		const creates = steps.filter(({ action }) => action === 'appended');
		const after = Math.max(arranged.lastRow, first.row.place.dataRow - 1);
		const appended = await appendRows(
			cells,
			creates.map((step) => step.cells),
			after,
		);
		creates.forEach((step, at) => tell(step, appended[at] ?? new Error('The row was not written')));
		noteDone(
			asking,
			[...updates.filter((_, at) => !updated[at]), ...appended.filter(Number.isInteger)].length,
			'row',
			'written',
		);
		return done.map((items) => items.find((item) => item instanceof Error) ?? (items as IDataObject[]));

		function tell({ action, entries }: Step, result: number | Error): void {
			for (const entry of entries) {
				const row = prepared[entry];
				if (!row) continue;
				done[entry]?.push(result instanceof Error ? result : shown(action, writtenItem(result, row)));
			}
		}
	});
}

/** What is to be done; what can't be is told at once. */
async function stepsFor(
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
