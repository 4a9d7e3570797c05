import { complaint, mappedField, type Field } from '../../shared/operation/field';

/** An ID of the platform without a form of its own, which is one word; an empty one stays empty. @throws InputError about an address or a name */
export function plainId<const N extends string>(field: Field<string, N>): Field<string, N> {
	return mappedField(field, (id, label) => (id === '' ? id : checked(id, label)));
}

/** The same for a list. */
export function plainIds<const N extends string>(field: Field<string[], N>): Field<string[], N> {
	return mappedField(field, (ids, label) => ids.map((id) => checked(id, label)));
}

function checked(id: string, label: string): string {
	if (/^[\w-]{1,64}$/.test(id)) return id;
	throw complaint(label, `holds no ID: ${id.slice(0, 60)}`, 'It is one word, as the operation that made it gave it');
}
