import type { Field } from '../../../shared/operation';
import { pagingFields } from '../../../shared/fields/common';

const methods = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'];

/** Rows of a name and a value. */
function pairs(overrides: Pick<Field, 'displayName' | 'name' | 'placeholder' | 'description'>): Field {
	return {
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		options: [
			{
				displayName: 'Parameter',
				name: 'parameter',
				values: [
					{ displayName: 'Name', name: 'name', type: 'string', default: '', placeholder: 'e.g. page_size' },
					{ displayName: 'Value', name: 'value', type: 'string', default: '', placeholder: 'e.g. 50' },
				],
			},
		],
		...overrides,
	};
}

const forBody = { method: ['DELETE', 'PATCH', 'POST', 'PUT'] };

export const fields: readonly Field[] = [
	{
		displayName: 'Method',
		name: 'method',
		type: 'options',
		options: methods.map((value) => ({ name: value, value })),
		default: 'GET',
	},
	{
		displayName: 'Path',
		name: 'path',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. /open-apis/im/v1/chats/:chat_id',
		description: 'As the documentation shows it; parts that start with a colon are filled from Path Parameters',
	},
	pairs({
		displayName: 'Path Parameters',
		name: 'pathParameters',
		placeholder: 'Add Path Parameter',
		description: 'A value for each :name in the path; it is encoded',
	}),
	pairs({
		displayName: 'Query Parameters',
		name: 'query',
		placeholder: 'Add Query Parameter',
		description: 'Repeat a name to send a list',
	}),
	{
		displayName: 'Body',
		name: 'bodyType',
		type: 'options',
		options: [
			{ name: 'Form Data (Multipart)', value: 'form', description: 'For uploads' },
			{ name: 'JSON', value: 'json' },
			{ name: 'None', value: 'none' },
		],
		default: 'none',
		displayOptions: { show: forBody },
	},
	{
		displayName: 'JSON',
		name: 'bodyJson',
		type: 'json',
		typeOptions: { rows: 6 },
		default: '{}',
		displayOptions: { show: { ...forBody, bodyType: ['json'] } },
	},
	{
		displayName: 'Form Fields',
		name: 'formFields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Form Field',
		default: {},
		displayOptions: { show: { ...forBody, bodyType: ['form'] } },
		options: [
			{
				displayName: 'Field',
				name: 'field',
				values: [
					{ displayName: 'Name', name: 'name', type: 'string', default: '', placeholder: 'e.g. file' },
					{
						displayName: 'Kind',
						name: 'kind',
						type: 'options',
						options: [
							{ name: 'File', value: 'file' },
							{ name: 'Text', value: 'text' },
						],
						default: 'text',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						displayOptions: { show: { kind: ['text'] } },
					},
					{
						displayName: 'Input Data Field Name',
						name: 'binaryPropertyName',
						type: 'string',
						default: 'data',
						placeholder: 'e.g. data',
						displayOptions: { show: { kind: ['file'] } },
						hint: 'The name of the input field containing the binary file data to be processed',
					},
				],
			},
		],
	},
	{
		displayName: 'Response',
		name: 'response',
		type: 'options',
		options: [
			{ name: 'Data', value: 'data', description: 'The data of the answer, as one item' },
			{ name: 'File', value: 'file', description: 'The answer is a file' },
			{ name: 'Full Answer', value: 'full', description: 'The whole answer with code and msg' },
			{ name: 'Records', value: 'records', description: 'One item for each record of a list, over all its pages' },
		],
		default: 'data',
	},
	...pagingFields().map(
		(field): Field => ({
			...field,
			displayOptions: { show: { response: ['records'], ...field.displayOptions?.show } },
		}),
	),
	{
		displayName: 'Put Output File in Field',
		name: 'outputField',
		type: 'string',
		required: true,
		default: 'data',
		placeholder: 'e.g. data',
		hint: 'The name of the output binary field to put the file in',
		displayOptions: { show: { response: ['file'] } },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			pairs({
				displayName: 'Headers',
				name: 'headers',
				placeholder: 'Add Header',
				description: 'Sent besides those that every request has',
			}),
			{
				displayName: 'Identity',
				name: 'identity',
				type: 'options',
				options: [
					{ name: 'App', value: 'app', description: 'With the app access token, which a few endpoints want' },
					{
						name: 'Tenant',
						value: 'tenant',
						description: 'With the tenant access token, which nearly every endpoint takes',
					},
				],
				default: 'tenant',
			},
			{
				displayName: 'Page Parameters In',
				name: 'pagingIn',
				type: 'options',
				options: [
					{ name: 'Body', value: 'body' },
					{ name: 'Query', value: 'query' },
				],
				default: 'query',
				description: 'Where the endpoint expects page_token and page_size; for Records',
			},
			{
				displayName: 'Page Size',
				name: 'pageSize',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 50,
				description:
					'Records fetched with one request; for Records. See the limit in the documentation of the endpoint.',
			},
			{
				displayName: 'Records Are In',
				name: 'itemsKey',
				type: 'string',
				default: '',
				placeholder: 'e.g. items',
				description: 'Name of the list in the data, when it is not found by itself; for Records',
			},
			{
				displayName: 'Safe to Repeat',
				name: 'idempotent',
				type: 'boolean',
				default: false,
				description: 'Whether the request may be sent again when its answer was lost. GET always may.',
			},
		],
	},
];
