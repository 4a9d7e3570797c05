import { textField, type Words } from '../../shared/fields/plain';
import { complaint, mappedField, type Field } from '../../shared/operation/field';

/** Text that is not longer than the platform takes. @param most characters @throws InputError */
export function shortText<const N extends string>(words: Words<N>, most: number): Field<string, N> {
	return mappedField(textField(words), (text, label) => {
		if (text.length <= most) return text;
		throw complaint(label, 'is too long', `Use up to ${most.toLocaleString('en')} characters`);
	});
}

/** Of titles, descriptions and comments, and of names. Source: …/task-v2/task/create, …/task-v2/tasklist/create */
export const LONGEST = 3000;
export const LONGEST_NAME = 100;
