/** Styles, merged cells, dropdowns, conditional formats. */
import { only, usePlatform } from '../../support/engine';
import { ownSheet, type OwnSheet } from '../../support/engine/sheetPlace';
import { answered, refusalOn, runOn } from '../../support/engine/partRuns';

const platform = usePlatform();

let own: OwnSheet;

beforeEach(() => {
	own = ownSheet(platform, [
		['Name', 'Amount', 'State'],
		['Ann', 5, 'open'],
	]);
});

const cell = (row: number, column: number) => own.sheet.rows[row]?.cells[column];

describe('Set Style', () => {
	const style = async (styledRanges: string, given: object) =>
		await runOn(platform, own, 'cellFormat:setStyle', { styledRanges, style: given as never });

	test('several ranges in one request, whole rows and columns among them', async () => {
		const look = { bold: true, fontSize: 12, backColor: '#fc0', hAlign: '1', formatter: '#,##0.00' };
		const [item] = await style('A1:B1, 3:3; C:C', look);
		expect(cell(0, 1)).toMatchObject({
			content: 'Amount',
			formatter: '#,##0.00',
			style: { font: { bold: true, fontSize: '12pt/1.5' }, backColor: '#ffcc00', hAlign: 1 },
		});
		expect(cell(2, 19)?.formatter).toBe('#,##0.00');
		expect(cell(199, 2)?.formatter).toBe('#,##0.00');
		expect(cell(1, 0)?.style).toBeUndefined();
		expect(item).toMatchObject({ ranges: ['A1:B1', 'A3:T3', 'C1:C200'], cells: 222 });
		expect(platform.calls.filter(({ method }) => method === 'PUT')).toHaveLength(1);
	});

	test('the general number format takes another away, and Clear First all of them', async () => {
		await style('A1', { formatter: '@', italic: true });
		await style('A1', { formatter: 'general' });
		expect(cell(0, 0)).toMatchObject({ formatter: '', style: { font: { italic: true } } });
		await style('A1', { clean: true });
		expect(cell(0, 0)).toEqual({ content: 'Name' });
	});

	test('a range beyond the sheet is refused before it is formatted, with the size of the sheet', async () => {
		const words = await refusalOn(platform, own, 'cellFormat:setStyle', {
			styledRanges: 'A1:Z1',
			style: { bold: true },
		});
		expect(words).toMatch(/goes beyond the sheet 'Sheet1'.*200 rows and the columns A to T/);
		expect(platform.calls.filter(({ method }) => method === 'PUT')).toEqual([]);
	});

	test('a range may name the sheet, and no other one', async () => {
		expect(await style("'Sheet1'!A1", { bold: true })).toMatchObject([{ ranges: ['A1:A1'] }]);
		expect(
			await refusalOn(platform, own, 'cellFormat:setStyle', { styledRanges: 'Second!A1', style: { bold: true } }),
		).toMatch(/names the sheet 'Second'/);
	});
});

test('cells are merged and come apart', async () => {
	await runOn(platform, own, 'cellFormat:merge', { mergedRange: 'A1:B2', mergeType: 'MERGE_ROWS' });
	expect(own.sheet.merges).toHaveLength(2);
	expect(await runOn(platform, own, 'sheet:get')).toMatchObject([{ merged_cells: ['A1:B1', 'A2:B2'] }]);
	await runOn(platform, own, 'cellFormat:unmerge', { mergedRange: 'A1:B9' });
	expect(own.sheet.merges).toEqual([]);
});

