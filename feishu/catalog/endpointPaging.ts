import type { Endpoint } from './types';
import { endpointFields, pagingNames, type EndpointField } from './endpointFields';
import { isObject, type JsonObject } from '../json';
import { nextToken, readPage, type Page } from '../api/paging';

/** Page size that endpoints accept whose bound is not documented. */
const USUAL_SIZE = 20;

/** Reads a page as the catalog says where its list and its token are. Where there is no single list, the page is one record. */
export function readEndpointPage({ paging = { in: 'query' } }: Endpoint, data: JsonObject): Page {
	return {
		records: paging.itemsKey === null ? [data] : recordsAt(data, paging.itemsKey, paging.itemsJson ?? false),
		next: nextToken(data, paging.tokenKey),
	};
}

/**
 * The page parameters of one request, under the endpoint's names and with its types.
 * @param wanted records that are still wanted; Infinity for all
 * @param size records of a page, when the person sets it
 */
export function pageParameters(
	endpoint: Endpoint,
	page: { token: string | undefined; wanted: number; size: number | undefined },
): Record<string, string | number> {
	const names = pagingNames(endpoint);
	const place = endpoint.paging?.in ?? 'query';
	const fields = endpointFields(endpoint).filter(({ part, paging }) => part === place && paging);
	const token = page.token ?? (isRequired(fields, names.token) ? '' : undefined);
	const size = sizeOf(
		endpoint,
		fields.find(({ name }) => name === names.size),
		page,
	);
	return { ...(size !== undefined && { [names.size]: size }), ...(token !== undefined && { [names.token]: token }) };
}

const isRequired = (fields: readonly EndpointField[], wanted: string): boolean =>
	fields.some(({ name, required }) => name === wanted && required);

/** As large as it may be, and no larger than what is wanted; left to the platform where its bound is not known. */
function sizeOf(
	{ paging }: Endpoint,
	field: EndpointField | undefined,
	{ size, wanted }: { size: number | undefined; wanted: number },
): string | number | undefined {
	if (!field) return undefined;
	const { minimum = 1, maximum, type } = field.schema;
	const most = size ?? paging?.sizeMax ?? maximum ?? (field.required ? USUAL_SIZE : undefined);
	if (most === undefined) return undefined;
	const number = Math.max(minimum, Math.min(most, wanted));
	return type === 'string' ? String(number) : number;
}

function recordsAt(data: JsonObject, key: string | undefined, isJson: boolean): JsonObject[] {
	if (!isJson && !key?.includes('.')) return readPage(data, key).records;
	const path = (key ?? 'items').split('.');
	const found = path.reduce<unknown>((value, step) => (isObject(value) ? value[step] : undefined), data);
	const list = typeof found === 'string' ? parsed(found) : found;
	return readPage({ list }, 'list').records;
}

function parsed(json: string): unknown {
	try {
		return JSON.parse(json) as unknown;
	} catch {
		return undefined;
	}
}
