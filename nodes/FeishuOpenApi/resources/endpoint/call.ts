import type { IDataObject } from 'n8n-workflow';

import { resolveEndpoint, type Endpoint } from '../../../../feishu/catalog';
import { endpointRequest, type EndpointRequest } from '../../../../feishu/catalog/endpointRequest';
import { withoutWikiLinks } from '../../../../feishu/catalog/wikiLinks';
import { isObject, type JsonObject } from '../../../../feishu/json';
import type { CallRequest, FeishuClient } from '../../../shared/client/client';
import { perReceiver } from '../../../shared/client/pacing';
import { parseMoment } from '../../../shared/fields/values';
import type { Reader } from '../../../shared/operation/field';
import { defineOperation, FileOutput, type OperationOutput } from '../../../shared/operation/operation';
import { tell } from '../../../shared/operation/tell';
import { documentedAdvice } from './documentedAdvice';
import { endpointField, limitFields, optionsField, parametersField, toolNotice } from './fields';
import { identityFor } from './identity';
import { Pages } from './pages';
import { refuseBodyOfGet, refuseUncallable } from './refusals';
import { unwrapped } from './unwrapped';
import { formOf } from './upload';
import { enteredValues } from './values';
import { wikiNodes } from '../../../shared/wiki/wikiNodes';

/** It has no output of its own: what comes is the endpoint's. */
export const call = defineOperation({
	value: 'call',
	name: 'Call',
	action: 'Call an endpoint',
	description: 'Call any documented endpoint by filling in its fields; search it in English or Chinese',
	endpoint: 'ANY /open-apis/*',
	identity: 'either',
	fields: [toolNotice, endpointField, parametersField, limitFields, optionsField],
	orderBy: ({ read }) => orderOf(read(endpointField), read(parametersField)),
	async run({ read, feishu, context, itemIndex, uuid, errorContext, panel }) {
		const endpoint = await resolveEndpoint(read(endpointField), endpointField.label);
		errorContext.scopes = [...(endpoint.needScopes ?? []), ...narrowestFirst(endpoint.scopes ?? [])];
		errorContext.adviceOf = documentedAdvice(endpoint);
		refuseUncallable(endpoint, endpointField.label);
		const options = read(optionsField);
		const identity = identityFor(endpoint, options.identity, await feishu.tokenKinds());
		const item = context.getInputData()[itemIndex]?.json ?? {};
		const entered = enteredValues(endpoint, read(parametersField), options.moreParameters ?? {}, item);
		const values = await withoutWikiLinks(endpoint, entered, wikiNodes(context, feishu, errorContext));
		const built = endpointRequest(endpoint, values, {
			key: uuid,
			moment: (field, value, timeZone = panel.timeZone) => parseMoment(field, value, timeZone),
			anyName: options.sendUnknownNames,
		});
		tell(context, built.hints);
		refuseBodyOfGet(endpoint, built);
		const request: CallRequest = {
			path: built.path,
			query: built.query,
			headers: built.headers,
			body: built.body,
			form: endpoint.upload ? await formOf(context, itemIndex, built, options.fileName ?? '') : undefined,
			identity,
			idempotent: options.idempotent || built.idempotent || undefined,
			paces: pacesOf(built),
			host: endpoint.host === 'www' ? 'www' : undefined,
		};
		return await answer(read, feishu, endpoint, request);
	},
});

async function answer(
	read: Reader<typeof limitFields | typeof optionsField>['read'],
	feishu: FeishuClient,
	endpoint: Endpoint,
	request: CallRequest,
): Promise<OperationOutput> {
	const { fileName, outputField, fullAnswer, pageSize } = read(optionsField);
	if (endpoint.download) {
		const file = await feishu.download(endpoint.id, { ...request, fileName: fileName || undefined });
		return new FileOutput({ file_name: file.fileName, mime_type: file.mimeType }, { [outputField || 'data']: file });
	}
	const walk = endpoint.paging && new Pages(endpoint, request, read(limitFields), pageSize);
	if (fullAnswer) return (await feishu.envelope(endpoint.id, walk?.request() ?? request)).whole as IDataObject;
	return walk ? await walk.records(feishu) : unwrapped(endpoint, await feishu.call<JsonObject>(endpoint.id, request));
}

/** The catalog names broad scopes first, and an error the first of those that it is given: `a:b.c:create` before `a:b`. */
function narrowestFirst(scopes: readonly string[]): string[] {
	const parts = (scope: string) => scope.split(/[:.]/).length;
	return [...scopes].sort((one, other) => parts(other) - parts(one));
}

/** Writes to one receiver, or to one thing by its path, keep the order of their items. */
function orderOf(id: string, values: JsonObject | 'item'): string | undefined {
	if (/^GET\b/i.test(id) || values === 'item') return undefined;
	const target = Object.entries(values).filter(([name]) => name === 'body.receive_id' || name.startsWith('path.'));
	return target.length === 0 ? undefined : JSON.stringify(target);
}

function pacesOf({ body }: EndpointRequest): CallRequest['paces'] {
	return isObject(body) && typeof body.receive_id === 'string' ? [perReceiver(body.receive_id)] : [];
}
