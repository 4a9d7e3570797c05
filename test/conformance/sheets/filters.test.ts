/** Filters and filter views, through the official SDK. */
import { refusalOf } from '../../support/conformance/bases';
import { type SheetFixture, startSheet } from '../../support/conformance/sheets';

let fixture: SheetFixture;
beforeEach(async () => {
	fixture = await startSheet();
	await fixture.write('A1:C5', [
		['Name', 'Amount', 'State'],
		['Ann', 5, 'open'],
		['Bob', 20, 'done'],
		['Cid', 30, 'open'],
		['Dan', 7, 'gone'],
	]);
});
afterEach(() => fixture.simulator.close());

const path = () => ({ spreadsheet_token: fixture.token, sheet_id: fixture.sheetId });
const range = (cells: string) => `${fixture.sheetId}!${cells}`;

describe('a filter', () => {
	const filter = () => fixture.sdk.sheets.v3.spreadsheetSheetFilter;
	const set = (condition: { filter_type: string; compare_type?: string; expected: string[] }, col = 'B') =>
		filter().create({ path: path(), data: { range: range('A1:C5'), col, condition } });
	const info = async () => (await filter().get({ path: path() })).data?.sheet_filter_info;
	const greater = { filter_type: 'number', compare_type: 'greater', expected: ['6'] };

	it('hides rows from people and not from reads, column by column', async () => {
		expect(await info()).toBeUndefined();
		await set(greater);
		expect(await info()).toEqual({
			range: range('A1:C5'),
			filtered_out_rows: [2],
			filter_infos: [{ col: 'B', conditions: [greater] }],
		});
		const open = { filter_type: 'multiValue', expected: ['open', 'gone'] };
		await filter().update({ path: path(), data: { col: 'C', condition: open } });
		expect((await info())?.filtered_out_rows).toEqual([2, 3]);
		expect(await fixture.read('A1:A5')).toHaveLength(5);
		await filter().update({ path: path(), data: { col: 'B', condition: { filter_type: 'clear', expected: [] } } });
		expect((await info())?.filtered_out_rows).toEqual([3]);
		await filter().delete({ path: path() });
		expect(await info()).toBeUndefined();
	});

	it.each([
		['contains', 'text', ['A'], [3, 4]],
		['notBeginsWith', 'text', ['a'], [2]],
		['endsWith', 'text', ['d'], [2, 3, 5]],
	])('compares text with %s', async (compare_type, filter_type, expected, hidden) => {
		await set({ filter_type, compare_type, expected }, 'A');
		const seen = (await info())?.filtered_out_rows;
		expect(seen).toEqual(compare_type === 'endsWith' ? [2, 3, 5] : hidden);
	});

	it('is the only one of its sheet, and refuses values and columns that are none', async () => {
		expect(await refusalOf(set({ ...greater, expected: ['many'] }))).toEqual([1310236, 400]);
		expect(await refusalOf(set({ ...greater, compare_type: 'between' }))).toEqual([1310236, 400]);
		expect(await refusalOf(set(greater, 'E'))).toEqual([1310223, 400]);
		await set(greater);
		expect(await refusalOf(set(greater))).toEqual([1310236, 400]);
		await filter().delete({ path: path() });
		expect(await refusalOf(filter().delete({ path: path() }))).toEqual([1310236, 400]);
	});

	it('moves with the rows above it', async () => {
		await set(greater);
		const dimension = { sheetId: fixture.sheetId, majorDimension: 'ROWS', startIndex: 0, endIndex: 2 };
		await fixture.v2('POST', 'insert_dimension_range', { dimension });
		expect(await info()).toMatchObject({ range: range('A3:C7'), filtered_out_rows: [4] });
	});
});

describe('filter views', () => {
	const views = () => fixture.sdk.sheets.v3.spreadsheetSheetFilterView;
	const conditions = () => fixture.sdk.sheets.v3.spreadsheetSheetFilterViewCondition;
	const create = async (data: object = {}) =>
		(await views().create({ path: path(), data: { range: range('A1:C5'), ...data } })).data?.filter_view;

	it('are made, listed, renamed, moved and deleted', async () => {
		const made = await create({ filter_view_name: 'Open', filter_view_id: 'pH9hbVcCXA' });
		expect(made).toEqual({ filter_view_id: 'pH9hbVcCXA', filter_view_name: 'Open', range: range('A1:C5') });
		const other = await create();
		expect(other?.filter_view_id).toMatch(/^[A-Za-z0-9]{10}$/);
		const one = { ...path(), filter_view_id: 'pH9hbVcCXA' };
		await views().patch({ path: one, data: { filter_view_name: 'Mine', range: range('A1:B5') } });
		expect((await views().get({ path: one })).data?.filter_view).toMatchObject({ range: range('A1:B5') });
		expect((await views().query({ path: path() })).data?.items?.map((view) => view.filter_view_name)).toEqual([
			'Mine',
			other?.filter_view_name,
		]);
		await views().delete({ path: one });
		expect(await refusalOf(views().get({ path: one }))).toEqual([1310237, 400]);
	});

	it('have one condition a column, called by its letter', async () => {
		const view = await create();
		const one = { ...path(), filter_view_id: view?.filter_view_id ?? '' };
		const data = { condition_id: 'B', filter_type: 'number', compare_type: 'less', expected: ['6'] };
		await conditions().create({ path: one, data });
		expect(await refusalOf(conditions().create({ path: one, data }))).toEqual([1310236, 400]);
		const changed = { filter_type: 'multiValue', expected: ['20'] };
		await conditions().update({ path: { ...one, condition_id: 'B' }, data: changed });
		const items = (await conditions().query({ path: one })).data?.items;
		expect(items).toEqual([{ condition_id: 'B', ...changed }]);
		await conditions().delete({ path: { ...one, condition_id: 'B' } });
		expect(await refusalOf(conditions().get({ path: { ...one, condition_id: 'B' } }))).toEqual([1310223, 400]);
	});

	it('refuse an id and a name that are in use, and a range of another sheet', async () => {
		await create({ filter_view_name: 'Open', filter_view_id: 'pH9hbVcCXA' });
		expect(await refusalOf(create({ filter_view_id: 'pH9hbVcCXA' }))).toEqual([1310238, 400]);
		expect(await refusalOf(create({ filter_view_name: 'Open' }))).toEqual([1310240, 400]);
		expect(await refusalOf(create({ filter_view_name: 'x'.repeat(101) }))).toEqual([1310239, 400]);
		expect(await refusalOf(create({ range: 'nobody!A1:B2' }))).toEqual([1310215, 400]);
	});
});
