import { textField } from '../../shared/fields/plain';

/** What is searched for. */
export function wordsField(placeholder: string) {
	return textField({
		displayName: 'Words',
		name: 'words',
		required: true,
		placeholder,
		description: 'All of them must appear, in any order; parts of words count, upper and lower case do not',
	});
}
