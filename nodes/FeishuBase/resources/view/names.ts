import { filledField, textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';

const words = {
	displayName: 'Name',
	name: 'viewName',
	placeholder: 'e.g. Open tasks',
	description: 'Each name once in a table',
} as const;

/** Source: …/bitable-v1/app-table-view/create */
function checked(name: string, label: string): string {
	if (name.length <= 100 && !/[[\]]/.test(name)) return name;
	throw complaint(label, 'is not possible', 'Use up to 100 characters, without [ and ]');
}

export const viewName = mappedField(filledField({ ...words, required: true }), checked);

export const newViewName = mappedField(textField({ ...words, displayName: 'New Name', name: 'name' }), checked);
