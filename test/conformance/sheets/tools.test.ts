/** Styles, merges, find and replace, dropdowns. */
import { refusalOf } from '../../support/conformance/bases';
import { type SheetFixture, startSheet } from '../../support/conformance/sheets';

let fixture: SheetFixture;
beforeEach(async () => {
	fixture = await startSheet();
});
afterEach(() => fixture.simulator.close());

const range = (cells: string) => `${fixture.sheetId}!${cells}`;
const cell = (row: number, column: number) =>
	fixture.simulator.store.sheets.all.get(fixture.token)?.sheets[0]?.rows[row]?.cells[column];

describe('styles', () => {
	const style = (cells: string, given: object) =>
		fixture.v2('PUT', 'style', { appendStyle: { range: range(cells), style: given } });

	it('add to what cells have, or take all of it away', async () => {
		const { data } = await style('A1:B2', { font: { bold: true }, formatter: '0%' });
		expect(data).toMatchObject({ updatedRange: range('A1:B2'), updatedRows: 2, updatedCells: 4 });
		await style('A1:A1', { backColor: '#ffee00' });
		expect(cell(0, 0)).toEqual({ style: { font: { bold: true }, backColor: '#ffee00' }, formatter: '0%' });
		await style('A1:A1', { clean: true });
		expect(cell(0, 0)).toEqual({});
		expect(cell(1, 1)?.formatter).toBe('0%');
	});

	it('come to several ranges at once', async () => {
		const data = [{ ranges: [range('A1:A2'), range('C1:C1')], style: { formatter: '@' } }];
		const done = await fixture.v2('PUT', 'styles_batch_update', { data });
		expect(done.data).toMatchObject({ totalUpdatedCells: 3, responses: [{ updatedCells: 2 }, { updatedCells: 1 }] });
		expect([cell(0, 0)?.formatter, cell(0, 2)?.formatter]).toEqual(['@', '@']);
		const wrong = [
			...data.map(({ ranges }) => ({ ranges, style: { formatter: '0' } })),
			{ ranges: [range('A1:A1')], style: {} },
		];
		expect((await fixture.v2('PUT', 'styles_batch_update', { data: wrong })).code).toBe(90216);
		expect(cell(0, 0)?.formatter).toBe('@');
	});

	it.each([
		['a month in small letters', { formatter: 'yyyy-mm-dd' }, 90204],
		['a color that is none', { foreColor: 'red' }, 90204],
		['nothing', {}, 90216],
	])('with %s are refused', async (_what, given, code) => {
		expect((await style('A1:B2', given)).code).toBe(code);
	});
});

describe('merged cells', () => {
	const sheet = async () => {
		const path = { spreadsheet_token: fixture.token, sheet_id: fixture.sheetId };
		return (await fixture.sdk.sheets.v3.spreadsheetSheet.get({ path })).data?.sheet;
	};
	it('hold what the first one held, and come apart', async () => {
		await fixture.write('A1:B2', [
			[1, 2],
			[3, 4],
		]);
		await fixture.v2('POST', 'merge_cells', { range: range('A1:B1'), mergeType: 'MERGE_ALL' });
		expect(await fixture.read('A1:B2')).toEqual([
			[1, null],
			[3, 4],
		]);
		const merged = { start_row_index: 0, end_row_index: 0, start_column_index: 0, end_column_index: 1 };
		expect((await sheet())?.merges).toEqual([merged]);
		await fixture.v2('POST', 'unmerge_cells', { range: range('A1:A1') });
		expect((await sheet())?.merges).toBeUndefined();
	});

	it.each([
		[
			'MERGE_ROWS',
			[
				[1, null],
				[3, null],
			],
		],
		[
			'MERGE_COLUMNS',
			[
				[1, 2],
				[null, null],
			],
		],
	])('are one for each with %s', async (mergeType, expected) => {
		await fixture.write('A1:B2', [
			[1, 2],
			[3, 4],
		]);
		await fixture.v2('POST', 'merge_cells', { range: range('A1:B2'), mergeType });
		expect(await fixture.read('A1:B2')).toEqual(expected);
		expect((await sheet())?.merges).toHaveLength(2);
	});

	it('are refused in another way', async () => {
		expect((await fixture.v2('POST', 'merge_cells', { range: range('A1:B2'), mergeType: 'ALL' })).code).toBe(90204);
	});
});

