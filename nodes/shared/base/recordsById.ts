import type { BaseRecord } from '../../../feishu/base/plainRecord';
import type { FeishuClient } from '../client/client';
import type { TablePath } from './contents';

export const GET_RECORDS = 'POST /open-apis/bitable/v1/apps/:app_token/tables/:table_id/records/batch_get';

/** Records in one request. Source: …/bitable-v1/app-table-record/batch_get */
const MOST = 100;

interface Answer {
	records?: BaseRecord[];
	/** Those that may not be read, under advanced permissions. */
	forbidden_record_ids?: string[];
}

export interface FoundRecords {
	records: ReadonlyMap<string, BaseRecord>;
	/** Those that are there, and may not be read. */
	forbidden: ReadonlySet<string>;
}

/**
 * Records by their IDs, 100 in a request; what is in neither list does not exist. Cells come as a search gives them.
 * @throws CallError
 */
export async function recordsById(
	feishu: FeishuClient,
	path: TablePath,
	record_ids: readonly string[],
	more: { automatic_fields?: boolean; with_shared_url?: boolean } = {},
): Promise<FoundRecords> {
	const ids = [...new Set(record_ids)];
	const records = new Map<string, BaseRecord>();
	const forbidden = new Set<string>();
	for (let start = 0; start < ids.length; start += MOST) {
		const body = { record_ids: ids.slice(start, start + MOST), user_id_type: 'open_id', ...more };
		const answer = await feishu.call<Answer>(GET_RECORDS, { path, body, idempotent: true });
		for (const record of answer.records ?? []) records.set(record.record_id, record);
		for (const id of answer.forbidden_record_ids ?? []) forbidden.add(id);
	}
	return { records, forbidden };
}
