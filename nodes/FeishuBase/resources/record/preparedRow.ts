import type { BaseField } from '../../../../feishu/base/baseField';
import type { CellNeed, Found, PreparedCell } from '../../../../feishu/base/cellNeeds';
import type { UnknownOption } from '../../../../feishu/base/cellValues';
import { enteredCells, type UnknownKeys } from '../../../../feishu/base/enteredCells';
import { prepareCell } from '../../../../feishu/base/writeCell';
import type { InputError } from '../../../../feishu/input';
import type { JsonObject } from '../../../../feishu/json';
import type { Asking } from '../../../shared/client/asking';
import { fieldsOf, type TablePath } from '../../../shared/base/contents';
import type { InputFile } from '../../../shared/client/binary';
import type { Mapped } from '../../../shared/fields/mapper';
import { parseMoment } from '../../../shared/fields/values';
import { complaint } from '../../../shared/operation/field';
import { tell } from '../../../shared/operation/tell';
import type { OperationContext } from '../../../shared/operation/operation';
import { enteredIn } from './columns';

export interface WriteChoices {
	emptyValues?: 'clear' | 'leaveOut';
	newOptions?: UnknownOption;
	unknownKeys?: Exclude<UnknownKeys, 'addField'>;
}

/** What one item wants to be written, as far as it can be known without asking anybody. */
export interface PreparedRow {
	path: TablePath;
	/** All of the table's. */
	fields: readonly BaseField[];
	cells: ReadonlyArray<{ field: BaseField; cell: PreparedCell }>;
	/** Opens a file of the item. */
	open(name: string): Promise<InputFile>;
}

type Turn = Asking & Pick<OperationContext, 'context' | 'itemIndex' | 'panel'>;

/** @throws InputError with the name of the column */
export async function prepareRow(
	turn: Turn,
	path: TablePath,
	label: string,
	mapped: Mapped,
	choices: WriteChoices,
): Promise<PreparedRow> {
	const { context, itemIndex, panel } = turn;
	const { emptyValues = 'clear', newOptions = 'create', unknownKeys = 'leaveOut' } = choices;
	const fields = await fieldsOf(turn, path);
	const json = context.getInputData()[itemIndex]?.json ?? {};
	const { cells, unknown } = enteredCells(label, enteredIn(mapped, json, fields), fields, {
		clearEmpty: emptyValues === 'clear',
	});
	const keys = Object.keys(unknown);
	if (mapped.from === 'item' && cells.length === 0 && keys.length > 0) throw nothingFits(label, keys, fields);
	noteUnknown(turn, label, keys, unknownKeys);
	if (cells.length === 0) tell(context, [`'${label}' has no value for any column: nothing is written into the cells`]);
	const files = panel.fileNames();
	const moment = (name: string, value: unknown) => parseMoment(name, value, panel.timeZone);
	return {
		path,
		fields,
		cells: cells.map(({ field, value }) => ({
			field,
			cell: prepareCell(field, value, { moment, unknownOption: newOptions, files }),
		})),
		open: async (name) => await panel.file(name, label),
	};
}

/** An item of which no key is a field's would come to a record without anything in it. */
function nothingFits(label: string, keys: readonly string[], fields: readonly BaseField[]): InputError {
	const some = (names: readonly string[]) => names.slice(0, 10).join(', ') + (names.length > 10 ? ', …' : '');
	return complaint(
		label,
		`finds nothing in the item that is called like a field of the table: it has ${some(keys)}`,
		`Rename the keys (Edit Fields), or map each column manually. The table has ${some(fields.map(({ field_name }) => field_name))}`,
	);
}

function noteUnknown({ context }: Turn, label: string, keys: readonly string[], what: UnknownKeys): void {
	if (keys.length === 0) return;
	const names = keys.slice(0, 10).join(', ');
	if (what === 'refuse')
		throw complaint(label, `has no field for ${names}`, 'Add the field to the table, or let Unknown Keys leave it out');
	tell(context, [`The table has no field for ${names}: left out`]);
}

/** All that has to be looked up for a row. */
export const needsOf = ({ cells }: PreparedRow): CellNeed[] => cells.flatMap(({ cell }) => [...cell.needs]);

/**
 * The cells as the platform takes them, by the names of their fields.
 * @param found gives for the name of a field what was looked up for it
 * @throws InputError about what was not found
 */
export function wireCells({ cells }: PreparedRow, found: (field: string) => Found): JsonObject {
	return Object.fromEntries(cells.map(({ field, cell }) => [field.field_name, cell.wire(found(field.field_name))]));
}