describe('find and replace', () => {
	const path = () => ({ spreadsheet_token: fixture.token, sheet_id: fixture.sheetId });
	const find = async (words: string, more: object = {}, cells = 'A1:B3') => {
		const find_condition = { range: range(cells), ...more };
		const { data } = await fixture.sdk.sheets.v3.spreadsheetSheet.find({
			path: path(),
			data: { find_condition, find: words },
		});
		return data?.find_result;
	};
	beforeEach(() =>
		fixture.write('A1:B3', [
			['Apple', 'apple pie'],
			['a.c', 'abc'],
			[12, { type: 'formula', text: '=A3+1' }],
		]),
	);

	it('finds what is spelled so, or, by what the page says of match_case, however it is written', async () => {
		expect(await find('apple')).toEqual({ matched_cells: ['B1'], matched_formula_cells: [], rows_count: 1 });
		expect((await find('apple', { match_case: true }))?.matched_cells).toEqual(['A1', 'B1']);
		await fixture.settings({ sheetMatchCase: 'matched' });
		expect((await find('apple', { match_case: true }))?.matched_cells).toEqual(['B1']);
		expect((await find('apple'))?.matched_cells).toEqual(['A1', 'B1']);
	});

	it('takes words as they are, whole cells, patterns, and formulas', async () => {
		expect((await find('a.c'))?.matched_cells).toEqual(['A2']);
		expect((await find('a.c', { search_by_regex: true }))?.matched_cells).toEqual(['A2', 'B2']);
		expect((await find('apple', { match_entire_cell: true, match_case: true }))?.matched_cells).toEqual(['A1']);
		expect((await find('13'))?.matched_cells).toEqual(['B3']);
		expect((await find('A3', { include_formulas: true }))?.matched_formula_cells).toEqual(['B3']);
	});

	it('refuses a pattern that is none, and a range beyond the sheet', async () => {
		expect(await refusalOf(find('(', { search_by_regex: true }))).toEqual([1310248, 400]);
		expect(await refusalOf(find('a', {}, 'A1:B201'))).toEqual([1310202, 400]);
	});

	it('replaces words, and what is then a number is one', async () => {
		const data = { find_condition: { range: range('A1:B3'), match_case: true }, find: 'Apple', replacement: '$&7' };
		const done = await fixture.sdk.sheets.v3.spreadsheetSheet.replace({ path: path(), data });
		expect(done.data?.replace_result).toMatchObject({ matched_cells: ['A1', 'B1'], rows_count: 1 });
		expect(await fixture.read('A1:B1')).toEqual([['$&7', '$&7 pie']]);
		const whole = { find_condition: { range: range('B2:B2') }, find: 'abc', replacement: '5' };
		await fixture.sdk.sheets.v3.spreadsheetSheet.replace({ path: path(), data: whole });
		expect(await fixture.read('B2:B2')).toEqual([[5]]);
	});
});

describe('dropdowns', () => {
	const rule = (values: string[], options: object = {}) => ({
		dataValidationType: 'list',
		dataValidation: { conditionValues: values, options },
	});
	const set = (cells: string, values: string[], options?: object) =>
		fixture.v2('POST', 'dataValidation', { range: range(cells), ...rule(values, options) });
	const all = async (cells = 'A1:C9') => {
		const query = `range=${encodeURIComponent(range(cells))}&dataValidationType=list`;
		const { data } = await fixture.v2('GET', `dataValidation?${query}`);
		return data.dataValidations as { ranges: string[]; conditionValues: string[]; options: object }[];
	};

	it('are set, read, replaced and taken from a part of their range', async () => {
		await set('A2:A9', ['open', 'done'], { colors: ['#ff0000', '#00ff00'], highlightValidData: true });
		expect(await all()).toMatchObject([
			{
				ranges: [range('A2:A9')],
				conditionValues: ['open', 'done'],
				options: { multipleValues: false, colorValueMap: { open: '#ff0000', done: '#00ff00' } },
			},
		]);
		await fixture.v2('PUT', `dataValidation/${fixture.sheetId}`, { ranges: [range('A2:A9')], ...rule(['new']) });
		expect((await all()).map(({ conditionValues }) => conditionValues)).toEqual([['new']]);
		const dataValidationRanges = [{ range: range('A4:A5') }, { range: 'nobody!A1:A1' }];
		const { data } = await fixture.v2('DELETE', 'dataValidation', { dataValidationRanges });
		expect(data.rangeResults).toMatchObject([{ success: true, updatedCells: 2 }, { success: false }]);
		expect((await all()).flatMap(({ ranges }) => ranges).sort()).toEqual([range('A2:A3'), range('A6:A9')]);
	});

	it('take several values where they may, and are refused with a comma', async () => {
		await set('A1:A1', ['a', 'b']);
		const several = { type: 'multipleValue', values: ['a', 'b'] };
		expect((await fixture.write('A1:A1', [[several]])).code).toBe(90204);
		await set('A1:A1', ['a', 'b'], { multipleValues: true });
		await fixture.write('A1:A1', [[several]]);
		expect(await fixture.read('A1:A1')).toEqual([['a,b']]);
		expect((await set('A1:A1', ['a,b'])).code).toBe(90204);
		expect((await set('A1:A1', ['x'.repeat(101)])).code).toBe(90226);
	});

	it('move with their rows', async () => {
		await set('A2:A3', ['a']);
		const dimension = { sheetId: fixture.sheetId, majorDimension: 'ROWS', startIndex: 0, endIndex: 2 };
		await fixture.v2('POST', 'insert_dimension_range', { dimension });
		expect((await all())[0]?.ranges).toEqual([range('A4:A5')]);
		await fixture.v2('DELETE', 'dimension_range', { dimension: { ...dimension, startIndex: 4, endIndex: 4 } });
		expect((await all())[0]?.ranges).toEqual([range('A4:A4')]);
	});
});
