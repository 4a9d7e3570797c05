import { type CallError, codeOf } from '../../../../feishu/api/call';
import { findCause } from '../../../../feishu/api/network';
import { isAboutRecord, isTooMuch } from '../../../../feishu/base/refusedCells';
import { writeInHalves } from '../../../../feishu/api/writeInHalves';
import { InputError } from '../../../../feishu/input';
import type { TablePath } from '../../../shared/base/contents';
import { recordField } from '../../../shared/base/record';
import { GET_RECORDS, recordsById } from '../../../shared/base/recordsById';
import { tableField } from '../../../shared/base/table';
import type { FeishuClient } from '../../../shared/client/client';
import { perTable } from '../../../shared/client/pacing';
import { defineBatchOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { writeKnown } from './goneRecords';
import { noteDone } from '../../../shared/operation/noteDone';

const record = recordField();

/** Records in one request. Source: …/bitable-v1/app-table-record/batch_delete */
const MOST = 500;

export const deleteRecords = defineBatchOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a record',
	description: 'Delete the record of each item; 500 go with one request',
	endpoint: 'POST /open-apis/bitable/v1/apps/:app_token/tables/:table_id/records/batch_delete',
	alsoCalls: [GET_RECORDS],
	scopes: ['base:record:delete', 'bitable:app'],
	identity: 'either',
	fields: [tableField, record],
	output: doneOutput('deleted', 'record_id'),
	async prepare(turn) {
		const { read, label } = turn;
		const table = read(tableField);
		const record_id = read(record);
		return { path: await table.path(turn), record_id, label: label(record) };
	},
	batch: { most: Infinity, by: ({ path }) => JSON.stringify(path) },
	async runAll(wanted, asking) {
		const [first] = wanted;
		if (!first) return [];
		const { feishu } = asking;
		const { path, label } = first;
		const ids = [...new Set(wanted.map(({ record_id }) => record_id))];
		const outcomes = await writeInHalves(ids, {
			write: async (some) => await deleteSome({ feishu, path, label }, this.endpoint, some),
			most: MOST,
			isAbout: (error) => isAboutRecord(codeOf(error)),
			isTooMuch: (error) => isTooMuch(codeOf(error)),
		});
		const byId = new Map(ids.map((id, at) => [id, outcomes[at]]));
		const deleted = outcomes.filter((one) => 'result' in one && one.result === DELETED);
		noteDone(asking, deleted.length, 'record', 'deleted');
		return wanted.map(({ record_id }) => {
			const outcome = byId.get(record_id);
			const done: unknown =
				outcome && ('result' in outcome ? outcome.result : 'refused' in outcome ? outcome.refused : outcome.left);
			if (done === DELETED) return { deleted: true, record_id };
			return done instanceof Error ? done : new Error(String(done));
		});
	},
});

const DELETED = 'deleted';

type Deleted = typeof DELETED | InputError;

interface Answer {
	records?: Array<{ record_id: string; deleted?: boolean }>;
}

const notDeleted = (label: string, id: string): InputError =>
	new InputError(label, `Feishu did not delete the record ${id}`, 'Delete it in the base to see why');

/**
 * Deletes records with one request. Where its answer is lost, nobody knows whether they are gone: those that are still
 * there are deleted again, because a record that is gone is refused.
 */
async function deleteSome(
	table: { feishu: FeishuClient; path: TablePath; label: string },
	endpoint: string,
	record_ids: readonly string[],
): Promise<Deleted[]> {
	const { feishu, path } = table;
	const remove = async (rows: ReadonlyArray<{ record_id: string }>): Promise<Deleted[]> => {
		const records = rows.map(({ record_id }) => record_id);
		const answer = await feishu.call<Answer>(endpoint, { path, body: { records }, paces: [perTable(path)] });
		const kept = new Set(answer.records?.filter(({ deleted }) => deleted === false).map(({ record_id: id }) => id));
		return records.map((id) => (kept.has(id) ? notDeleted(table.label, id) : DELETED));
	};
	const rows = record_ids.map((record_id) => ({ record_id }));
	const deleted = await writeKnown(table, rows, remove).catch((error: unknown) => {
		if (!findCause<CallError>(error, 'CallError')?.history.unrepeatable) throw error;
		return undefined;
	});
	if (deleted) return deleted;
	const { records } = await recordsById(feishu, path, record_ids);
	if (records.size > 0) await remove([...records.values()]);
	return rows.map(() => DELETED);
}
