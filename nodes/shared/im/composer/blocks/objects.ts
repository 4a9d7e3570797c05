import type { Choice } from '../../../../../feishu/im/card';
import { isObject, text, type JsonObject } from '../../../../../feishu/json';
import { jsonField, listField, type Words } from '../../../fields/plain';
import { complaint, empty, mappedField, type Field } from '../../../operation/field';

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

/**
 * Choices as pairs `Words = value`, one a line or separated by commas; words alone are their own value. An expression may
 * give objects instead, which can have an icon.
 */
export function offeredField(words: { required?: true } = {}): Field<Choice[], 'choices'> {
	const list = listField({
		displayName: 'Choices',
		name: 'choices',
		typeOptions: { rows: 3 },
		placeholder: 'e.g. Approve = yes, Reject = no',
		description: 'One a line or separated by commas; what stands behind = is what the callback carries',
		...words,
	});
	const pairs = mappedField(list, (entries, label) => {
		if (entries.length === 0) throw empty(label, 'e.g. Approve = yes, Reject = no');
		return entries.map((entry): Choice => {
			const [said = '', ...rest] = entry.split('=');
			return { text: said.trim(), value: rest.length > 0 ? rest.join('=').trim() : said.trim() };
		});
	});
	return {
		...pairs,
		read(panel) {
			const given = panel.value(list.name);
			if (!Array.isArray(given) || !given.some(isObject)) return pairs.read(panel);
			return given.map((one: unknown) => {
				if (isObject(one) && text(one.text) !== '')
					return { ...one, value: text(one.value) || text(one.text) } as Choice;
				throw complaint(
					panel.label(list.label),
					'has a choice without a text',
					'For example {"text": "Yes", "value": "yes"}',
				);
			});
		},
	};
}
