import { type Filter, filterFits, viewFits } from '../../base/filter';
import { inOrder } from '../../base/order';
import { readRecords } from '../../base/readRecords';
import type { Asking } from '../../base/kind';
import { flag, nested, objects, oneOf, required, text, texts, withDefault } from '../../platform/validate';
import type { BaseRecord } from '../../state/bases';
import { baseRoute, listed, PAGING, TABLE, tableOf, userIdType } from './baseRoute';
import { foundOnce } from './found';
import { viewById } from './views';
import { namedFields, visibleIn } from './visible';

const OPERATORS = [
	...['is', 'isNot', 'contains', 'doesNotContain', 'isEmpty', 'isNotEmpty'],
	...['isGreater', 'isGreaterEqual', 'isLess', 'isLessEqual', 'like', 'in'],
];
const MAX_PAGE = 500;

const CONDITION = {
	field_name: required(text({ max: 1000 })),
	operator: required(oneOf(OPERATORS)),
	value: texts({ max: 10 }),
};
const CONDITIONS = objects(CONDITION, { max: 50 });
const conjunction = oneOf(['and', 'or']);
const GROUP = { conjunction: required(conjunction), conditions: CONDITIONS };
const BODY = {
	view_id: text({ max: 50 }),
	field_names: texts({ max: 200 }),
	sort: objects({ field_name: text({ max: 1000 }), desc: withDefault(flag(), false) }, { max: 100 }),
	filter: nested({ conjunction, conditions: CONDITIONS, children: objects(GROUP) }),
	automatic_fields: flag(),
};

interface Asked {
	view_id?: string;
	sort?: readonly { field_name?: string; desc: boolean }[];
	filter?: Filter;
}

/** How to find what is asked for. A view counts only where neither a filter nor an order is. */
function finder(asking: Asking, { view_id: viewId, sort, filter }: Asked): (all: BaseRecord[]) => BaseRecord[] {
	if (!filter && !sort) {
		const fits = viewId ? viewFits(asking, viewById(asking.table, viewId)) : undefined;
		return (all) => (fits ? all.filter(fits) : all);
	}
	const fits = filter && filterFits(asking, filter);
	const sorts = sort?.map(({ field_name = '', desc }) => ({ field_name, desc }));
	return (all) => {
		const kept = fits ? all.filter(fits) : all;
		return sorts ? inOrder(asking, kept, sorts) : kept;
	};
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/bitable-v1/app-table-record/search */
export const baseSearchRoutes = [
	baseRoute({
		method: 'POST',
		path: `${TABLE}/records/search`,
		scopes: ['base:record:retrieve', 'bitable:app', 'bitable:app:readonly'],
		tier: 8,
		query: { user_id_type: userIdType, ...PAGING },
		body: BODY,
		handle(call) {
			const asking = tableOf(call, 'view', call.query.user_id_type);
			const visible = visibleIn(call, asking);
			const table = { ...asking.table, fields: visible.fields };
			const fields = namedFields(visible, call.body.field_names);
			const find = finder({ ...asking, table }, call.body);
			const scope = `search ${asking.table.table_id} ${JSON.stringify(call.body)}`;
			const views = JSON.stringify(asking.table.views);
			const all = foundOnce(asking, `${scope} ${views}`, () => find(visible.records()));
			const { items, ...more } = listed(call, all, call.query, scope, MAX_PAGE);
			const reading = { ...asking, fields, automatic: call.body.automatic_fields };
			return { data: { ...more, items: readRecords(items, reading) } };
		},
	}),
];
