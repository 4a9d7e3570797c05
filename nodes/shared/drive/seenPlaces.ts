import { choicesField } from '../fields/plain';
import { complaint, mappedField } from '../operation/field';

/** Where documents are looked for. @throws InputError when nothing is chosen */
export const seenPlacesField = mappedField(
	choicesField({
		displayName: 'In',
		name: 'seenIn',
		options: [
			{ name: 'Folders', value: 'folders', description: 'Of the space of the app, or of the person' },
			{ name: 'Wikis', value: 'wikis', description: 'That the app, or the person, may see' },
		],
		default: ['folders', 'wikis'],
		description: 'Where to look. What others share lies in neither list.',
	}),
	(chosen, label) => {
		if (chosen.length === 0) throw complaint(label, 'is empty', 'Choose folders, wikis or both');
		return chosen;
	},
);
