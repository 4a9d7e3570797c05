import type { Endpoint, Schema } from '../../../scripts/catalog/types';
import type { RecordedRequest } from '../../../simulator';
import { findEndpoint } from '../../../simulator/catalog/endpoints';
import { checkIdKinds } from '../../../simulator/catalog/idForms';
import { nameFaults, schemaFaults, textValueFaults } from './schemaFaults';

/**
 * What of a request the catalog does not know, which is what the official SDK and the API explorer say: a name, a type, a
 * choice, a bound, something that is missing, a kind of id, a token that the endpoint does not take. Empty where all is known.
 */
export function requestFaults(request: RecordedRequest): string[] {
	const found = findEndpoint(request.method, request.path);
	if (!found) return [`${request.method} ${request.path}: no such endpoint`];
	const { endpoint, params } = found;
	const faults = [
		...tokenFaults(endpoint, request),
		...queryFaults(endpoint, request),
		...bodyFaults(endpoint, request),
		...idFaults(endpoint, params, request),
	];
	return faults.map((fault) => `${endpoint.id} ${fault}`);
}

const TOKENS = { 't-': 'tenant', 'a-': 'app', 'u-': 'user', ey: 'user' } as const;

function tokenFaults({ tokens }: Endpoint, { headers }: RecordedRequest): string[] {
	const start = headers.authorization?.replace('Bearer ', '').slice(0, 2) ?? '';
	const kind = TOKENS[start as keyof typeof TOKENS];
	if (!tokens) return [];
	if (tokens.length === 0) return kind ? [`token: ${kind}, and none is taken`] : [];
	return kind && tokens.includes(kind) ? [] : [`token: ${kind ?? 'none'} of ${tokens.join(', ')}`];
}

function queryFaults({ request = {}, undocumented }: Endpoint, { query }: RecordedRequest): string[] {
	// What they take, nobody says.
	if (undocumented) return [];
	const schema = request.query ?? {};
	const search = new URLSearchParams(query);
	const names = [...new Set(search.keys())];
	return [
		...nameFaults(schema, names, 'query'),
		...names.flatMap((name) => {
			const property = schema.properties?.[name];
			if (!property) return [];
			const values = search.getAll(name);
			const place = `query.${name}`;
			if (property.type === 'array')
				return values.flatMap((value) => textValueFaults(property.items ?? {}, value, `${place}[]`));
			if (values.length > 1) return [`${place}: is given ${values.length} times`];
			return textValueFaults(property, values[0] ?? '', place);
		}),
	];
}

function bodyFaults({ request = {}, upload, undocumented }: Endpoint, sent: RecordedRequest): string[] {
	const { body: schema, need = [] } = request;
	if (upload) return formFaults(schema ?? {}, sent);
	const body = bodyOf(sent);
	if (body === undefined) return need.includes('body') ? ['body: is missing'] : [];
	if (sent.method === 'GET') return ['body: a GET has none'];
	if (undocumented) return [];
	if (!schema) return Object.keys(body as object).length > 0 ? ['body: is unknown'] : [];
	return schemaFaults(schema, body, 'body');
}

function formFaults(schema: Schema, { form }: RecordedRequest): string[] {
	// Refused before it was read.
	if (!form) return [];
	return [
		...nameFaults(
			schema,
			form.map(({ name }) => name),
			'form',
		),
		...form.flatMap(({ name, value }) => {
			const property = schema.properties?.[name];
			if (!property) return [];
			const isFile = property.type === 'file' || property.items?.type === 'file';
			if (isFile || value === undefined)
				return isFile === (value === undefined) ? [] : [`form.${name}: ${isFile ? 'is no file' : 'is a file'}`];
			return textValueFaults(property, value, `form.${name}`);
		}),
	];
}

function bodyOf({ bodyText = '' }: RecordedRequest): unknown {
	return bodyText === '' ? undefined : JSON.parse(bodyText);
}

function idFaults(endpoint: Endpoint, path: Record<string, string>, request: RecordedRequest): string[] {
	const body = endpoint.upload ? undefined : bodyOf(request);
	const parts = {
		path,
		query: Object.fromEntries(new URLSearchParams(request.query)),
		body: (typeof body === 'object' ? body : undefined) as Record<string, unknown>,
	};
	try {
		checkIdKinds(endpoint, { ...parts, body: parts.body ?? {} });
		return [];
	} catch (error) {
		return [`ids: ${(error as Error).message}`];
	}
}
