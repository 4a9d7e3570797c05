import type { IDataObject } from 'n8n-workflow';

import { pathParameters } from '../../../../feishu/api/endpoint';
import { InputError } from '../../../../feishu/input';
import type { CallRequest, FeishuClient } from '../../../shared/client/client';
import type { Identity } from '../../../shared/client/identity';
import { defineOperation, FileOutput } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';
import { fields } from './fields';
import { formOf } from './form';

interface Pair {
	name?: string;
	value?: string | number;
}

export const send = defineOperation({
	value: 'send',
	name: 'Send',
	action: 'Send a custom request',
	description: 'Call any endpoint with a method and a path',
	endpoint: 'ANY /open-apis/*',
	fields,
	async run({ param, feishu, context, itemIndex }) {
		const { path, query } = splitPath(param, await feishu.origin());
		const endpoint = `${param.choice('method')} ${path}`;
		const request: CallRequest = {
			path: pathValues(param, path),
			query: { ...query, ...repeated(pairs(param, 'query')) },
			headers: headers(param),
			identity: (param.optionalText('options.identity') || 'tenant') as Identity,
			idempotent: param.flag('options.idempotent') || undefined,
			...(await body(param, async () => await formOf(context, itemIndex, param))),
		};
		switch (param.choice('response')) {
			case 'file': {
				const field = param.text('outputField');
				const file = await feishu.download(endpoint, request);
				return new FileOutput({ file_name: file.fileName, mime_type: file.mimeType }, { [field]: file });
			}
			case 'records':
				return await records(param, feishu, endpoint, request);
			case 'full':
				return (await feishu.envelope(endpoint, request)).whole as IDataObject;
			default:
				return await feishu.call(endpoint, request);
		}
	},
});

async function records(
	param: Params,
	feishu: FeishuClient,
	endpoint: string,
	request: CallRequest,
): Promise<IDataObject[]> {
	const pageSize = param.optionalText('options.pageSize');
	return await feishu.list(endpoint, {
		...request,
		limit: param.limit(),
		pageSize: pageSize === '' ? undefined : Number(pageSize),
		itemsKey: param.optionalText('options.itemsKey') || undefined,
		pagingIn: param.optionalText('options.pagingIn') === 'body' ? 'body' : 'query',
	});
}

/**
 * The path and its query. A whole address is accepted when it is the credential's own.
 * @throws InputError when it is another host's: the token goes nowhere else
 */
function splitPath(param: Params, origin: string): { path: string; query: Record<string, string[]> } {
	const field = param.label('path');
	const entered = param.text('path');
	const text = entered.startsWith(`${origin}/`) ? entered.slice(origin.length) : entered;
	if (/^[a-z][a-z0-9+.-]*:/i.test(text) || text.startsWith('//')) {
		throw new InputError(
			field,
			`The field '${field}' names another host than the credential's`,
			`Requests go to ${origin} only; enter the path alone, for example /open-apis/im/v1/chats`,
		);
	}
	const [path = '', search = ''] = (text.startsWith('/') ? text : `/${text}`).split('?', 2);
	const query = repeated([...new URLSearchParams(search)].map(([name, value]) => ({ name, value })));
	return { path: path.replace(/\s/g, '%20'), query };
}

function pathValues(param: Params, path: string): Record<string, string> {
	const values = Object.fromEntries(pairs(param, 'pathParameters').map(({ name, value }) => [name, value]));
	const missing = pathParameters(path).find((name) => !values[name]);
	if (missing !== undefined) {
		const field = param.label('pathParameters');
		throw new InputError(field, `The path needs a value for ':${missing}'`, `Add '${missing}' to '${field}'`);
	}
	return values;
}

function headers(param: Params): Record<string, string> {
	return Object.fromEntries(pairs(param, 'options.headers').map(({ name, value }) => [name, value]));
}

/** Rows with a name; the name may be entered with its colon. */
function pairs(param: Params, name: string): Array<{ name: string; value: string }> {
	return param
		.rows<Pair>(name, 'parameter')
		.map((row) => ({
			name: String(row.name ?? '')
				.trim()
				.replace(/^:/, ''),
			value: String(row.value ?? ''),
		}))
		.filter((row) => row.name !== '');
}

function repeated(rows: ReadonlyArray<{ name: string; value: string }>): Record<string, string[]> {
	const lists: Record<string, string[]> = {};
	for (const { name, value } of rows) (lists[name] ??= []).push(value);
	return lists;
}

async function body(
	param: Params,
	form: () => Promise<() => Promise<FormData>>,
): Promise<Pick<CallRequest, 'body' | 'form'>> {
	if (param.choice('method') === 'GET') return {};
	switch (param.choice('bodyType')) {
		case 'form':
			return { form: await form() };
		case 'json': {
			const value = param.json('bodyJson') ?? {};
			if (typeof value !== 'object')
				throw new InputError(
					param.label('bodyJson'),
					`The field '${param.label('bodyJson')}' must be a JSON object or list`,
				);
			return { body: value as NonNullable<CallRequest['body']> };
		}
		default:
			return {};
	}
}
