import { codeOf } from '../../../../feishu/api/call';
import { InputError } from '../../../../feishu/input';
import type { TablePath } from '../../../shared/base/contents';
import { recordsById } from '../../../shared/base/recordsById';
import type { FeishuClient } from '../../../shared/client/client';

/** A record of the request is not there, whichever it is. Source: …/bitable-v1/error-code */
const GONE = 1254043;

/** The error of a record that is not there. @param label of the field that names it */
export const noSuchRecord = (label: string, record_id: string): InputError =>
	new InputError(
		label,
		`The table has no record ${record_id}`,
		'It may have been deleted, or belong to another table of the base',
	);

/**
 * Writes records that should be there. The platform refuses all of a request for one that is gone and does not say which,
 * so it is asked which of them there are, 100 with a request: searching in halves would take two for each that is gone.
 * @returns for each row, in their order, what the write gave, or that there is no such record
 * @throws CallError
 */
export async function writeKnown<E extends { record_id: string }, R>(
	{ feishu, path, label }: { feishu: FeishuClient; path: TablePath; label: string },
	rows: readonly E[],
	write: (rows: readonly E[]) => Promise<readonly R[]>,
): Promise<Array<R | InputError>> {
	const tried = await write(rows).then(
		(results) => ({ results }),
		(error: unknown) => ({ error }),
	);
	if ('results' in tried) return [...tried.results];
	const { error } = tried;
	if (codeOf(error) !== GONE) throw error;
	const none = (row: E) => noSuchRecord(label, row.record_id);
	if (rows.length === 1) return rows.map(none);
	const ids = rows.map(({ record_id }) => record_id);
	// Who may write need not be allowed to read: then the halves find out.
	const found = await recordsById(feishu, path, ids).catch(() => undefined);
	const there = rows.filter(({ record_id: id }) => found?.records.has(id) || found?.forbidden.has(id));
	if (!found || there.length === rows.length) throw error;
	const results = there.length === 0 ? [] : await write(there);
	const byRow = new Map(there.map((row, at) => [row, results[at]]));
	return rows.map((row) => byRow.get(row) ?? none(row));
}
