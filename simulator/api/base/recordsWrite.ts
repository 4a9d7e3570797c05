import { problem } from '../../base/problem';
import { deleteRecords, type Row, writeRecords } from '../../base/writeRecords';
import type { Call } from '../../gateway/route';
import type { UserIdType } from '../../platform/ids';
import { object, objects, required, text, texts } from '../../platform/validate';
import { baseRoute, CONSISTENCY, exclusively, once, TABLE, tell, userIdType, writtenTable } from './baseRoute';

const RECORDS = `${TABLE}/records`;
const CREATE = ['base:record:create', 'bitable:app'];
const UPDATE = ['base:record:update', 'bitable:app'];
const DELETE = ['base:record:delete', 'bitable:app'];
const MAX_DELETED = 500;

const WRITE_QUERY = { user_id_type: userIdType, client_token: text(), ...CONSISTENCY };
const ROW = { record_id: text(), fields: required(object()) };

type WriteCall = Call<{ user_id_type: UserIdType; ignore_consistency_check: boolean | undefined }>;

/** Writes rows and answers with what was sent, which is not what a read gives. */
async function write(call: WriteCall, rows: readonly Row[]): Promise<object[]> {
	const asking = writtenTable(call, call.query.user_id_type);
	const { settings } = asking.store;
	if (rows.length > settings.baseBatch) throw problem(1254104);
	const loose = call.query.ignore_consistency_check === true;
	const work = () => {
		const lagMs = loose ? settings.baseReadLagMs : 0;
		const { records, changes } = writeRecords({ ...asking, by: call.by, lagMs }, rows);
		tell(call, changes);
		return records.map(({ record_id: id }, index) => ({ fields: rows[index]?.fields, id, record_id: id }));
	};
	// Without the check nothing waits for other writes, and nothing is refused for them.
	return loose ? work() : exclusively(call, asking.table, work);
}

async function remove(call: Call<{ ignore_consistency_check: boolean | undefined }>, ids: readonly string[]) {
	const { base, table } = writtenTable(call);
	if (ids.length > MAX_DELETED) throw problem(1254104);
	const work = () => tell(call, deleteRecords({ base, table }, ids));
	if (call.query.ignore_consistency_check) work();
	else await exclusively(call, table, work);
	return ids.map((record_id) => ({ deleted: true, record_id }));
}

const newRows = (rows: readonly Row[]): Row[] => rows.map(({ fields }) => ({ fields }));

/** 1254006 for a row that doesn't say which record it is. */
const knownRows = (rows: readonly Row[]): Row[] =>
	rows.map((row) => {
		if (!row.record_id) throw problem(1254006);
		return row;
	});

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/bitable-v1/app-table-record/create and its neighbors */
export const baseRecordWriteRoutes = [
	baseRoute({
		method: 'POST',
		path: RECORDS,
		scopes: CREATE,
		tier: 9,
		query: WRITE_QUERY,
		body: { fields: required(object()) },
		handle: (call) =>
			once(call, 'record', call.query.client_token, async () => {
				const [record] = await write(call, [{ fields: call.body.fields }]);
				return { record };
			}),
	}),
	baseRoute({
		method: 'POST',
		path: `${RECORDS}/batch_create`,
		scopes: CREATE,
		tier: 9,
		query: WRITE_QUERY,
		body: { records: required(objects(ROW)) },
		handle: (call) =>
			once(call, 'records', call.query.client_token, async () => ({
				records: await write(call, newRows(call.body.records)),
			})),
	}),
	baseRoute({
		method: 'PUT',
		path: `${RECORDS}/:record_id`,
		scopes: UPDATE,
		tier: 9,
		query: WRITE_QUERY,
		body: { fields: required(object()) },
		async handle(call) {
			const [record] = await write(call, [{ record_id: call.params.record_id, fields: call.body.fields }]);
			return { data: { record } };
		},
	}),
	baseRoute({
		method: 'POST',
		path: `${RECORDS}/batch_update`,
		scopes: UPDATE,
		tier: 9,
		query: WRITE_QUERY,
		body: { records: required(objects(ROW)) },
		handle: async (call) => ({ data: { records: await write(call, knownRows(call.body.records)) } }),
	}),
	baseRoute({
		method: 'DELETE',
		path: `${RECORDS}/:record_id`,
		scopes: DELETE,
		tier: 9,
		query: CONSISTENCY,
		async handle(call) {
			const [gone] = await remove(call, [call.params.record_id ?? '']);
			return { data: { ...gone } };
		},
	}),
	baseRoute({
		method: 'POST',
		path: `${RECORDS}/batch_delete`,
		scopes: DELETE,
		tier: 9,
		query: CONSISTENCY,
		body: { records: required(texts()) },
		handle: async (call) => ({ data: { records: await remove(call, call.body.records) } }),
	}),
];
