import { baseAddress } from '../../../feishu/base/baseAddress';
import { InputError } from '../../../feishu/input';
import { fromList, locatorField, TEXT, type Located } from '../fields/locator';
import type { Words } from '../fields/plain';
import { mappedField, type Field } from '../operation/field';
import { GET_FIELDS } from './contents';
import { searchRecords } from './searchRecords';

/** The ID of a record (`rec…`): from the list, entered, or from the address of the opened record. @throws InputError */
export function recordField<const N extends string = 'record'>(words: Partial<Words<N>> = {}): Field<string, N> {
	const located = locatorField({
		displayName: 'Record',
		description: 'A record (row) of the table',
		modes: [
			fromList('searchRecords', 'Choose a record…'),
			{
				displayName: 'By ID',
				name: 'id',
				...TEXT,
				placeholder: 'e.g. recqwIwhc6',
				hint: 'Other operations give it as record_id; an address with &record= works as well',
			},
		],
		searches: { searchRecords },
		calls: [GET_FIELDS],
		...words,
		name: (words.name ?? 'record') as N,
	});
	return mappedField(located, recordIn);
}

function recordIn({ value }: Located, label: string): string {
	const id = /^https?:\/\//i.test(value) ? baseAddress(label, value).record : value;
	if (id !== undefined && /^rec\w+$/.test(id)) return id;
	throw new InputError(
		label,
		`The field '${label}' holds no record: ${value.slice(0, 60)}`,
		'The ID of a record starts with rec; operations that read records give it as record_id',
	);
}
