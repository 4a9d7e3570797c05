import { complaint, type Field } from '../../../shared/operation/field';
import { plainField, type Words } from '../../../shared/fields/plain';
import { splitList, textOf } from '../../../shared/fields/values';
import { GET_FIELDS } from '../../../shared/base/contents';
import { getBaseFields } from './getBaseFields';

const LOADED = { loadOptionsMethod: 'getBaseFields', loadOptionsDependsOn: ['base.value', 'table.value'] };
const BRINGS = { methods: { loadOptions: { getBaseFields } }, calls: [GET_FIELDS] };

/** A field of the table, for rows: its ID, or its name from an expression. */
export function fieldChoice<const N extends string>(words: Words<N>): Field<string, N> {
	return plainField(
		{ ...words, type: 'options', typeOptions: LOADED, default: '' },
		(value, label) => {
			const entered = textOf(label, value).trim();
			if (entered === '') throw complaint(label, 'is empty', 'Choose a field of the table');
			return entered;
		},
		BRINGS,
	);
}

/** Any number of them. */
export function fieldChoices<const N extends string>(words: Words<N>): Field<string[], N> {
	return plainField(
		{ ...words, type: 'multiOptions', typeOptions: LOADED, default: [] },
		(value) => splitList(value),
		BRINGS,
	);
}
