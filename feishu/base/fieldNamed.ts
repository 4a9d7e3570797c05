import { InputError } from '../input';
import type { BaseField } from './baseField';

/** Names that an error lists. */
const SHOWN = 30;

/** The field with this ID, or exactly this name; undefined where the table has none. */
export function findField<F extends Pick<BaseField, 'field_id' | 'field_name'>>(
	entered: string,
	fields: readonly F[],
): F | undefined {
	return fields.find(({ field_id }) => field_id === entered) ?? fields.find(({ field_name }) => field_name === entered);
}

/**
 * The field of a table by its ID or its name.
 * @param label what complaints call the field of the panel
 * @throws InputError that names the fields of the table, or the one that is nearly called so: names are compared exactly
 */
export function fieldNamed(label: string, entered: string, fields: readonly BaseField[]): BaseField {
	const found = findField(entered, fields);
	if (found) return found;
	const near = fields.find(({ field_name }) => same(field_name) === same(entered));
	const names = fields.slice(0, SHOWN).map(({ field_name }) => field_name);
	throw new InputError(
		label,
		`The table has no field '${entered.slice(0, 60)}'`,
		near ? `It has '${near.field_name}'` : `It has ${names.join(', ')}`,
	);
}

const same = (name: string): string => name.replace(/\s/g, '').toLowerCase();