describe('dropdowns', () => {
	const set = async (dropdownRanges: string, more: object = {}) =>
		await runOn(platform, own, 'dropdown:set', { dropdownRanges, dropdownValues: 'open, done', ...more });
	const listed = async () => await runOn(platform, own, 'dropdown:getAll');

	test('are set, listed with their colors, changed and deleted', async () => {
		await set('C2:C10, E2', { dropdownOptions: { hues: '#ff0000, #ff0000', multiple: true } });
		expect(await listed()).toMatchObject([
			{ ranges: ['C2:C10'], values: ['open', 'done'], multiple: true, colors: { open: '#ff0000', done: '#ff0000' } },
			{ ranges: ['E2:E2'] },
		]);
		await runOn(platform, own, 'dropdown:update', { dropdownRanges: 'C2:C10', dropdownValues: ['new'] });
		expect((await listed()).map(({ values }) => values)).toEqual([['open', 'done'], ['new']]);
		expect(await runOn(platform, own, 'dropdown:delete', { dropdownRanges: 'C2:C5, E2:E2' })).toMatchObject([
			{ cells: 5 },
		]);
		expect((await listed()).map(({ ranges }) => ranges)).toEqual([['C6:C10']]);
	});

	test('a range that keeps its dropdown is told although the request succeeds', async () => {
		await set('C2:C10');
		const range = `${own.sheet.sheet_id}!C2:C10`;
		const results = [{ range, success: false, msg: 'Fail', updatedCells: 0 }];
		platform.simulator.faults.add({
			path: `/open-apis/sheets/v2/spreadsheets/${own.book.token}/dataValidation`,
			times: 1,
			action: answered({ rangeResults: results }),
		});
		expect(await refusalOn(platform, own, 'dropdown:delete', { dropdownRanges: 'C2:C10' })).toMatch(
			/left the dropdowns in C2:C10: Fail/,
		);
	});
});

describe('conditional formats', () => {
	const look = { conditionRanges: 'B2:B9', conditionStyle: { backColor: '#ff0000', textDecoration: '2' } };
	const create = async (conditionRule: string, conditionValues = '') =>
		await runOn(platform, own, 'conditionalFormat:create', { ...look, conditionRule, conditionValues });
	const listed = async () => await runOn(platform, own, 'conditionalFormat:getAll', { returnAll: true });

	test.each([
		['greaterThan', '100', 'cellIs', { operator: 'greaterThan', formula: ['100'] }],
		['equal', 'open', 'cellIs', { operator: 'equal', formula: ['"open"'] }],
		['between', '1, =A1', 'cellIs', { operator: 'between', formula: ['1', '=A1'] }],
		['beginsWith', 'A', 'containsText', { operator: 'beginsWith', text: 'A' }],
		['last7Days', '', 'timePeriod', { operator: 'is', time_period: 'last7Days' }],
	])('%s goes as the platform has it, and comes back as it was filled in', async (rule, values, rule_type, attr) => {
		await create(rule, values);
		expect(own.sheet.conditionFormats).toMatchObject([
			{ rule_type, attrs: [attr], style: { back_color: '#ff0000', text_decoration: 2 } },
		]);
		const given = values === '' ? [] : values.split(', ');
		expect(await listed()).toMatchObject([{ ranges: ['B2:B9'], rule, values: given }]);
	});

	test('are changed and deleted', async () => {
		const [{ cf_id } = {}] = await create('blank');
		const change = { ...look, conditionFormatId: cf_id as string, conditionRule: 'duplicate' };
		await runOn(platform, own, 'conditionalFormat:update', change);
		expect(await listed()).toMatchObject([{ cf_id, rule: 'duplicate' }]);
		await runOn(platform, own, 'conditionalFormat:delete', { conditionFormatId: cf_id as string });
		expect(await listed()).toEqual([]);
	});

	test('a refusal is told although the request succeeds', async () => {
		const unknown = { ...look, conditionRule: 'blank', conditionFormatId: 'nobody' };
		expect(await refusalOn(platform, own, 'conditionalFormat:update', unknown)).toMatch(/no such conditional format/);
		await create('blank');
		own.sheet.conditionFormats = Array.from({ length: 20 }, () => only(own.sheet.conditionFormats));
		expect(await refusalOn(platform, own, 'conditionalFormat:create', unknown)).toMatch(/as many .* as it may, 20/);
	});
});
