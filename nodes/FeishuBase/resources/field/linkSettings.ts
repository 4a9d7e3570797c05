import { SETTING_LABELS } from '../../../../feishu/base/fieldKinds';
import { GET_TABLES } from '../../../shared/base/contents';
import { searchTables } from '../../../shared/base/searchTables';
import { fromList, optionalLocatorField, TEXT } from '../../../shared/fields/locator';
import { textField } from '../../../shared/fields/plain';
import { empty, mappedField } from '../../../shared/operation/field';

/** Needed where it is read; the panel does not ask for it, because n8n then asks for it where it is hidden. */
export const linkedTable = mappedField(
	optionalLocatorField({
		displayName: SETTING_LABELS.linkedTable,
		name: 'linkedTable',
		description: 'The table of the same base whose records are linked',
		modes: [
			fromList('searchTables', 'Choose a table…'),
			{ displayName: 'By Name or ID', name: 'id', ...TEXT, placeholder: 'e.g. tblsRc9GRRXKqhvW' },
		],
		searches: { searchTables },
		calls: [GET_TABLES],
	}),
	(found, label) => {
		if (!found) throw empty(label, 'e.g. tblsRc9GRRXKqhvW');
		return found.value;
	},
);

export const backFieldName = textField({
	displayName: SETTING_LABELS.backFieldName,
	name: 'backFieldName',
	placeholder: 'e.g. Tasks',
	description: 'What the field is called that shows the links from the other side',
});
