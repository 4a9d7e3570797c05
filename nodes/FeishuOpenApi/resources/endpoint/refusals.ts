import type { Endpoint } from '../../../../feishu/catalog';
import type { EndpointRequest } from '../../../../feishu/catalog/endpointRequest';
import { InputError } from '../../../../feishu/input';

/** n8n takes the body off a GET request before it is sent. */
export const NO_BODY_WITH_GET = "n8n can't send a body with GET";

/**
 * Endpoints that can't be called from here at all.
 * @param field the panel's name of the field that names the endpoint
 * @throws InputError
 */
export function refuseUncallable({ id, host, method, doc, request }: Endpoint, field: string): void {
	const see = doc ? `See ${doc}` : '';
	if (host === 'accounts') throw new InputError(field, `${id} is a page that a person opens in a browser`, see);
	if (method === 'GET' && request?.body?.required) {
		throw new InputError(field, `${id} wants a body, and ${NO_BODY_WITH_GET}`, `Choose another endpoint. ${see}`);
	}
}

/** A filter that silently was not applied would give wrong records. @throws InputError that names the field */
export function refuseBodyOfGet({ method }: Endpoint, { body }: EndpointRequest): void {
	if (method !== 'GET' || body === undefined) return;
	const [name = 'body'] = Object.keys(body);
	throw new InputError(name, `The field '${name}' can't be sent: ${NO_BODY_WITH_GET}`, 'Leave it empty');
}
