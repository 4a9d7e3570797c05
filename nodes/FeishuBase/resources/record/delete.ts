import { CallError } from '../../../../feishu/api/call';
import { findCause } from '../../../../feishu/api/network';
import { isAboutRecord, isTooMuch } from '../../../../feishu/base/refusedCells';
import { writeInHalves } from '../../../../feishu/base/writeInHalves';
import type { TablePath } from '../../../shared/base/contents';
import { recordField } from '../../../shared/base/record';
import { GET_RECORDS, recordsById } from '../../../shared/base/recordsById';
import { tableField } from '../../../shared/base/table';
import type { FeishuClient } from '../../../shared/client/client';
import { perTable } from '../../../shared/client/pacing';
import { defineBatchOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';

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
		const { read } = turn;
		const table = read(tableField);
		const record_id = read(record);
		return { path: await table.path(turn), record_id };
	},
	batch: { most: Infinity, by: ({ path }) => JSON.stringify(path) },
	async runAll(wanted, { feishu }) {
		const [first] = wanted;
		if (!first) return [];
		const { path } = first;
		const ids = [...new Set(wanted.map(({ record_id }) => record_id))];
		const outcomes = await writeInHalves(ids, {
			write: async (some) => await deleteSome(feishu, this.endpoint, path, some),
			most: MOST,
			isAbout: (error) => isAboutRecord(codeOf(error)),
			isTooMuch: (error) => isTooMuch(codeOf(error)),
		});
		const byId = new Map(ids.map((id, at) => [id, outcomes[at]]));
		return wanted.map(({ record_id }) => {
			const outcome = byId.get(record_id);
			if (outcome && 'result' in outcome) return { deleted: true, record_id };
			const error = outcome && ('refused' in outcome ? outcome.refused : outcome.left);
			return error instanceof Error ? error : new Error(String(error));
		});
	},
});

/**
 * Deletes records with one request. Where its answer is lost, nobody knows whether they are gone: those that are still
 * there are deleted again, because a record that is gone is refused.
 */
async function deleteSome(
	feishu: FeishuClient,
	endpoint: string,
	path: TablePath,
	record_ids: readonly string[],
): Promise<readonly string[]> {
	const remove = async (records: readonly string[]) =>
		await feishu.call(endpoint, { path, body: { records: [...records] }, paces: [perTable(path)] });
	const isLost = await remove(record_ids).then(
		() => false,
		(error: unknown) => {
			if (!findCause<CallError>(error, 'CallError')?.history.unrepeatable) throw error;
			return true;
		},
	);
	if (!isLost) return record_ids;
	const { records } = await recordsById(feishu, path, record_ids);
	if (records.size > 0) await remove([...records.keys()]);
	return record_ids;
}

const codeOf = (error: unknown): number | undefined => findCause<CallError>(error, 'CallError')?.failure.code;
