import { newField, type FieldBody } from '../../../../feishu/base/fieldProperty';
import { canBePrimary, primaryFirst } from '../../../../feishu/base/guessFields';
import { InputError } from '../../../../feishu/input';
import type { JsonObject } from '../../../../feishu/json';
import type { Base } from '../../../shared/base/basePlace';
import type { Asking } from '../../../shared/client/asking';
import { withTableId } from '../field/kinds';
import { primaryKey, type TypeOfKey } from './keys';
import { FIRST } from './newFields';

/** The items with those keys that are wanted. */
export function onlyChosen(
	items: readonly JsonObject[],
	{ only: wanted = [], except: unwanted = [] }: { only?: readonly string[]; except?: readonly string[] },
): JsonObject[] {
	const isWanted = (one: string) => (wanted.length === 0 || wanted.includes(one)) && !unwanted.includes(one);
	return items.map((item) => Object.fromEntries(Object.entries(item).filter(([one]) => isWanted(one))));
}

type Keyed = FieldBody & { key: string };

/** The fields with the types that somebody chose. @throws InputError for a key that no item has; CallError */
export async function withTypes(
	asking: Asking,
	base: Base,
	fields: readonly Keyed[],
	types: readonly TypeOfKey[],
): Promise<Keyed[]> {
	const chosen = new Map<string, Omit<FieldBody, 'field_name'>>();
	for (const { key: one, kind, label } of types) {
		if (!fields.some((field) => field.key === one)) throw unknown(label, one, fields);
		chosen.set(one, newField(kind.choice, await withTableId(kind.value, base, asking)));
	}
	return fields.map((field) => {
		const type = chosen.get(field.key);
		return type ? { key: field.key, field_name: field.field_name, ...type } : field;
	});
}

/** The fields with the one of a key at the head, or with one that can stand there. @throws InputError */
export function withPrimary(fields: readonly Keyed[], wanted = ''): Keyed[] {
	const first = wanted === '' ? primaryFirst(fields)[0] : fields.find((field) => field.key === wanted);
	if (!first) throw unknown(primaryKey.label, wanted, fields);
	if (canBePrimary(first)) return [first, ...fields.filter((field) => field !== first)];
	throw new InputError(
		primaryKey.label,
		`The field of '${first.key}' can't be the first one of a table`,
		`${FIRST}: choose another key, or another type`,
	);
}

function unknown(label: string, wanted: string, fields: readonly Keyed[]): InputError {
	const keys = fields.map((field) => field.key).slice(0, 20);
	return new InputError(label, `The items have no key '${wanted.slice(0, 60)}'`, `They have ${keys.join(', ')}`);
}
