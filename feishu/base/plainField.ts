import { isObject, text, type JsonObject } from '../json';
import { isReadOnly, type BaseField } from './baseField';
import { descriptionOf } from './changedField';
import { kindWord } from './fieldKinds';
import { optionNames } from './baseField';

/**
 * A field in a form that people and language models read: its kind by name, its options by theirs, and what else tells how
 * to write into it.
 */
export function plainField(field: BaseField & { description?: unknown; is_hidden?: unknown }): JsonObject {
	const { field_id, field_name, type, ui_type, property, is_primary = false, is_hidden } = field;
	const description = descriptionOf(field);
	const { table_id, table_name, multiple, formatter, date_formatter, currency_code, formula_expression } =
		property ?? {};
	const { min, max } = property ?? {};
	return {
		field_id,
		field_name,
		kind: kindWord(field),
		type,
		...(ui_type !== undefined && { ui_type }),
		is_primary,
		read_only: isReadOnly(field),
		...(is_hidden === true && { is_hidden }),
		...(description !== '' && { description }),
		...(isObject(property) && Array.isArray(property.options) && { options: optionNames(field) }),
		...(typeof table_id === 'string' && { linked_table: { table_id, name: text(table_name) } }),
		...told({ multiple, format: formatter ?? date_formatter, currency: currency_code, min, max }),
		...told({ formula: formula_expression }),
	};
}

const told = (values: JsonObject): JsonObject =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
