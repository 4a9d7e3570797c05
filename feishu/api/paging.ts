import { isObject, text, type JsonObject } from '../json';

/** Keys under which lists answer when it is not `items`. */
const ITEM_KEYS = ['items', 'files', 'calendar_list', 'user_list', 'members', 'groups', 'memberlist', 'list', 'data'];

/** Keys under which the token of the next page answers. */
const TOKEN_KEYS = ['page_token', 'next_page_token', 'next_cursor'];

/** One page of a list. */
export interface Page {
	records: JsonObject[];
	/** Absent on the last page. */
	next?: string;
}

/**
 * Reads a page. `itemsKey` names where the records are; without it, the usual names are tried and
 * then whatever is the only list.
 */
export function readPage(data: JsonObject, itemsKey?: string): Page {
	const records = findRecords(data, itemsKey);
	return {
		records,
		next: nextToken(
			data,
			TOKEN_KEYS.find((key) => data[key] !== undefined),
		),
	};
}

/** The token of the next page. Not every endpoint says has_more; the last page's token is empty then. */
export function nextToken(data: JsonObject, key = 'page_token'): string | undefined {
	const token = text(data[key]);
	return data.has_more !== false && token !== '' ? token : undefined;
}

function findRecords(data: JsonObject, itemsKey?: string): JsonObject[] {
	const named = itemsKey === undefined ? ITEM_KEYS.find((key) => Array.isArray(data[key])) : itemsKey;
	const key = named ?? Object.keys(data).find((one) => Array.isArray(data[one]));
	const list = key === undefined ? undefined : data[key];
	if (!Array.isArray(list)) return [];
	return list.map((one: unknown) => (isObject(one) ? one : { value: one }));
}

/** Whether an answer is a page, even where its list was left out for being empty. */
export const hasPages = (data: JsonObject): boolean =>
	['has_more', 'total', ...TOKEN_KEYS].some((key) => data[key] !== undefined);

/**
 * Walks the pages of a list, stopping at the limit: never more than one page is fetched beyond what is wanted.
 * A page token that repeats ends the walk rather than going round for ever.
 * @param fetchPage gets the page token (undefined for the first page) and how many records are still wanted
 */
export async function collectPages(
	fetchPage: (pageToken: string | undefined, wanted: number) => Promise<Page>,
	limit: number,
): Promise<JsonObject[]> {
	const records: JsonObject[] = [];
	const seen = new Set<string>();
	let token: string | undefined;
	do {
		const page = await fetchPage(token, limit - records.length);
		records.push(...page.records);
		token = page.next !== undefined && !seen.has(page.next) ? page.next : undefined;
		if (token !== undefined) seen.add(token);
	} while (token !== undefined && records.length < limit);
	return records.slice(0, limit);
}
