import { text, texts } from '../../platform/validate';
import { conditionOf, filterColumn } from '../../sheets/filterRules';
import { problem } from '../../sheets/problem';
import type { FilterCondition, FilterView } from '../../state/sheetParts';
import { viewIn, VIEWS, WRITE_VIEWS } from './filterViews';
import { bookOf, READ_CELLS, sheetRoute, writing } from './sheetRoute';

const CONDITIONS = `${VIEWS}/:filter_view_id/conditions`;
const ONE = `${CONDITIONS}/:condition_id`;
const BODY = { filter_type: text(), compare_type: text(), expected: texts() };

const shown = (condition_id: string, condition: FilterCondition) => ({ condition_id, ...condition });

function conditionIn({ conditions }: FilterView, id: string | undefined): { id: string; condition: FilterCondition } {
	const condition = conditions.get((id ?? '').toUpperCase());
	if (!condition) throw problem(223);
	return { id: (id ?? '').toUpperCase(), condition };
}

/** A column of the view, by its letter, and what its rows have to be. Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/sheets-v3/spreadsheet-sheet-filter_view-condition/create and its neighbors */
export const filterConditionRoutes = [
	sheetRoute({
		method: 'POST',
		path: CONDITIONS,
		scopes: WRITE_VIEWS,
		tier: 3,
		body: { condition_id: text(), ...BODY },
		handle: async (call) => ({
			data: await writing(call, (book) => {
				const { view } = viewIn(book, call.params);
				const id = filterColumn(view, call.body.condition_id ?? '');
				if (view.conditions.has(id)) throw problem(236);
				const condition = conditionOf(call.body);
				view.conditions.set(id, condition);
				return { condition: shown(id, condition) };
			}),
		}),
	}),
	sheetRoute({
		method: 'GET',
		path: `${CONDITIONS}/query`,
		scopes: READ_CELLS,
		tier: 3,
		handle(call) {
			const { view } = viewIn(bookOf(call, 'view'), call.params);
			return { data: { items: [...view.conditions].map(([id, condition]) => shown(id, condition)) } };
		},
	}),
	sheetRoute({
		method: 'GET',
		path: ONE,
		scopes: READ_CELLS,
		tier: 3,
		handle(call) {
			const { view } = viewIn(bookOf(call, 'view'), call.params);
			const { id, condition } = conditionIn(view, call.params.condition_id);
			return { data: { condition: shown(id, condition) } };
		},
	}),
	sheetRoute({
		method: 'PUT',
		path: ONE,
		scopes: WRITE_VIEWS,
		tier: 3,
		body: BODY,
		handle: async (call) => ({
			data: await writing(call, (book) => {
				const { view } = viewIn(book, call.params);
				const { id } = conditionIn(view, call.params.condition_id);
				const condition = conditionOf(call.body);
				view.conditions.set(id, condition);
				return { condition: shown(id, condition) };
			}),
		}),
	}),
	sheetRoute({
		method: 'DELETE',
		path: ONE,
		scopes: WRITE_VIEWS,
		tier: 3,
		handle: async (call) => ({
			data: await writing(call, (book) => {
				const { view } = viewIn(book, call.params);
				view.conditions.delete(conditionIn(view, call.params.condition_id).id);
				return {};
			}),
		}),
	}),
];
