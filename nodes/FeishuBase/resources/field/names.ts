import { filledField, textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';

const words = {
	displayName: 'Name',
	name: 'fieldName',
	placeholder: 'e.g. Amount',
	description: 'The head of the column; each name once in a table',
} as const;

/** Names that the platform refuses are told before it is asked. @throws InputError */
export function checkedFieldName(name: string, label: string): string {
	if (name.length <= 100 && !/[[\]]/.test(name)) return name;
	throw complaint(label, 'is not possible', 'Use up to 100 characters, without [ and ]');
}

export const fieldName = mappedField(filledField({ ...words, required: true }), checkedFieldName);

export const newFieldName = mappedField(
	textField({ ...words, displayName: 'New Name', name: 'name' }),
	checkedFieldName,
);
