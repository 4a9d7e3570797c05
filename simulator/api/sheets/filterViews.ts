import { newId } from '../../platform/ids';
import { text } from '../../platform/validate';
import { sheetIn } from '../../sheets/access';
import { problem } from '../../sheets/problem';
import { placeOrRows, rangeOf } from '../../sheets/range';
import type { FilterView } from '../../state/sheetParts';
import type { Sheet, Spreadsheet } from '../../state/sheets';
import { bookOf, READ_CELLS, sheetRoute, SHEETS_V3, WRITE, writing } from './sheetRoute';

export const VIEWS = `${SHEETS_V3}/:sheet_id/filter_views`;
export const WRITE_VIEWS = [...WRITE, 'sheets:spreadsheet:write_only'];
const ONE = `${VIEWS}/:filter_view_id`;

const MOST = 150;
const MAX_NAME = 100;

const shown = (sheet: Sheet, { filter_view_id, filter_view_name, ...area }: FilterView) => ({
	filter_view_id,
	filter_view_name,
	range: rangeOf({ sheet, ...area }),
});

export function viewIn(
	book: Spreadsheet,
	{ sheet_id = '', filter_view_id = '' }: Readonly<Record<string, string | undefined>>,
): { sheet: Sheet; view: FilterView } {
	const sheet = sheetIn(book, sheet_id);
	const view = sheet.filterViews.find((each) => each.filter_view_id === filter_view_id);
	if (!view) throw problem(237);
	return { sheet, view };
}

/** A name that no other view of the sheet has; one is given where none is asked for. */
function nameOf({ filterViews }: Sheet, given: string | undefined, own?: FilterView): string {
	const name = given ?? `筛选${filterViews.length + 1}`;
	if (name.trim() === '' || name.length > MAX_NAME) throw problem(239);
	if (filterViews.some((view) => view !== own && view.filter_view_name === name)) throw problem(240);
	return name;
}

function idOf({ filterViews }: Sheet, given: string | undefined): string {
	if (given === undefined) return newId.sheetPart();
	if (!/^[A-Za-z0-9]{10}$/.test(given)) throw problem(237);
	if (filterViews.some(({ filter_view_id: id }) => id === given)) throw problem(238);
	return given;
}

function areaOf(book: Spreadsheet, sheet: Sheet, range: string) {
	const { sheet: named, ...area } = placeOrRows(book, range);
	if (named !== sheet) throw problem(202);
	return area;
}

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/sheets-v3/spreadsheet-sheet-filter_view/create and its neighbors */
export const filterViewRoutes = [
	sheetRoute({
		method: 'POST',
		path: VIEWS,
		scopes: WRITE_VIEWS,
		tier: 3,
		body: { filter_view_id: text(), filter_view_name: text(), range: text() },
		handle: async (call) => ({
			data: await writing(call, (book) => {
				const sheet = sheetIn(book, call.params.sheet_id ?? '');
				const { filter_view_id, filter_view_name, range } = call.body;
				if (sheet.filterViews.length >= MOST) throw problem(241);
				const view: FilterView = {
					filter_view_id: idOf(sheet, filter_view_id),
					filter_view_name: nameOf(sheet, filter_view_name),
					...areaOf(book, sheet, range ?? ''),
					conditions: new Map(),
				};
				sheet.filterViews.push(view);
				return { filter_view: shown(sheet, view) };
			}),
		}),
	}),
	sheetRoute({
		method: 'GET',
		path: `${VIEWS}/query`,
		scopes: READ_CELLS,
		tier: 3,
		handle(call) {
			const sheet = sheetIn(bookOf(call, 'view'), call.params.sheet_id ?? '');
			return { data: { items: sheet.filterViews.map((view) => shown(sheet, view)) } };
		},
	}),
	sheetRoute({
		method: 'GET',
		path: ONE,
		scopes: READ_CELLS,
		tier: 3,
		handle(call) {
			const { sheet, view } = viewIn(bookOf(call, 'view'), call.params);
			return { data: { filter_view: shown(sheet, view) } };
		},
	}),
	sheetRoute({
		method: 'PATCH',
		path: ONE,
		scopes: WRITE_VIEWS,
		tier: 3,
		body: { filter_view_name: text(), range: text() },
		handle: async (call) => ({
			data: await writing(call, (book) => {
				const { sheet, view } = viewIn(book, call.params);
				const { filter_view_name: name, range } = call.body;
				const change = {
					...(name === undefined ? {} : { filter_view_name: nameOf(sheet, name, view) }),
					...(range === undefined ? {} : areaOf(book, sheet, range)),
				};
				Object.assign(view, change);
				return { filter_view: shown(sheet, view) };
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
				const { sheet, view } = viewIn(book, call.params);
				sheet.filterViews.splice(sheet.filterViews.indexOf(view), 1);
				return {};
			}),
		}),
	}),
];
