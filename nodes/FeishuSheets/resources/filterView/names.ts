import { textField, type Words } from '../../../shared/fields/plain';
import { complaint, mappedField, type Field } from '../../../shared/operation/field';

/** Source: …/sheets-v3/spreadsheet-sheet-filter_view/create */
const MAX_NAME = 100;

export function viewNameField<const N extends string>(words: Words<N>): Field<string, N> {
	return mappedField(textField({ ...words, placeholder: 'e.g. Open orders' }), (name, label) => {
		if (name.length <= MAX_NAME) return name;
		throw complaint(label, 'is too long', `Use up to ${MAX_NAME} characters`);
	});
}
