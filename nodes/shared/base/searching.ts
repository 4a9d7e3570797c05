import { codeOf } from '../../../feishu/api/call';
import { nextToken } from '../../../feishu/api/paging';
import type { BaseRecord } from '../../../feishu/base/plainRecord';
import { object, type JsonObject } from '../../../feishu/json';
import type { FeishuClient } from '../client/client';
import type { TablePath } from './contents';

export const SEARCH_RECORDS = 'POST /open-apis/bitable/v1/apps/:app_token/tables/:table_id/records/search';

/** The largest page. Source: …/bitable-v1/app-table-record/search */
const PAGE = 500;

/** What is asked of a table; the platform ignores the view where there is a filter or an order. */
export interface Search {
	view_id?: string;
	/** Up to 200. */
	field_names?: readonly string[];
	sort?: ReadonlyArray<{ field_name: string; desc: boolean }>;
	filter?: object;
	automatic_fields?: boolean;
}

export interface RecordPage {
	records: BaseRecord[];
	/** Records in all that fit. */
	total: number;
	/** The token of the next page; undefined on the last one. */
	next: string | undefined;
}

/** The answer would be too large. Source: …/bitable-v1/error-code */
const TOO_LARGE = 1254030;

/** Nobody's records are so large that not even as many come at once. */
const SMALLEST_PAGE = 10;

/**
 * One page of up to 500 records, of fewer where the platform finds that many too large.
 * @param page_token of the page; the first one without it
 * @throws CallError
 */
export async function recordPage(
	feishu: FeishuClient,
	path: TablePath,
	search: Search = {},
	page_token?: string,
	page_size = PAGE,
): Promise<RecordPage> {
	return await pageOf(feishu, path, search, page_token, page_size).catch(async (error: unknown) => {
		const isLarge = codeOf(error) === TOO_LARGE;
		if (!isLarge || page_size <= SMALLEST_PAGE) throw error;
		return await recordPage(feishu, path, search, page_token, Math.ceil(page_size / 4));
	});
}

async function pageOf(
	feishu: FeishuClient,
	path: TablePath,
	search: Search,
	page_token: string | undefined,
	page_size: number,
): Promise<RecordPage> {
	const data = await feishu.call<JsonObject>(SEARCH_RECORDS, {
		path,
		body: { ...search },
		query: { user_id_type: 'open_id', page_size, page_token },
		idempotent: true,
	});
	const items = Array.isArray(data.items) ? data.items.map(object) : [];
	const records = items.map((item) => ({
		...item,
		record_id: String(item.record_id),
		fields: object(item.fields),
	}));
	return { records, total: typeof data.total === 'number' ? data.total : records.length, next: nextToken(data) };
}

/** The records of a table one by one; a page is fetched when its first record is wanted. @param from where to begin, and how many in a page @throws CallError */
export async function* recordsOf(
	feishu: FeishuClient,
	path: TablePath,
	search: Search = {},
	from: { token?: string; size?: number } = {},
): AsyncGenerator<BaseRecord> {
	const seen = new Set<string | undefined>();
	let { token } = from;
	do {
		seen.add(token);
		const { records, next } = await recordPage(feishu, path, search, token, from.size);
		yield* records;
		token = next;
	} while (token !== undefined && !seen.has(token));
}
