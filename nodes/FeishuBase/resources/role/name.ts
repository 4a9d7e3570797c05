import { textField, type Words } from '../../../shared/fields/plain';
import { complaint, mappedField, type Field } from '../../../shared/operation/field';

/** Source: …/bitable-v1/advanced-permission/base-v2/app-role/create, and 1254032 there */
const MAX_NAME = 100;

/** What a role is called. @throws InputError */
export function roleNameField<const N extends string>(words: Words<N>): Field<string, N> {
	const { description = 'A name that no role of the base has; 100 characters at most' } = words;
	return mappedField(textField({ ...words, placeholder: 'e.g. Sales', description }), (name, label) => {
		if (name.length <= MAX_NAME && !/[[\]]/.test(name)) return name;
		throw complaint(label, "can't be the name of a role", `Use up to ${MAX_NAME} characters, without [ and ]`);
	});
}
