import { collectionField } from '../../../shared/fields/nested';
import { filledField, textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';

/** Source: …/bitable-v1/app-table/create */
const checked = (name: string, label: string): string => {
	if (name.length <= 100 && !/[/\\?*:[\]]/.test(name)) return name;
	throw complaint(label, 'is not possible', 'Use up to 100 characters, without / \\ ? * : [ and ]');
};

export const tableName = mappedField(
	filledField({
		displayName: 'Name',
		name: 'tableName',
		required: true,
		placeholder: 'e.g. Orders',
		description: 'Each name once in a base',
	}),
	checked,
);

export const defaultViewName = textField({
	displayName: 'Default View Name',
	name: 'defaultViewName',
	placeholder: 'e.g. All orders',
	description: 'Of the view that the table begins with',
});

export const createOptions = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	defaultViewName,
]);
