import { ALL_KINDS, fieldKind, type FieldKind } from '../../../../feishu/base/fieldKinds';
import { newField } from '../../../../feishu/base/fieldProperty';
import { canBePrimary, MOST_FIELDS } from '../../../../feishu/base/guessFields';
import { isObject, text, type JsonObject } from '../../../../feishu/json';
import { collectionField } from '../../../shared/fields/nested';
import { jsonField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { checkedFieldName } from '../field/names';
import { defaultViewName } from './names';
import { FIRST, type EnteredField } from './newFields';

/** Fields as a list: what an expression or a language model can give, where rows have to be added by hand. */
const fieldsJson = mappedField(
	jsonField({
		displayName: 'Fields (JSON)',
		name: 'fieldsJson',
		default: '[]',
		description:
			'A list of fields behind those above: [{"name": "Price", "type": "currency"}, {"name": "State", "type": "singleSelect", "options": ["new", "sent"]}]. The type is a word, or a number as the platform has it with ui_type and property; a text alone is the name of a text field.',
	}),
	(given, label): EnteredField[] => {
		if (given === undefined) return [];
		if (!Array.isArray(given)) throw complaint(label, 'must be a JSON list', 'It starts with [ and ends with ]');
		return given.map((one: unknown, place) => fieldIn(one, `${label} → Field ${place + 1}`));
	},
);

function fieldIn(given: unknown, label: string): EnteredField {
	const field = isObject(given) ? given : { name: given };
	const field_name = (text(field.name) || text(field.field_name)).trim();
	if (field_name === '') throw complaint(label, 'has no name', 'Use {"name": "Price", "type": "number"}');
	const { description, property, options } = field;
	return {
		field_name: checkedFieldName(field_name, label),
		kind: kindIn(field, label),
		settings: Array.isArray(options) ? { optionNames: options.map(String) } : {},
		description: isObject(description) ? text(description.text) : text(description),
		...(isObject(property) && { property }),
	};
}

function kindIn({ type = 'text', ui_type }: JsonObject, label: string): FieldKind {
	const known =
		typeof type === 'number'
			? fieldKind({ type, ui_type: typeof ui_type === 'string' ? ui_type : undefined })
			: ALL_KINDS.find((kind) => kind === type);
	if (known) return known;
	throw complaint(
		label,
		`has no type that can be made: ${String(type).slice(0, 40)}`,
		`Use one of ${ALL_KINDS.join(', ')}`,
	);
}

/** @throws InputError where the fields can't stand in one table */
export function checkTogether(fields: readonly EnteredField[]): void {
	const taken = new Set<string>();
	for (const { field_name } of fields) {
		if (taken.has(field_name))
			throw complaint(fieldsJson.label, `names '${field_name}' twice`, 'Each field has a name of its own');
		taken.add(field_name);
	}
	if (fields.length > MOST_FIELDS)
		throw complaint(fieldsJson.label, `makes ${fields.length} fields`, `A table takes ${MOST_FIELDS}`);
	const [first] = fields;
	if (first && !canBePrimary(newField(first.kind, {})))
		throw complaint(fieldsJson.label, `can't begin with '${first.field_name}'`, FIRST);
}

export const createOptions = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	defaultViewName,
	fieldsJson,
]);
