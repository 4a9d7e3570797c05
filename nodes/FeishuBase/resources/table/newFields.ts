import { newField, type FieldSettings } from '../../../../feishu/base/fieldProperty';
import type { FieldKind } from '../../../../feishu/base/fieldKinds';
import { canBePrimary, MOST_FIELDS } from '../../../../feishu/base/guessFields';
import type { JsonObject } from '../../../../feishu/json';
import { rowsField } from '../../../shared/fields/nested';
import type { Base } from '../../../shared/base/basePlace';
import type { Asking } from '../../../shared/client/asking';
import { complaint, mappedField } from '../../../shared/operation/field';
import { withDetails } from '../field/create';
import { description } from '../field/details';
import { kindField, withTableId } from '../field/kinds';
import { fieldName } from '../field/names';
import type { NewField } from './makeTable';

/** A field as filled in: its linked table may be there by name. */
export interface EnteredField {
	field_name: string;
	kind: FieldKind;
	settings: FieldSettings;
	description: string;
	/** Keys of the property, as the platform has them. */
	property?: JsonObject;
}

export const FIRST = 'The first field is a text, number, date, phone number, link, formula or location';

/** The fields of a new table, row by row. @throws InputError that names the row */
export const newFields = mappedField(
	rowsField(
		{
			displayName: 'Fields',
			name: 'newFields',
			placeholder: 'Add Field',
			description: `The columns of the table in their order; without any it has one of text. ${FIRST}.`,
			groupKey: 'field',
			groupName: 'Field',
		},
		[fieldName, kindField, description],
	),
	(rows, label): EnteredField[] => {
		if (rows.length > MOST_FIELDS)
			throw complaint(label, `has ${rows.length} rows`, `A table takes ${MOST_FIELDS} fields`);
		const taken = new Set<string>();
		return rows.map((row, place) => {
			const field_name = row.read(fieldName);
			if (taken.has(field_name))
				throw row.refuse(fieldName, 'is taken by a row above', 'Each field has a name of its own');
			taken.add(field_name);
			const { choice: kind, value: settings } = row.read(kindField);
			if (place === 0 && !canBePrimary(newField(kind, settings)))
				throw row.refuse(kindField, 'is not possible for the first field', FIRST);
			return { field_name, kind, settings, description: row.read(description) };
		});
	},
);

/** The fields as the platform takes them. @throws InputError where the base has no such linked table; CallError */
export async function fieldsToMake(asking: Asking, base: Base, entered: readonly EnteredField[]): Promise<NewField[]> {
	const fields: NewField[] = [];
	for (const { field_name, kind, settings, description: words, property } of entered) {
		const field = newField(kind, await withTableId(settings, base, asking));
		fields.push({ field_name, ...withDetails(field, { description: words, property }) } as NewField);
	}
	return fields;
}
