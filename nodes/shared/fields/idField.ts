/** Fields that take an ID without a form of its own: what is plainly something else is told before any call. */
import { checkKind, type IdFieldKind } from '../../../feishu/idKinds';
import { mappedField, type Field } from '../operation/field';

/** The ID that a text holds; an empty one stays empty. @throws InputError that says what it is instead, and where that belongs */
export function idIn<const N extends string>(kind: IdFieldKind, field: Field<string, N>): Field<string, N> {
	return mappedField(field, (id, label) => checkKind(kind, id, label));
}

/** The same for a list. */
export function idsIn<const N extends string>(kind: IdFieldKind, field: Field<string[], N>): Field<string[], N> {
	return mappedField(field, (ids, label) => ids.map((id) => checkKind(kind, id, label)));
}
