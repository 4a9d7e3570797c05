import { isObject, type JsonObject } from '../../../../../feishu/json';
import { jsonField, listField, type Words } from '../../../fields/plain';
import { complaint, mappedField, type Field } from '../../../operation/field';

/** Objects as JSON: an array of them, or a single one. @throws InputError when there is none */
export function objectsField<const N extends string>(words: Words<N> & { default: string }): Field<JsonObject[], N> {
	return mappedField(jsonField({ ...words, required: true }), (value, label) => {
		const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
		if (list.length > 0 && list.every(isObject)) return list;
		throw complaint(
			label,
			list.length === 0 ? 'is empty' : 'holds no list of objects',
			'Use an array such as [{"name": "Tom", "sales": 12}], or an expression that gives one',
		);
	});
}

/** Choices as pairs `Words = value`, one a line or separated by commas; words alone are their own value. */
export const offeredField = (words: { required?: true } = {}) =>
	mappedField(
		listField({
			displayName: 'Choices',
			name: 'choices',
			typeOptions: { rows: 3 },
			placeholder: 'e.g. Approve = yes, Reject = no',
			description: 'One a line or separated by commas; what stands behind = is what the callback carries',
			...words,
		}),
		(entries, label) => {
			if (entries.length === 0) throw complaint(label, 'is empty');
			return entries.map((entry) => {
				const [text = '', ...rest] = entry.split('=');
				return { text: text.trim(), value: rest.length > 0 ? rest.join('=').trim() : text.trim() };
			});
		},
	);
