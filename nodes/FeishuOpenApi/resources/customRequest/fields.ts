import { outputFileField, pagingFields } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, textField } from '../../../shared/fields/plain';
import { shownFor } from '../../../shared/operation/field';
import { idempotentOption, identityOption, pageSizeOption } from '../options';
import { pairsField } from './pairs';

export const methodField = choiceField({
	displayName: 'Method',
	name: 'method',
	options: [
		{ name: 'DELETE', value: 'DELETE' },
		{ name: 'GET', value: 'GET' },
		{ name: 'PATCH', value: 'PATCH' },
		{ name: 'POST', value: 'POST' },
		{ name: 'PUT', value: 'PUT' },
	],
	default: 'GET',
	description: 'As the documentation of the endpoint shows it',
});

export const pathField = textField({
	displayName: 'Path',
	name: 'path',
	required: true,
	placeholder: 'e.g. /open-apis/im/v1/chats/:chat_id',
	description: 'As the documentation shows it; parts that start with a colon are filled from Path Parameters',
});

export const pathValues = pairsField({
	displayName: 'Path Parameters',
	name: 'pathParameters',
	placeholder: 'Add Path Parameter',
	description: 'A value for each :name in the path; it is encoded',
});

export const queryField = pairsField({
	displayName: 'Query Parameters',
	name: 'query',
	placeholder: 'Add Query Parameter',
	description: 'Repeat a name to send a list',
});

export const responseField = choiceField({
	displayName: 'Response',
	name: 'response',
	options: [
		{ name: 'Data', value: 'data', description: 'The data of the answer, as one item' },
		{
			name: 'Records',
			value: 'records',
			description: 'One item for each record of a list, over all its pages; all of the data where there is no list',
		},
		{ name: 'File', value: 'file' },
		{ name: 'Full Answer', value: 'full', description: 'The whole answer with code and msg' },
	],
	default: 'data',
	description: 'What becomes of the answer',
});

export const limitFields = shownFor(pagingFields, { response: ['records'] });

export const fileNameField = shownFor(outputFileField, { response: ['file'] });

export const itemsKeyField = textField({
	displayName: 'Records Are In',
	name: 'itemsKey',
	placeholder: 'e.g. items',
	description: 'Name of the list in the data, when it is not found by itself; for Records',
});

export const optionsField = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	pairsField({
		displayName: 'Headers',
		name: 'headers',
		placeholder: 'Add Header',
		description: 'Sent besides those that every request has',
	}),
	identityOption('In whose name the request is made'),
	choiceField({
		displayName: 'Page Parameters In',
		name: 'pagingIn',
		options: [
			{ name: 'Query', value: 'query', description: 'Nearly every endpoint' },
			{ name: 'Body', value: 'body', description: 'A few POST endpoints' },
		],
		default: 'query',
		description: 'Where the endpoint expects page_token and page_size; for Records',
	}),
	pageSizeOption('Records fetched with one request; for Records. See the limit in the documentation of the endpoint.'),
	itemsKeyField,
	idempotentOption,
]);
