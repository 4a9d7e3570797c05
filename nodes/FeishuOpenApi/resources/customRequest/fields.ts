import { idempotentOption, identityOption, pageSizeOption } from '../options';
import type { Field } from '../../../shared/operation/operation';
import { binaryOutputFieldOld, pagingFieldsOld } from '../../../shared/fields/common';
import { propertyShownFor } from '../../../shared/operation/field';

const METHODS = [
	{ name: 'DELETE', value: 'DELETE', description: 'Remove something' },
	{ name: 'GET', value: 'GET', description: 'Read something' },
	{ name: 'PATCH', value: 'PATCH', description: 'Change parts of something' },
	{ name: 'POST', value: 'POST', description: 'Create something, or have something done' },
	{ name: 'PUT', value: 'PUT', description: 'Replace something' },
];

/** Rows of a name and a value. */
function pairs(displayName: string, name: string, overrides: Pick<Field, 'placeholder' | 'description'>): Field {
	return {
		displayName,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		options: [
			{
				displayName: 'Parameter',
				name: 'parameter',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. user_id_type',
						description: 'As the documentation of the endpoint spells it',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. open_id',
						description: 'Sent as it is; encoding is taken care of',
					},
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
		options: METHODS,
		default: 'GET',
		description: 'As the documentation of the endpoint shows it',
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
	pairs('Path Parameters', 'pathParameters', {
		placeholder: 'Add Path Parameter',
		description: 'A value for each :name in the path; it is encoded',
	}),
	pairs('Query Parameters', 'query', {
		placeholder: 'Add Query Parameter',
		description: 'Repeat a name to send a list',
	}),
	{
		displayName: 'Body',
		name: 'bodyType',
		type: 'options',
		options: [
			{ name: 'Form Data (Multipart)', value: 'form', description: 'For uploads' },
			{ name: 'JSON', value: 'json', description: 'What nearly every endpoint takes' },
			{ name: 'None', value: 'none', description: 'The request has no body' },
		],
		default: 'none',
		description: 'What the request carries',
		displayOptions: { show: forBody },
	},
	{
		displayName: 'JSON',
		name: 'bodyJson',
		type: 'json',
		typeOptions: { rows: 6 },
		default: '{}',
		description: 'The body as the documentation of the endpoint shows it',
		displayOptions: { show: { ...forBody, bodyType: ['json'] } },
	},
	{
		displayName: 'Form Fields',
		name: 'formFields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Form Field',
		default: {},
		description: 'The parts of the body, texts and files',
		displayOptions: { show: { ...forBody, bodyType: ['form'] } },
		options: [
			{
				displayName: 'Field',
				name: 'field',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. file',
						description: 'As the documentation of the endpoint spells it',
					},
					{
						displayName: 'Kind',
						name: 'kind',
						type: 'options',
						options: [
							{ name: 'File', value: 'file', description: 'A file of the input item' },
							{ name: 'Text', value: 'text', description: 'A word or a number' },
						],
						default: 'text',
						description: 'Whether the part is a text or a file',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. message',
						description: 'Text of the part',
						displayOptions: { show: { kind: ['text'] } },
					},
					{
						displayName: 'Input Data Field Name',
						name: 'binaryPropertyName',
						type: 'string',
						default: 'data',
						placeholder: 'e.g. data',
						displayOptions: { show: { kind: ['file'] } },
						description: 'The name of the input field containing the binary file data to be processed',
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
		description: 'What becomes of the answer',
	},
	...pagingFieldsOld().map((field) => propertyShownFor(field, { response: ['records'] })),
	propertyShownFor(binaryOutputFieldOld(), { response: ['file'] }),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			pairs('Headers', 'headers', {
				placeholder: 'Add Header',
				description: 'Sent besides those that every request has',
			}),
			identityOption('In whose name the request is made'),
			{
				displayName: 'Page Parameters In',
				name: 'pagingIn',
				type: 'options',
				options: [
					{ name: 'Body', value: 'body', description: 'A few POST endpoints' },
					{ name: 'Query', value: 'query', description: 'Nearly every endpoint' },
				],
				default: 'query',
				description: 'Where the endpoint expects page_token and page_size; for Records',
			},
			pageSizeOption(
				'Records fetched with one request; for Records. See the limit in the documentation of the endpoint.',
			),
			{
				displayName: 'Records Are In',
				name: 'itemsKey',
				type: 'string',
				default: '',
				placeholder: 'e.g. items',
				description: 'Name of the list in the data, when it is not found by itself; for Records',
			},
			idempotentOption(),
		],
	},
];
