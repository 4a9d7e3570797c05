import type { IDataObject } from 'n8n-workflow';

import { resolveEndpoint, type Endpoint } from '../../../../feishu/catalog';
import { endpointRequest, type EndpointRequest } from '../../../../feishu/catalog/endpointRequest';
import { isObject } from '../../../../feishu/json';
import type { CallRequest } from '../../../shared/client/client';
import { perReceiver } from '../../../shared/client/pacing';
import {
	defineOperation,
	FileOutput,
	type OperationContext,
	type OperationOutput,
} from '../../../shared/operation/operation';
import { parseMoment, type Params } from '../../../shared/operation/params';
import { fields } from './fields';
import { identityFor } from './identity';
import { refuseBodyOfGet, refuseUncallable } from './refusals';
import { Pages } from './pages';
import { formOf } from './upload';
import { enteredValues, mapperValue } from './values';

export const call = defineOperation({
	value: 'call',
	name: 'Call',
	action: 'Call an endpoint',
	description: 'Call any documented endpoint by filling in its fields; search it in English or Chinese',
	endpoint: 'ANY /open-apis/*',
	fields,
	orderBy: ({ param }) => orderOf(param),
	async run(operation) {
		const { param, context, itemIndex, uuid } = operation;
		const endpoint = await resolveEndpoint(param.located('endpoint').value, param.label('endpoint'));
		operation.needs(endpoint.scopes ?? []);
		refuseUncallable(endpoint, param.label('endpoint'));
		const identity = identityFor(endpoint, param);
		const timeZone = context.getTimezone();
		const built = endpointRequest(endpoint, enteredValues(endpoint, param, context, itemIndex), {
			key: uuid,
			moment: (field, value) => parseMoment(field, value, timeZone),
		});
		refuseBodyOfGet(endpoint, built);
		const request: CallRequest = {
			path: built.path,
			query: built.query,
			headers: built.headers,
			body: built.body,
			form: endpoint.upload
				? await formOf(context, itemIndex, built, param.optionalText('options.fileName'))
				: undefined,
			identity,
			idempotent: param.flag('options.idempotent') || built.idempotent || undefined,
			paces: pacesOf(built),
			host: endpoint.host === 'www' ? 'www' : undefined,
		};
		return await answer(operation, endpoint, request);
	},
});

async function answer(operation: OperationContext, endpoint: Endpoint, request: CallRequest): Promise<OperationOutput> {
	const { param, feishu } = operation;
	if (endpoint.download) {
		const field = param.optionalText('options.outputField') || 'data';
		const fileName = param.optionalText('options.fileName') || undefined;
		const file = await feishu.download(endpoint.id, { ...request, fileName });
		return new FileOutput({ file_name: file.fileName, mime_type: file.mimeType }, { [field]: file });
	}
	const walk = endpoint.paging && new Pages(endpoint, request, param);
	if (param.flag('options.fullAnswer')) {
		return (await feishu.envelope(endpoint.id, walk?.request() ?? request)).whole as IDataObject;
	}
	return walk ? await walk.records(feishu) : await feishu.call(endpoint.id, request);
}

/** Writes to one receiver, or to one thing by its path, keep the order of their items. */
function orderOf(param: Params): string | undefined {
	const id = param.located('endpoint').value;
	const values = mapperValue(param);
	if (/^GET\b/i.test(id) || values === 'item') return undefined;
	const target = Object.entries(values).filter(([name]) => name === 'body.receive_id' || name.startsWith('path.'));
	return target.length === 0 ? undefined : JSON.stringify(target);
}

function pacesOf({ body }: EndpointRequest): CallRequest['paces'] {
	return isObject(body) && typeof body.receive_id === 'string' ? [perReceiver(body.receive_id)] : [];
}
