import { textOf } from './values';
import type { InputFile } from '../client/binary';
import { complaint, shownFor, type Field as SelfReading } from '../operation/field';
import { flagField, numberField, plainField, textField, type Words } from './plain';
import { fieldGroup } from './nested';
import { checkId, LINK_PATTERNS } from '../../../feishu/ids';
import type { Field } from '../operation/operation';
import type { Params } from '../operation/params';

/** A message: by its ID, or by a link that holds the ID. */
export function messageFieldOld(overrides: Partial<Field> = {}): Field {
	return {
		displayName: 'Message',
		name: 'messageId',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'id', value: '' },
		description: 'Comes out of Send, Get Many and the triggers as message_id',
		modes: [
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. om_dc13264520392913993dd051dba21dcf',
				validation: [
					{
						type: 'regex',
						properties: { regex: `.*${LINK_PATTERNS.message}.*`, errorMessage: 'A message ID starts with om_' },
					},
				],
			},
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder: 'e.g. a link to the message that holds om_…',
				validation: [
					{
						type: 'regex',
						properties: { regex: `.*${LINK_PATTERNS.message}.*`, errorMessage: 'The link holds no message ID (om_…)' },
					},
				],
			},
		],
		...overrides,
	};
}

/** @throws InputError when it is empty or no message ID */
export function messageId(param: Params, name = 'messageId'): string {
	return checkId('message', param.located(name).value, param.label(name));
}

/** Return All and Limit. Read with `param.limit()`. */
export function pagingFieldsOld(): Field[] {
	return [
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			default: false,
			description: 'Whether to return all results or only up to a given limit',
		},
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			description: 'Max number of results to return',
			displayOptions: { show: { returnAll: [false] } },
		},
	];
}

/** Simplify. Read with `param.flag('simple')`. */
export function simplifyFieldOld(): Field {
	return {
		displayName: 'Simplify',
		name: 'simple',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	};
}

/** The name of the input item's field that holds a file. Read with `param.file(name)`. */
export function binaryInputFieldOld(overrides: Partial<Field> = {}): Field {
	return {
		displayName: 'Input Data Field Name',
		name: 'binaryPropertyName',
		type: 'string',
		required: true,
		default: 'data',
		placeholder: 'e.g. data',
		description: 'The name of the input field containing the binary file data to be processed',
		...overrides,
	};
}

/** Where a download goes. */
export function binaryOutputFieldOld(): Field {
	return {
		displayName: 'Put Output File in Field',
		name: 'outputField',
		type: 'string',
		required: true,
		default: 'data',
		placeholder: 'e.g. data',
		description: 'The name of the output binary field to put the file in',
	};
}

const returnAll = flagField({
	displayName: 'Return All',
	name: 'returnAll',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
});

const limit = shownFor(
	numberField({
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
	read(returnAll) ? Infinity : Math.floor(read(limit)),
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
): SelfReading<OpenFile, N> {
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
			if (property === '') throw complaint(label, 'is empty');
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
