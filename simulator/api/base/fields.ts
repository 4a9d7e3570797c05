import { Changes } from '../../base/changes';
import { addField, fieldById, fieldView, removeField, replaceField } from '../../base/fields';
import { flag, text } from '../../platform/validate';
import { baseRoute, exclusively, listedWithToken, once, PAGING, TABLE, tableOf, tell, writtenTable } from './baseRoute';
import { FIELD_SHAPE } from './fieldShape';
import { viewById } from './views';

const FIELDS = `${TABLE}/fields`;

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/bitable-v1/app-table-field/create and its neighbors */
export const baseFieldRoutes = [
	baseRoute({
		method: 'GET',
		path: FIELDS,
		scopes: ['base:field:read', 'bitable:app', 'bitable:app:readonly'],
		tier: 8,
		query: { view_id: text(), text_field_as_array: flag(), ...PAGING },
		handle(call) {
			const { base, table } = tableOf(call, 'view');
			const { view_id: viewId, text_field_as_array: asArray } = call.query;
			const hidden = viewId ? viewById(table, viewId).hidden_fields : [];
			const fields = table.fields.map((field) => {
				const view = fieldView(base, field, hidden);
				const description = asArray ? [{ type: 'text', text: view.description }] : view.description;
				return { ...view, description };
			});
			return { data: listedWithToken(call, fields, call.query, `fields ${table.table_id} ${viewId ?? ''}`) };
		},
	}),
	baseRoute({
		method: 'POST',
		path: FIELDS,
		scopes: ['base:field:create', 'bitable:app'],
		tier: 7,
		query: { client_token: text() },
		body: FIELD_SHAPE,
		handle(call) {
			const { base, table } = writtenTable(call);
			return once(call, 'field', call.query.client_token, () =>
				exclusively(call, table, () => {
					const changes = new Changes(base);
					const field = addField(base, table, call.body, changes);
					tell(call, changes.all());
					return { field: fieldView(base, field) };
				}),
			);
		},
	}),
	baseRoute({
		method: 'PUT',
		path: `${FIELDS}/:field_id`,
		scopes: ['base:field:update', 'bitable:app'],
		tier: 7,
		query: { client_token: text() },
		body: FIELD_SHAPE,
		async handle(call) {
			const asking = writtenTable(call);
			const field = fieldById(asking.table, call.params.field_id ?? '');
			await exclusively(call, asking.table, () => tell(call, replaceField(asking, field, call.body)));
			return { data: { field: fieldView(asking.base, field) } };
		},
	}),
	baseRoute({
		method: 'DELETE',
		path: `${FIELDS}/:field_id`,
		scopes: ['base:field:delete', 'bitable:app'],
		tier: 7,
		async handle(call) {
			const { base, table } = writtenTable(call);
			const field = fieldById(table, call.params.field_id ?? '');
			await exclusively(call, table, () => tell(call, removeField(base, table, field)));
			return { data: { field_id: field.field_id, deleted: true } };
		},
	}),
];
