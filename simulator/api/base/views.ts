import { addView, VIEW_TYPES } from '../../base/make';
import { fieldById } from '../../base/fields';
import { problem } from '../../base/problem';
import { newId } from '../../platform/ids';
import { nested, objects, oneOf, required, text, texts, type Values, withDefault } from '../../platform/validate';
import type { Table, View } from '../../state/bases';
import { baseRoute, exclusively, listedWithToken, PAGING, TABLE, tableOf, userIdType, writtenTable } from './baseRoute';

const VIEWS = `${TABLE}/views`;
const READ = ['base:view:read', 'bitable:app', 'bitable:app:readonly'];
const WRITE = ['base:view:write_only', 'bitable:app'];
const MAX_CONDITIONS = 50;
const OPERATORS = [
	...['is', 'isNot', 'contains', 'doesNotContain', 'isEmpty', 'isNotEmpty'],
	...['isGreater', 'isGreaterEqual', 'isLess', 'isLessEqual'],
];

export function viewById({ views }: Table, id: string): View {
	const view = views.find(({ view_id: one }) => one === id);
	if (!view) throw problem(1254042);
	return view;
}

const outline = ({ view_id, view_name, view_type }: View) => ({
	view_id,
	view_name,
	view_type,
	view_public_level: 'Public',
});

const detail = (view: View) => ({
	view: {
		...outline(view),
		property: {
			filter_info: view.filter_info ? { ...view.filter_info, condition_omitted: false } : null,
			hidden_fields: view.hidden_fields,
			hierarchy_config: view.hierarchy === undefined ? {} : { field_id: view.hierarchy },
		},
	},
});

const PROPERTY = {
	filter_info: nested({
		conjunction: required(oneOf(['and', 'or'])),
		conditions: objects(
			{ field_id: required(text()), operator: required(oneOf(OPERATORS)), value: text() },
			{ max: MAX_CONDITIONS },
		),
	}),
	hidden_fields: texts(),
	hierarchy_config: nested({ field_id: text() }),
};

/** Their values are the JSON of a list, where search takes the list. */
function requireList(value: string | undefined): void {
	try {
		if (value === undefined || Array.isArray(JSON.parse(value))) return;
	} catch {
		// Refused below like JSON that is no list.
	}
	throw problem(1254018);
}

function setProperty(table: Table, view: View, property: Values<typeof PROPERTY>): void {
	const { filter_info: filter, hidden_fields: hidden, hierarchy_config: hierarchy } = property;
	const conditions = (filter?.conditions ?? []).map((condition) => {
		requireList(condition.value);
		const field = fieldById(table, condition.field_id);
		return { ...condition, operator: condition.operator, condition_id: newId.userId(), field_type: field.type };
	});
	const gone = (hidden ?? []).map((id) => fieldById(table, id));
	if (gone.some(({ is_primary: is }) => is)) throw problem(1254012);
	if (filter) view.filter_info = { conjunction: filter.conjunction, conditions };
	if (hidden) view.hidden_fields = hidden;
	if (hierarchy?.field_id !== undefined) view.hierarchy = fieldById(table, hierarchy.field_id).field_id;
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/bitable-v1/app-table-view/list and its neighbors */
export const baseViewRoutes = [
	baseRoute({
		method: 'GET',
		path: VIEWS,
		scopes: READ,
		tier: 8,
		query: { user_id_type: userIdType, ...PAGING },
		handle(call) {
			const { table } = tableOf(call, 'view');
			return { data: listedWithToken(call, table.views.map(outline), call.query, `views ${table.table_id}`) };
		},
	}),
	baseRoute({
		method: 'POST',
		path: VIEWS,
		scopes: WRITE,
		tier: 7,
		body: { view_name: required(text(), { allowEmpty: true }), view_type: withDefault(oneOf(VIEW_TYPES), 'grid') },
		async handle(call) {
			const { table } = writtenTable(call);
			const { view_name: name, view_type: type } = call.body;
			return { data: { view: outline(await exclusively(call, table, () => addView(table, name, type))) } };
		},
	}),
	baseRoute({
		method: 'GET',
		path: `${VIEWS}/:view_id`,
		scopes: READ,
		tier: 8,
		query: { user_id_type: userIdType },
		handle: (call) => ({ data: detail(viewById(tableOf(call, 'view').table, call.params.view_id ?? '')) }),
	}),
	baseRoute({
		method: 'PATCH',
		path: `${VIEWS}/:view_id`,
		scopes: WRITE,
		tier: 7,
		query: { user_id_type: userIdType },
		body: { view_name: text(), property: nested(PROPERTY) },
		async handle(call) {
			const { table } = writtenTable(call);
			const view = viewById(table, call.params.view_id ?? '');
			const { view_name: name, property } = call.body;
			await exclusively(call, table, () => {
				if (property) setProperty(table, view, property);
				if (name) view.view_name = name;
			});
			return { data: detail(view) };
		},
	}),
	baseRoute({
		method: 'DELETE',
		path: `${VIEWS}/:view_id`,
		scopes: WRITE,
		tier: 7,
		async handle(call) {
			const { table } = writtenTable(call);
			const view = viewById(table, call.params.view_id ?? '');
			if (table.views.length === 1) throw problem(1254023);
			await exclusively(call, table, () => {
				table.views = table.views.filter((one) => one !== view);
			});
			return { data: {} };
		},
	}),
];
