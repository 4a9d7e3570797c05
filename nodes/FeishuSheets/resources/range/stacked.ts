import type { ReadyRow } from '../../../../feishu/sheets/evenFormats';
import type { OperationContext, BatchContext } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { alone } from '../../../shared/operation/alone';
import type { Sheet } from '../../../shared/sheets/sheetPlace';
import type { SheetPath } from '../../../shared/sheets/contents';
import { SheetCells } from '../../cells/sheetCells';
import type { Range } from '../../areas';
import { contextOf, type WriteChoices } from '../row/writeOptions';
import { sheetOf } from './place';
import { givenRows, readyRows, type valuesField } from './values';

/** What one item writes: items of one range are rows below each other, all else goes by itself. */
export interface Stacked {
	sheet: Sheet;
	path: SheetPath;
	range: Range;
	rows: ReadyRow[];
	/** Items of one key go together. */
	key: string;
}

interface Chosen {
	sheet: Sheet;
	range: Range;
	values: ReturnType<typeof valuesField.read>;
	choices: WriteChoices;
}

export const WRITTEN_RANGE = outputOf({ range: 'string', sheet_id: 'string', rows: 'number', columns: 'number' });

/** @throws InputError about the values, and about the sheet; CallError */
export async function prepareRows(
	turn: OperationContext,
	chosen: Chosen,
	check?: (rows: ReadyRow[]) => void,
): Promise<Stacked> {
	const { context, itemIndex, panel } = turn;
	const { range, values, choices } = chosen;
	const given = givenRows(values, context.getInputData()[itemIndex]?.json ?? {});
	const rows = readyRows(given, range.area?.column ?? 1, contextOf(choices, panel.timeZone));
	check?.(rows);
	const sheet = sheetOf(chosen.sheet, range);
	const path = await sheet.path(turn);
	const key = JSON.stringify([path, range.area ?? null, values.choice === 'item' ? null : itemIndex]);
	return { sheet, path, range, rows, key };
}

/** Does something with the rows of all items of a range, while nobody else of this process writes the spreadsheet. */
export async function withRows<R>(
	stacked: readonly Stacked[],
	asking: BatchContext,
	work: (cells: SheetCells, rows: ReadyRow[], range: Range) => Promise<R>,
): Promise<R | undefined> {
	const [first] = stacked;
	if (!first) return undefined;
	return await alone(first.path.spreadsheet_token, async () => {
		const cells = await SheetCells.of(asking, first.sheet);
		return await work(
			cells,
			stacked.flatMap(({ rows }) => rows),
			first.range,
		);
	});
}

/** For each item, in their order, the outcomes of its own rows. */
export function byItem<R>(stacked: readonly Stacked[], outcomes: readonly R[]): R[][] {
	let from = 0;
	return stacked.map(({ rows }) => outcomes.slice(from, (from += rows.length)));
}
