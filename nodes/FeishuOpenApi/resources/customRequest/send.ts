import type { IDataObject } from 'n8n-workflow';

import { pathParameters } from '../../../../feishu/api/endpoint';
import { InputError } from '../../../../feishu/input';
import type { CallRequest } from '../../../shared/client/client';
import type { ValueOf } from '../../../shared/operation/field';
import { defineOperation, FileOutput, type OperationOutput } from '../../../shared/operation/operation';
import { bodyField } from './body';
import {
	fileNameField,
	limitFields,
	methodField,
	optionsField,
	pathField,
	pathValues,
	queryField,
	responseField,
} from './fields';
import { listsOf, valuesOf } from './pairs';
import { recordsOf, type Sending } from './records';

const ANSWERS: Readonly<Record<ValueOf<typeof responseField>, (sending: Sending) => Promise<OperationOutput>>> = {
	data: async ({ feishu, endpoint, request }) => await feishu.call(endpoint, request),
	full: async ({ feishu, endpoint, request }) => (await feishu.envelope(endpoint, request)).whole as IDataObject,
	records: recordsOf,
	async file({ read, feishu, endpoint, request }) {
		const field = read(fileNameField);
		const file = await feishu.download(endpoint, request);
		return new FileOutput({ file_name: file.fileName, mime_type: file.mimeType }, { [field]: file });
	},
};

/** It has no output of its own: what comes is the platform's. */
export const send = defineOperation({
	value: 'send',
	name: 'Send',
	action: 'Send a custom request',
	description: 'Call any endpoint with a method and a path',
	endpoint: 'ANY /open-apis/*',
	identity: 'either',
	fields: [
		methodField,
		pathField,
		pathValues,
		queryField,
		bodyField,
		responseField,
		limitFields,
		fileNameField,
		optionsField,
	],
	async run({ read, feishu }) {
		const method = read(methodField);
		const { path, query } = splitPath(withoutMethod(read(pathField), method), await feishu.origin());
		const { headers = [], identity = 'tenant', idempotent } = read(optionsField);
		const request: CallRequest = {
			path: valuesFor(path, valuesOf(read(pathValues))),
			query: { ...query, ...listsOf(read(queryField)) },
			headers: valuesOf(headers),
			identity,
			idempotent: idempotent || undefined,
			...(method !== 'GET' && (await read(bodyField)())),
		};
		return await ANSWERS[read(responseField)]({ read, feishu, endpoint: `${method} ${path}`, request });
	},
});

/** A path as documentation writes it, with its method. @throws InputError where Method says another one */
function withoutMethod(entered: string, method: string): string {
	const [, named = '', path = ''] = /^(get|post|put|patch|delete)\s+(\S.*)$/i.exec(entered) ?? [];
	if (named === '') return entered;
	if (named.toUpperCase() === method) return path;
	throw pathField.refuse(
		`names the method ${named.toUpperCase()}, and '${methodField.label}' is ${method}`,
		`Choose ${named.toUpperCase()} in '${methodField.label}', and enter the path alone: ${path}`,
	);
}

/**
 * The path and its query. A whole address is accepted when it is the credential's own.
 * @throws InputError when it is another host's: the token goes nowhere else
 */
function splitPath(entered: string, origin: string): { path: string; query: Record<string, string[]> } {
	const text = entered.startsWith(`${origin}/`) ? entered.slice(origin.length) : entered;
	if (/^[a-z][a-z0-9+.-]*:/i.test(text) || text.startsWith('//'))
		throw pathField.refuse(
			"names another host than the credential's",
			`Requests go to ${origin} only; enter the path alone, for example /open-apis/im/v1/chats`,
		);
	const [path = '', search = ''] = withRoot(text.startsWith('/') ? text : `/${text}`).split('?', 2);
	const query = listsOf([...new URLSearchParams(search)].map(([name, value]) => ({ name, value })));
	return { path: path.replace(/\s/g, '%20'), query };
}

/** Nearly every path begins with /open-apis, which people leave out: they write im/v1/chats. */
function withRoot(path: string): string {
	return /^\/[a-z_]+\/v\d+\//i.test(path) ? `/open-apis${path}` : path;
}

/** @throws InputError when the path has a name without a value */
function valuesFor(path: string, values: Record<string, string>): Record<string, string> {
	const missing = pathParameters(path).find((name) => !values[name]);
	if (missing === undefined) return values;
	const { label } = pathValues;
	throw new InputError(label, `The path needs a value for ':${missing}'`, `Add '${missing}' to '${label}'`);
}
