import { listField } from '../../../shared/fields/plain';
import { complaint, mappedField, shownFor } from '../../../shared/operation/field';

/** Of one field. Source: …/task-v2/custom_field/create */
const MOST_OPTIONS = 100;

export const choices = shownFor(
	mappedField(
		listField({
			displayName: 'Options',
			name: 'fieldOptions',
			placeholder: 'e.g. High, Medium, Low',
			description: 'What can be chosen, separated by commas or line breaks',
		}),
		(names, label) => {
			if (names.length > MOST_OPTIONS) throw complaint(label, 'holds too many', `A field takes ${MOST_OPTIONS}`);
			return names;
		},
	),
	{ fieldType: ['single_select', 'multi_select'] },
);
