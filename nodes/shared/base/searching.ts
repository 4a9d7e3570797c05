import { object } from '../../../feishu/json';
import type { BaseRecord } from '../../../feishu/base/plainRecord';
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

/** The records of a table one by one; a page of 500 is fetched when its first record is wanted. @throws CallError */
export async function* recordsOf(
	feishu: FeishuClient,
	path: TablePath,
	search: Search = {},
): AsyncGenerator<BaseRecord> {
	const request = {
		path,
		body: { ...search },
		query: { user_id_type: 'open_id' },
		idempotent: true,
		pageSize: PAGE,
		itemsKey: 'items',
	};
	for await (const record of feishu.records(SEARCH_RECORDS, request))
		yield { ...record, record_id: String(record.record_id), fields: object(record.fields) };
}
