import { cutText } from '../graphemes';
import { InputError } from '../input';
import type { JsonObject } from '../json';
import { FIELD } from './baseField';
import { guessType, type GuessedType } from './guessType';

/** A field that is still to be made, as the platform takes it. Source: …/bitable-v1/app-table-field/create */
export interface GuessedField extends GuessedType {
	field_name: string;
}

/** Characters of a name that stay readable in the head of a column. The platform takes more. */
const LONGEST_NAME = 100;

/** Source: …/bitable-v1/bitable-overview */
export const MOST_FIELDS = 300;

/** Of these types the first field of a table can be. Source: …/bitable-v1/app-table-field/guide */
const PRIMARY: ReadonlySet<number> = new Set([
	FIELD.text,
	FIELD.number,
	FIELD.date,
	FIELD.phone,
	FIELD.url,
	FIELD.formula,
	FIELD.location,
]);

export const canBePrimary = ({ type }: { type: number }): boolean => PRIMARY.has(type);

/** The name of a field for a key: without blanks around it, and without the brackets that the platform refuses in names. */
function nameForKey(key: string): string {
	const name = key.trim().replaceAll('[', '(').replaceAll(']', ')');
	return cutText(name, LONGEST_NAME).trim() || 'Field';
}

/** The field that these values fit, which are those of one key; empty ones say nothing. */
export function guessField(name: string, values: readonly unknown[]): GuessedField {
	return { field_name: nameForKey(name), ...guessType(values) };
}

/**
 * A field for each key of the items, in the order in which the keys appear; two keys never give the same name. The first
 * one can be the primary field of a table: the first key whose values allow it goes first, else the first one is text.
 * @returns each with its key
 * @throws InputError for more than a table can have
 */
export function guessFields(items: readonly JsonObject[]): Array<GuessedField & { key: string }> {
	const values = new Map<string, unknown[]>();
	for (const item of items)
		for (const [key, value] of Object.entries(item)) {
			const known = values.get(key);
			if (known) known.push(value);
			else values.set(key, [value]);
		}
	if (values.size > MOST_FIELDS)
		throw new InputError(
			'Input',
			`The items have ${values.size} keys, and a table takes ${MOST_FIELDS} fields`,
			'Choose the keys that are wanted, or leave some out with an Edit Fields node before',
		);
	const taken = new Set<string>();
	const fields = [...values].map(([key, found]) => {
		const field = guessField(key, found);
		const field_name = unlike(field.field_name, taken);
		taken.add(field_name);
		return { ...field, field_name, key };
	});
	const [first, ...others] = primaryFirst(fields);
	if (!first || canBePrimary(first)) return first ? [first, ...others] : [];
	return [{ field_name: first.field_name, type: FIELD.text, key: first.key }, ...others];
}

/** The name, or the name with the first number that tells it from the others. */
function unlike(name: string, taken: ReadonlySet<string>): string {
	for (let number = 1; ; number++) {
		const tail = number === 1 ? '' : ` ${number}`;
		const one = `${cutText(name, LONGEST_NAME - tail.length).trim()}${tail}`;
		if (!taken.has(one)) return one;
	}
}

/** The same fields with the first one at the head that a table can begin with; as they were where there is none. */
export function primaryFirst<F extends { type: number }>(fields: readonly F[]): F[] {
	const primary = fields.find(canBePrimary);
	return primary ? [primary, ...fields.filter((field) => field !== primary)] : [...fields];
}
