import { textOf } from './values';
import type { InputFile } from '../client/binary';
import { empty, shownFor, type Field } from '../operation/field';
import { flagField, wholeNumberField, plainField, textField, type Words } from './plain';
import { fieldGroup } from './nested';

const returnAll = flagField({
	displayName: 'Return All',
	name: 'returnAll',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
});

const limit = shownFor(
	wholeNumberField({
		displayName: 'Limit',
		name: 'limit',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
	}),
	{ returnAll: [false] },
);

/** Return All and Limit: how many records a list is to return, Infinity for all. */
export const pagingFields = fieldGroup('paging', [returnAll, limit], ({ read }) =>
	read(returnAll) ? Infinity : read(limit),
);

/** Whether the output has the useful keys only. */
export const simplifyField = flagField({
	displayName: 'Simplify',
	name: 'simple',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
});

/** A file of the input item. It is there or refused before any call; its bytes are opened when needed. */
export type OpenFile = () => Promise<InputFile>;

/** The name of the input item's field that holds a file; its value opens the file. @throws InputError when the item has none */
export function fileField<const N extends string = 'binaryPropertyName'>(
	words: Partial<Words<N>> = {},
): Field<OpenFile, N> {
	return plainField(
		{
			displayName: 'Input Data Field Name',
			required: true,
			placeholder: 'e.g. data',
			description: 'The name of the input field containing the binary file data to be processed',
			...words,
			name: (words.name ?? 'binaryPropertyName') as N,
			type: 'string',
			default: 'data',
		},
		(value, label, panel) => {
			const property = textOf(label, value).trim();
			if (property === '') throw empty(label, 'e.g. data');
			return async () => await panel.file(property, label);
		},
	);
}

/** The name of the output item's field in which a download goes. */
export const outputFileField = textField({
	displayName: 'Put Output File in Field',
	name: 'outputField',
	required: true,
	default: 'data',
	placeholder: 'e.g. data',
	description: 'The name of the output binary field to put the file in',
});
