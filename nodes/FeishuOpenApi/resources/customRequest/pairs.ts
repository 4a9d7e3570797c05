import { rowsField } from '../../../shared/fields/nested';
import { rawTextField, textField, type Words } from '../../../shared/fields/plain';
import { mappedField } from '../../../shared/operation/field';

interface Pair {
	name: string;
	value: string;
}

const nameField = textField({
	displayName: 'Name',
	name: 'name',
	placeholder: 'e.g. user_id_type',
	description: 'As the documentation of the endpoint spells it',
});

const valueField = rawTextField({
	displayName: 'Value',
	name: 'value',
	placeholder: 'e.g. open_id',
	description: 'Sent as it is; encoding is taken care of',
});

/** Apart, because n8n's linter takes an object that has a group beside its names for a node. */
const PARAMETER = { groupKey: 'parameter', groupName: 'Parameter' };

/** Rows of a name and a value. Those without a name are left out; the name may be entered with the colon that it has in a path. */
export function pairsField<const N extends string>(words: Words<N>) {
	return mappedField(rowsField({ ...words, ...PARAMETER }, [nameField, valueField]), (rows): Pair[] =>
		rows
			.map(({ read }) => ({ name: read(nameField).replace(/^:/, ''), value: read(valueField) }))
			.filter(({ name }) => name !== ''),
	);
}

/** The values by their names; of one that repeats, the last. */
export function valuesOf(pairs: readonly Pair[]): Record<string, string> {
	return Object.fromEntries(pairs.map(({ name, value }) => [name, value]));
}

/** All values of each name. */
export function listsOf(pairs: readonly Pair[]): Record<string, string[]> {
	const lists: Record<string, string[]> = {};
	for (const { name, value } of pairs) (lists[name] ??= []).push(value);
	return lists;
}
