import { flag, nested, required, text } from '../../platform/validate';
import { findCells, replaceCells } from '../../sheets/find';
import { bookOf, READ_CELLS, sheetRoute, SHEETS_V3, WRITE, writing } from './sheetRoute';

const CONDITION = required(
	nested({
		range: required(text()),
		match_case: flag(),
		match_entire_cell: flag(),
		search_by_regex: flag(),
		include_formulas: flag(),
	}),
);

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/sheets-v3/spreadsheet-sheet/find and its neighbor */
export const findReplaceRoutes = [
	sheetRoute({
		method: 'POST',
		path: `${SHEETS_V3}/:sheet_id/find`,
		scopes: READ_CELLS,
		tier: 3,
		body: { find_condition: CONDITION, find: required(text()) },
		handle(call) {
			const { find_condition: condition, find } = call.body;
			const asked = { store: call.platform.store, by: call.by, sheetId: call.params.sheet_id ?? '', find, condition };
			return { data: { find_result: findCells(bookOf(call, 'view'), asked) } };
		},
	}),
	sheetRoute({
		method: 'POST',
		path: `${SHEETS_V3}/:sheet_id/replace`,
		scopes: [...WRITE, 'sheets:spreadsheet:write_only'],
		tier: 2,
		body: { find_condition: CONDITION, find: required(text()), replacement: required(text(), { allowEmpty: true }) },
		handle: async (call) => {
			const { find_condition: condition, find, replacement } = call.body;
			const asked = { store: call.platform.store, by: call.by, sheetId: call.params.sheet_id ?? '', find, condition };
			const replace_result = await writing(call, (book) => replaceCells(book, asked, replacement));
			return { data: { replace_result } };
		},
	}),
];
