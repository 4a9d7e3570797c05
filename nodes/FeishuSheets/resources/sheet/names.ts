import { textField, type Words } from '../../../shared/fields/plain';
import { complaint, mappedField, type Field } from '../../../shared/operation/field';

/** Source: …/sheets-v3/spreadsheet-sheet/update-sheet-properties, whose FAQ says that another title is left out without a word */
const MAX_TITLE = 100;

/** What a sheet is called. @throws InputError about what the platform takes for no title, which some calls would only skip */
export function sheetTitleField<const N extends string>(words: Words<N>): Field<string, N> {
	return mappedField(textField({ ...words, placeholder: 'e.g. January' }), (title, label) => {
		if (title.length <= MAX_TITLE && !/[/\\?*[\]:]/.test(title)) return title;
		throw complaint(label, "can't be the name of a sheet", `Use up to ${MAX_TITLE} characters, without / \\ ? * [ ] :`);
	});
}
