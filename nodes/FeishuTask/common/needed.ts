import { empty, mappedField, type Field } from '../../shared/operation/field';

/** Must be filled in where it is read, although the panel does not ask for it: n8n asks also where it is hidden. */
export const needed = <T, const N extends string>(field: Field<T | undefined, N>): Field<T, N> =>
	mappedField(field, (value, label) => {
		if (value === undefined) throw empty(label);
		return value;
	});
