import { rowsField } from '../../../shared/fields/nested';
import { textField } from '../../../shared/fields/plain';
import { addressField } from '../../external/fields';

const buttonName = textField({
	displayName: 'Name',
	name: 'name',
	placeholder: 'e.g. Open',
	description: 'What stands on the button',
});
const buttonUrl = addressField('url', 'Address', 'What it opens');

export const button = { buttonName, buttonUrl };

export const buttonsField = rowsField(
	{
		displayName: 'Buttons',
		name: 'messageButtons',
		groupKey: 'rows',
		groupName: 'Button',
		placeholder: 'Add Button',
		description: 'What leads to your system; one at least',
	},
	[buttonName, buttonUrl],
);
