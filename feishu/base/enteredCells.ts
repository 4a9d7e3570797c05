import { InputError } from '../input';
import type { JsonObject } from '../json';
import { isReadOnly, type BaseField } from './baseField';
import { fieldNamed, findField } from './fieldNamed';
import { keyOfColumn, OWN_KEYS } from './plainRecord';

/** Values for the fields of a table, as somebody filled them in or an item brings them. */
export type Entered =
	/** By the IDs of fields, from a form; by names where nobody kept the IDs with them. */
	| { from: 'mapper'; values: JsonObject; isFilledIn(id: string): boolean }
	/** By IDs or names. */
	| { from: 'expression'; values: JsonObject }
	/** By names; what the table has no field for may be among them. */
	| { from: 'item'; values: JsonObject };

/** What becomes of keys of an item for which the table has no field. */
export type UnknownKeys = 'leaveOut' | 'refuse' | 'addField';

export interface EnteredCells {
	cells: Array<{ field: BaseField; value: unknown }>;
	/** Keys for which the table has no field, with what they hold. */
	unknown: JsonObject;
}

/**
 * The fields to be written, each with its value. What was not filled in is left out, and so is what nobody can write
 * where an item brings it; undefined is nothing, null and empty text empty the cell unless that is not wanted.
 * @param label what complaints call the field of the panel
 * @throws InputError where a form or an expression names a field that the table does not have
 */
export function enteredCells(
	label: string,
	entered: Entered,
	fields: readonly BaseField[],
	{ clearEmpty }: { clearEmpty: boolean },
): EnteredCells {
	const cells: EnteredCells['cells'] = [];
	const unknown: JsonObject = {};
	for (const [key, value] of Object.entries(entered.values)) {
		if (value === undefined || (!clearEmpty && (value === null || value === ''))) continue;
		if (entered.from === 'mapper' && !entered.isFilledIn(key)) continue;
		const field = entered.from === 'item' ? itemField(key, fields) : formField(label, entered.from, key, fields);
		if (field) {
			if (entered.from !== 'item' || !isReadOnly(field)) cells.push({ field, value });
		} else if (!OWN_KEYS.has(key)) unknown[key] = value;
	}
	return { cells, unknown };
}

function itemField(key: string, fields: readonly BaseField[]): BaseField | undefined {
	const field = findField(key, fields);
	// A column that is called as what a record tells about itself comes under another key.
	if (field) return keyOfColumn(field.field_name) === key || field.field_id === key ? field : undefined;
	return fields.find(({ field_name }) => keyOfColumn(field_name) === key);
}

function formField(label: string, from: 'mapper' | 'expression', key: string, fields: readonly BaseField[]): BaseField {
	if (from === 'expression') return fieldNamed(label, key, fields);
	const found = findField(key, fields);
	if (found) return found;
	throw new InputError(
		label,
		`The field '${label}' has a value for ${key}, which the table no longer has`,
		'Refresh the columns of the node, or choose the table again',
	);
}
