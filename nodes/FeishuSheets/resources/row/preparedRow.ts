import type { JsonObject } from '../../../../feishu/json';
import { ROW_NUMBER } from '../../../../feishu/sheets/headerRows';
import { sheetCell } from '../../../../feishu/sheets/writeCell';
import type { WrittenCell } from '../../../../feishu/sheets/writtenCell';
import type { Asking } from '../../../shared/client/asking';
import type { Mapped } from '../../../shared/fields/mapper';
import type { OperationContext } from '../../../shared/operation/operation';
import type { Sheet } from '../../../shared/sheets/sheetPlace';
import type { SheetPath } from '../../../shared/sheets/contents';
import type { TablePlace } from '../../cells/tableEnds';
import { placeOf } from './tableOptions';
import { contextOf, type WriteChoices } from './writeOptions';

/** The cells of one item by the names of their columns. */
export type NamedCells = Readonly<Record<string, WrittenCell>>;

/** What one item wants to be written. */
export interface PreparedRow {
	sheet: Sheet;
	path: SheetPath;
	place: TablePlace;
	cells: NamedCells;
	/** The `row_number` among its values. */
	rowNumber: unknown;
	/** What becomes of values whose column the sheet does not have. */
	extra: 'add' | 'leaveOut' | 'refuse';
	timeZone: string;
	/** What complaints call the columns. */
	label: string;
}

/** What is read of the panel for an item. */
export interface Entered {
	sheet: Sheet;
	mapped: Mapped;
	label: string;
	choices: WriteChoices;
}

type Turn = Asking & Pick<OperationContext, 'context' | 'itemIndex' | 'panel'>;

/** What can be read without asking anybody. @throws InputError with the name of the column */
export function readRow(turn: Turn, { sheet, mapped, label, choices }: Entered): Omit<PreparedRow, 'path'> {
	const { emptyValues = 'clear', extraColumns = 'add' } = choices;
	const context = contextOf(choices, turn.panel.timeZone);
	const place = placeOf(choices);
	const values = valuesIn(mapped, turn.context.getInputData()[turn.itemIndex]?.json ?? {});
	const cells: Record<string, WrittenCell> = Object.create(null) as Record<string, WrittenCell>;
	for (const [key, value] of Object.entries(values)) {
		const name = key.trim();
		if (name === ROW_NUMBER || name === '' || value === undefined) continue;
		if (emptyValues === 'leaveOut' && (value === null || value === '')) continue;
		cells[name] = sheetCell(name, value, context);
	}
	return {
		sheet,
		place,
		cells,
		rowNumber: values[ROW_NUMBER],
		// A form has the columns that the sheet had: one that is gone was renamed.
		extra: mapped.from === 'mapper' ? 'refuse' : extraColumns,
		timeZone: context.timeZone,
		label,
	};
}

/** @throws as `readRow`, and about the sheet; CallError */
export async function prepareRow(turn: Turn, entered: Entered): Promise<PreparedRow> {
	const row = readRow(turn, entered);
	return { ...row, path: await row.sheet.path(turn) };
}

function valuesIn(mapped: Mapped, json: JsonObject): JsonObject {
	if (mapped.from === 'item') return json;
	if (mapped.from === 'expression') return mapped.values;
	return Object.fromEntries(Object.entries(mapped.values).filter(([key]) => mapped.isFilledIn(key)));
}

/** Rows that are written together: of one sheet, with the same header. */
export const keyOfRows = ({ path, place, extra }: PreparedRow): string => JSON.stringify([path, place, extra]);
