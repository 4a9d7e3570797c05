import { checkId, LINK_PATTERNS } from '../../../feishu/ids';
import type { Field } from '../operation/operation';
import type { Params } from '../operation/params';

/** A message: by its ID, or by a link that holds the ID. */
export function messageField(overrides: Partial<Field> = {}): Field {
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
export function pagingFields(): Field[] {
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
export function simplifyField(): Field {
	return {
		displayName: 'Simplify',
		name: 'simple',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	};
}

/** The name of the input item's field that holds a file. Read with `param.file(name)`. */
export function binaryInputField(overrides: Partial<Field> = {}): Field {
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
export function binaryOutputField(): Field {
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
