import type { IDataObject } from 'n8n-workflow';

import { alone } from '../../../shared/operation/alone';
import { noteDone } from '../../../shared/operation/noteDone';
import type { BatchContext, OperationOutput } from '../../../shared/operation/operation';
import { appendRows } from '../../cells/appendRows';
import { putRows } from '../../cells/putRows';
import { SheetCells } from '../../cells/sheetCells';
import { arrangeRows } from './arrangedRows';
import { writtenItem } from './output';
import { stepsFor, type Done, type Step } from './upsertSteps';
import type { WantedRow } from './wantedRow';

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
