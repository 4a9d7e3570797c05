import { InputError } from '../input';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type QueryValue = string | number | boolean | undefined | null;
export type Query = Readonly<Record<string, QueryValue | readonly QueryValue[]>>;

export interface Endpoint {
	method: HttpMethod;
	/** With `:name` parameters, for example /open-apis/im/v1/messages/:message_id */
	path: string;
}

const METHODS: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Reads `METHOD /path/:parameter`, the form in which operations and the catalog name an endpoint. */
export function parseEndpoint(text: string): Endpoint {
	const [method, path, ...rest] = text.split(' ');
	if (!method || !path || rest.length > 0 || !METHODS.includes(method) || !path.startsWith('/')) {
		throw new Error(`Not an endpoint: ${text}`);
	}
	return { method: method as HttpMethod, path };
}

/** Names of the `:name` parameters of a path, in order. */
export function pathParameters(path: string): string[] {
	return [...path.matchAll(/(?<=\/):([A-Za-z_]\w*)/g)].map((match) => match[1] ?? '');
}

/**
 * Puts values into a path. Each value stays one segment: it is encoded, and `.` and `..`, which
 * would name another endpoint, are refused.
 * @throws InputError that names the missing or refused parameter
 */
export function fillPath(path: string, values: Readonly<Record<string, string>> = {}): string {
	return path.replace(/(?<=\/):([A-Za-z_]\w*)/g, (_, name: string) => {
		const value = (Object.hasOwn(values, name) ? (values[name] ?? '') : '').trim();
		if (value === '') throw new InputError(name, `The path parameter '${name}' is empty`);
		if (value === '.' || value === '..')
			throw new InputError(name, `The path parameter '${name}' may not be '${value}'`);
		return encodeURIComponent(value);
	});
}

/**
 * Query string with its `?`, or an empty string. Lists repeat their key (`user_ids=a&user_ids=b`),
 * which is what the platform reads; undefined, null and empty strings are left out.
 */
export function queryString(query: Query = {}): string {
	const pairs = Object.entries(query).flatMap(([name, value]) =>
		(Array.isArray(value) ? (value as readonly QueryValue[]) : [value as QueryValue])
			.filter((one) => one !== undefined && one !== null && one !== '')
			.map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(String(one))}`),
	);
	return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}
