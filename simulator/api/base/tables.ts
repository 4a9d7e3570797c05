import { tableIn } from '../../base/access';
import { addTable, tableName, type TableRequest } from '../../base/make';
import { problem } from '../../base/problem';
import type { Call } from '../../gateway/route';
import { nested, objects, text, texts } from '../../platform/validate';
import type { Base } from '../../state/bases';
import { baseOf, baseRoute, listedWithToken, PAGING, TABLE, TABLES, userIdType } from './baseRoute';
import { FIELD_SHAPE } from './fieldShape';

const CREATE = ['base:table:create', 'bitable:app'];
const DELETE = ['base:table:delete', 'bitable:app'];
const MAX_DELETED = 50;

const BLOB = {
	name: text({ max: 100 }),
	default_view_name: text(),
	fields: objects(FIELD_SHAPE, { min: 1, max: 300 }),
};

/** Tables that come with one call, all of them or none. */
function addTables(call: Pick<Call, 'platform' | 'by' | 'params'>, requests: readonly TableRequest[]): string[] {
	const base = baseOf(call, 'edit');
	const before = new Map(base.tables);
	try {
		return requests.map((request) => addTable(base, request).table_id);
	} catch (error) {
		for (const id of [...base.tables.keys()]) if (!before.has(id)) base.tables.delete(id);
		throw error;
	} finally {
		call.platform.store.changed();
	}
}

function removeTables(base: Base, ids: readonly string[]): void {
	const gone = new Set(ids.map((id) => tableIn(base, id).table_id));
	if (gone.size >= base.tables.size) throw problem(1254034);
	for (const id of gone) base.tables.delete(id);
	// A link to what is no longer there leads nowhere.
	for (const table of base.tables.values()) {
		const lost = table.fields.filter(({ property }) => gone.has(property?.table_id ?? ''));
		for (const { field_id: id } of lost) for (const { cells } of table.records.values()) cells.delete(id);
		table.fields = table.fields.filter((field) => !lost.includes(field));
	}
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/bitable-v1/app-table/create and its neighbors */
export const baseTableRoutes = [
	baseRoute({
		method: 'GET',
		path: TABLES,
		scopes: ['base:table:read', 'bitable:app', 'bitable:app:readonly'],
		tier: 8,
		query: PAGING,
		handle(call) {
			const tables = [...baseOf(call, 'view').tables.values()];
			const rows = tables.map(({ table_id, revision, name }) => ({ table_id, revision, name }));
			return { data: listedWithToken(call, rows, call.query, 'tables') };
		},
	}),
	baseRoute({
		method: 'POST',
		path: TABLES,
		scopes: CREATE,
		tier: 7,
		body: { table: nested(BLOB) },
		handle(call) {
			const { name = '', default_view_name: view, fields } = call.body.table ?? {};
			if (view !== undefined && !fields) throw problem(1254001);
			const [id = ''] = addTables(call, [{ name, view, fields }]);
			if (!fields) return { data: { table_id: id } };
			const table = tableIn(baseOf(call, 'edit'), id);
			const field_id_list = table.fields.map(({ field_id }) => field_id);
			return { data: { table_id: id, default_view_id: table.views[0]?.view_id, field_id_list } };
		},
	}),
	baseRoute({
		method: 'POST',
		path: `${TABLES}/batch_create`,
		scopes: CREATE,
		tier: 7,
		query: { user_id_type: userIdType },
		body: { tables: objects({ name: text() }) },
		handle(call) {
			const requests = (call.body.tables ?? []).map(({ name = '' }) => ({ name }));
			return { data: { table_ids: addTables(call, requests) } };
		},
	}),
	baseRoute({
		method: 'PATCH',
		path: TABLE,
		scopes: ['base:table:update', 'bitable:app'],
		tier: 7,
		body: { name: text() },
		handle(call) {
			const base = baseOf(call, 'edit');
			const table = tableIn(base, call.params.table_id ?? '');
			// An empty name changes nothing, and nobody is told.
			if (call.body.name) table.name = tableName(base, call.body.name, table);
			call.platform.store.changed();
			return { data: { name: table.name } };
		},
	}),
	baseRoute({
		method: 'DELETE',
		path: TABLE,
		scopes: DELETE,
		tier: 7,
		handle(call) {
			removeTables(baseOf(call, 'edit'), [call.params.table_id ?? '']);
			call.platform.store.changed();
			return { data: {} };
		},
	}),
	baseRoute({
		method: 'POST',
		path: `${TABLES}/batch_delete`,
		scopes: DELETE,
		tier: 7,
		body: { table_ids: texts({ max: MAX_DELETED }) },
		handle(call) {
			removeTables(baseOf(call, 'edit'), call.body.table_ids ?? []);
			call.platform.store.changed();
			return { data: {} };
		},
	}),
];
