import { textField } from '../../../shared/fields/plain';
import { complaint, mappedField, type Field } from '../../../shared/operation/field';

/** In bytes. Source: …/drive-v1/file/copy */
const MAX_NAME = 256;

interface NameWords<N extends string> {
	displayName: string;
	name: N;
	description: string;
	required?: boolean;
	placeholder?: string;
}

/** The name of something in Drive. @throws InputError */
export function driveNameField<const N extends string>(words: NameWords<N>): Field<string, N> {
	return mappedField(textField(words), (given, label) => {
		if (Buffer.byteLength(given) <= MAX_NAME) return given;
		throw complaint(label, 'is too long', `Use up to ${MAX_NAME} bytes: a Chinese character takes three`);
	});
}
