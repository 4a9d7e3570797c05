import { at } from './schema';
import type { Answer, Paging, Request } from './types';

const TOKEN = 'page_token';

/** Where the list stands in the answer's `data`: undefined for `items`, null where there is no single list. */
function itemsKey({ arrays, names }: Answer): string | null | undefined {
	if (names.includes('items')) return undefined;
	if (arrays.length === 1) return arrays[0];
	return arrays.length === 0 && names.length === 0 ? undefined : null;
}

/**
 * How an endpoint is paged, read from its request and, for what the SDK has, from its answer.
 * `iterated`: the SDK pages it by itself, which it does through the query.
 */
export function pagingOf(request: Request, iterated: boolean, answer?: Answer): Paging | undefined {
	const inBody = at(request.body, `body.${TOKEN}`) !== undefined;
	const inQuery = at(request.query, `query.${TOKEN}`) !== undefined;
	if (!inBody && !inQuery && !iterated) return undefined;
	const where = inQuery || !inBody ? 'query' : 'body';
	const paging: Paging = { in: where };
	const size = at(request[where], `${where}.page_size`);
	if (answer?.names.includes('next_page_token') && !answer.names.includes(TOKEN)) paging.tokenKey = 'next_page_token';
	if (size?.maximum !== undefined) paging.sizeMax = size.maximum;
	const key = answer && itemsKey(answer);
	if (key !== undefined) paging.itemsKey = key;
	if (answer?.texts.includes('items')) paging.itemsJson = true;
	return paging;
}
