/** Rows that are added below and above. */
import { type SheetFixture, startSheet } from '../../support/conformance/sheets';

let fixture: SheetFixture;
beforeEach(async () => {
	fixture = await startSheet();
});
afterEach(() => fixture.simulator.close());

type Rows = readonly (readonly unknown[])[];

const add = (call: string, cells: string, values: Rows, query = '') =>
	fixture.v2('POST', `values_${call}${query}`, { valueRange: { range: `${fixture.sheetId}!${cells}`, values } });
const rowCount = async () => ((await fixture.v2('GET', 'metainfo')).data.sheets as { rowCount: number }[])[0]?.rowCount;

const INSERT = '?insertDataOption=INSERT_ROWS';
const GAP: Rows = [
	['a', 1],
	['', ''],
	['b', 2],
	['c', 3],
];

describe('appending', () => {
	it('writes to the first blank place, and over what stands below a gap that is too small', async () => {
		await fixture.write('A1:B4', GAP);
		const { data } = await add('append', 'A1:B1', [
			['x', 8],
			['y', 9],
		]);
		expect(data).toMatchObject({
			spreadsheetToken: fixture.token,
			tableRange: `${fixture.sheetId}!A1:B3`,
			updates: { updatedRange: `${fixture.sheetId}!A2:B3`, updatedRows: 2, updatedColumns: 2, updatedCells: 4 },
		});
		expect(await fixture.read('A1:B4')).toEqual([
			['a', 1],
			['x', 8],
			['y', 9],
			['c', 3],
		]);
		expect(await rowCount()).toBe(200);
	});

	it('inserts rows where that is asked for, and moves down what stands below', async () => {
		await fixture.write('A1:B4', GAP);
		const { data } = await add(
			'append',
			'A1:B1',
			[
				['x', 8],
				['y', 9],
			],
			INSERT,
		);
		expect(data.updates).toMatchObject({ updatedRange: `${fixture.sheetId}!A2:B3` });
		expect(await fixture.read('A1:B6')).toEqual([
			['a', 1],
			['x', 8],
			['y', 9],
			[null, null],
			['b', 2],
			['c', 3],
		]);
		expect(await rowCount()).toBe(202);
	});

	it('looks at the first column of the range alone', async () => {
		await fixture.write('A1:B2', [
			['a', 1],
			['', 2],
		]);
		await add('append', 'A:B', [['x', 9]]);
		expect(await fixture.read('A1:B2')).toEqual([
			['a', 1],
			['x', 9],
		]);
	});

	it('gives a full sheet more rows, but no columns', async () => {
		await fixture.write('A199:A200', [['a'], ['b']]);
		const { data } = await add('append', 'A199:A200', [['c'], ['d']]);
		expect(data.updates).toMatchObject({ updatedRange: `${fixture.sheetId}!A201:A202` });
		expect(await rowCount()).toBe(202);
		expect((await add('append', 'A1:U1', [['x']])).code).toBe(90202);
	});

	it('adds no rows where the values are refused', async () => {
		expect((await add('append', 'A1:A1', [['x'.repeat(50_001)]], INSERT)).code).toBe(90222);
		expect(await rowCount()).toBe(200);
	});

	it.each([
		['formatted', '007'],
		['plain', 7],
	] as const)('inserts rows that are %s', async (sheetInserted, expected) => {
		await fixture.settings({ sheetInserted });
		const range = `${fixture.sheetId}!A1:A1`;
		await fixture.v2('PUT', 'style', { appendStyle: { range, style: { formatter: '@' } } });
		await fixture.write('A1:A1', [['001']]);
		await add('append', 'A1:A1', [['007']], INSERT);
		expect(await fixture.read('A1:A2')).toEqual([['001'], [expected]]);
	});
});

test('prepending puts rows above the range', async () => {
	await fixture.write('A1:A3', [['head'], ['a'], ['b']]);
	const { data } = await add('prepend', 'A2:A2', [['x'], ['y']]);
	expect(data.updates).toMatchObject({ updatedRange: `${fixture.sheetId}!A2:A3`, updatedRows: 2 });
	expect(await fixture.read('A1:A5')).toEqual([['head'], ['x'], ['y'], ['a'], ['b']]);
	expect(await rowCount()).toBe(202);
});
