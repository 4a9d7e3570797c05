import { textField, type Words } from '../../../shared/fields/plain';
import { complaint, mappedField, type Field } from '../../../shared/operation/field';

/** Source: …/sheets-v3/spreadsheet/create */
const MAX_TITLE = 255;

/** What a spreadsheet is called. @throws InputError about a longer title than the platform takes */
export function titleField<const N extends string>(words: Words<N>): Field<string, N> {
	return mappedField(textField({ ...words, placeholder: 'e.g. Sales of the week' }), (given, label) => {
		if (given.length <= MAX_TITLE) return given;
		throw complaint(label, 'is too long', `Use up to ${MAX_TITLE} characters`);
	});
}
