import { nested, required, text, texts } from '../../platform/validate';
import { sheetIn } from '../../sheets/access';
import { conditionOf, filterColumn, filteredOut } from '../../sheets/filterRules';
import { problem } from '../../sheets/problem';
import { placeOrRows, rangeOf } from '../../sheets/range';
import type { SheetFilter } from '../../state/sheetParts';
import type { Sheet, Spreadsheet } from '../../state/sheets';
import { bookOf, READ_CELLS, sheetRoute, SHEETS_V3, WRITE, writing } from './sheetRoute';

const PATH = `${SHEETS_V3}/:sheet_id/filter`;
const WRITE_CELLS = [...WRITE, 'sheets:spreadsheet:write_only'];

const CONDITION = required(
	nested({ filter_type: required(text()), compare_type: text(), expected: required(texts(), { allowEmpty: true }) }),
);

const infoOf = (sheet: Sheet, filter: SheetFilter) => ({
	range: rangeOf({ sheet, ...filter }),
	filtered_out_rows: filteredOut(sheet, filter),
	filter_infos: [...filter.conditions].map(([col, condition]) => ({ col, conditions: [condition] })),
});

function filterOf(book: Spreadsheet, id: string): { sheet: Sheet; filter: SheetFilter } {
	const sheet = sheetIn(book, id);
	if (!sheet.filter) throw problem(236);
	return { sheet, filter: sheet.filter };
}

function put(filter: SheetFilter, col: string, given: Record<string, unknown>): void {
	const column = filterColumn(filter, col);
	const condition = conditionOf(given);
	if (condition.filter_type === 'clear') filter.conditions.delete(column);
	else filter.conditions.set(column, condition);
}

/** One filter a sheet. Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/sheets-v3/spreadsheet-sheet-filter/get and its neighbors */
export const filterRoutes = [
	sheetRoute({
		method: 'GET',
		path: PATH,
		scopes: READ_CELLS,
		tier: 3,
		handle(call) {
			const sheet = sheetIn(bookOf(call, 'view'), call.params.sheet_id ?? '');
			return { data: sheet.filter ? { sheet_filter_info: infoOf(sheet, sheet.filter) } : {} };
		},
	}),
	sheetRoute({
		method: 'POST',
		path: PATH,
		scopes: WRITE_CELLS,
		tier: 2,
		body: { range: required(text()), col: required(text()), condition: CONDITION },
		handle: async (call) => ({
			data: await writing(call, (book) => {
				const sheet = sheetIn(book, call.params.sheet_id ?? '');
				const { sheet: named, ...area } = placeOrRows(book, call.body.range);
				if (named !== sheet) throw problem(202);
				if (sheet.filter) throw problem(236);
				const filter: SheetFilter = { ...area, conditions: new Map() };
				put(filter, call.body.col, call.body.condition);
				sheet.filter = filter;
				return {};
			}),
		}),
	}),
	sheetRoute({
		method: 'PUT',
		path: PATH,
		scopes: WRITE_CELLS,
		tier: 2,
		body: { col: required(text()), condition: CONDITION },
		handle: async (call) => ({
			data: await writing(call, (book) => {
				const { filter } = filterOf(book, call.params.sheet_id ?? '');
				put(filter, call.body.col, call.body.condition);
				return {};
			}),
		}),
	}),
	sheetRoute({
		method: 'DELETE',
		path: PATH,
		scopes: WRITE_CELLS,
		tier: 3,
		handle: async (call) => ({
			data: await writing(call, (book) => {
				const { sheet } = filterOf(book, call.params.sheet_id ?? '');
				delete sheet.filter;
				return {};
			}),
		}),
	}),
];
