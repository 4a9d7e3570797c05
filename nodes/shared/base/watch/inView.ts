import type { FeishuClient } from '../../client/client';
import type { TablePath } from '../contents';
import { recordsOf } from '../searching';

/**
 * Which of these records a view shows. A search does not take a view and a condition at once, so the view is read, 500
 * records in a request, until all are found.
 * @param field_name one of the table: what else is in the records is not needed
 * @throws CallError
 */
export async function inView(
	feishu: FeishuClient,
	path: TablePath,
	{ view_id, field_name, record_ids }: { view_id: string; field_name?: string; record_ids: readonly string[] },
): Promise<ReadonlySet<string>> {
	const left = new Set(record_ids);
	const found = new Set<string>();
	if (left.size === 0) return found;
	const search = { view_id, ...(field_name !== undefined && { field_names: [field_name] }) };
	for await (const { record_id } of recordsOf(feishu, path, search)) {
		if (left.delete(record_id)) found.add(record_id);
		if (left.size === 0) break;
	}
	return found;
}
