import { collectionField } from '../../../shared/fields/nested';
import { jsonObjectField, textField } from '../../../shared/fields/plain';

export const description = textField({
	displayName: 'Description',
	name: 'description',
	typeOptions: { rows: 2 },
	description: 'What people see at the head of the column',
});

/** What no field of the panel has. */
export const property = jsonObjectField({
	displayName: 'Property (JSON)',
	name: 'property',
	description: "Further settings of the field as the platform's documentation has them; they come over those above",
});

/** What can be said of any new field. */
export const detailsField = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	description,
	property,
]);
