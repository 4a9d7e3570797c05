/** Rows and columns, each call with the way of counting that it has. */
import { type SheetFixture, startSheet } from '../../support/conformance/sheets';

let fixture: SheetFixture;
beforeEach(async () => {
	fixture = await startSheet();
	await fixture.write('A1:D1', [['A', 'B', 'C', 'D']]);
	await fixture.write('A1:A4', [['A'], ['2'], ['3'], ['4']]);
});
afterEach(() => fixture.simulator.close());

const lines = (majorDimension: string, startIndex: number, endIndex: number) => ({
	dimension: { sheetId: fixture.sheetId, majorDimension, startIndex, endIndex },
});
const column = async () => (await fixture.read('A1:A6')).flat();
const row = async () => (await fixture.read('A1:F1')).flat();
const grid = async () => {
	const { data } = await fixture.v2('GET', 'metainfo');
	const [sheet] = data.sheets as { rowCount: number; columnCount: number }[];
	return [sheet?.rowCount, sheet?.columnCount];
};

it('are added at the end', async () => {
	const dimension = { sheetId: fixture.sheetId, majorDimension: 'ROWS', length: 3 };
	const { data } = await fixture.v2('POST', 'dimension_range', { dimension });
	expect(data).toEqual({ addCount: 3, majorDimension: 'ROWS' });
	expect(await grid()).toEqual([203, 20]);
	expect(await column()).toEqual(['A', 2, 3, 4, null, null]);
	const tooMany = { dimension: { ...dimension, length: 5001 } };
	expect((await fixture.v2('POST', 'dimension_range', tooMany)).code).toBe(90226);
});

it('are inserted, counted from 0 without the end', async () => {
	await fixture.v2('POST', 'insert_dimension_range', lines('ROWS', 1, 3));
	expect(await column()).toEqual(['A', null, null, 2, 3, 4]);
	await fixture.v2('POST', 'insert_dimension_range', lines('COLUMNS', 1, 2));
	expect(await row()).toEqual(['A', null, 'B', 'C', 'D', null]);
	expect(await grid()).toEqual([202, 21]);
	expect((await fixture.v2('POST', 'insert_dimension_range', lines('ROWS', 3, 3))).code).toBe(90212);
});

it('are deleted, counted from 1 with the end; one stays', async () => {
	const { data } = await fixture.v2('DELETE', 'dimension_range', lines('ROWS', 2, 3));
	expect(data).toEqual({ delCount: 2, majorDimension: 'ROWS' });
	expect(await column()).toEqual(['A', 4, null, null, null, null]);
	await fixture.v2('DELETE', 'dimension_range', lines('COLUMNS', 2, 2));
	expect(await row()).toEqual(['A', 'C', 'D', null, null, null]);
	expect(await grid()).toEqual([198, 19]);
	expect((await fixture.v2('DELETE', 'dimension_range', lines('ROWS', 1, 198))).code).toBe(90212);
	expect((await fixture.v2('DELETE', 'dimension_range', lines('ROWS', 0, 1))).code).toBe(90212);
});

it('are hidden and sized, counted from 1 with the end', async () => {
	const dimensionProperties = { visible: false, fixedSize: 40 };
	await fixture.v2('PUT', 'dimension_range', { ...lines('ROWS', 2, 3), dimensionProperties });
	const sheet = fixture.simulator.store.sheets.all.get(fixture.token)?.sheets[0];
	expect(sheet?.rows.slice(0, 4).map(({ hidden, size }) => [hidden, size])).toEqual([
		[false, undefined],
		[true, 40],
		[true, 40],
		[false, undefined],
	]);
	expect((await fixture.v2('PUT', 'dimension_range', lines('ROWS', 2, 3))).code).toBe(90216);
});

it.each([
	['ROWS', 1, 2, 0, [2, 3, 'A', 4, null, null]],
	['ROWS', 0, 1, 4, [3, 4, 'A', 2, null, null]],
	['COLUMNS', 0, 0, 3, ['B', 'C', 'A', 'D', null, null]],
] as const)(
	'are moved (%s %i to %i before %i), counted from 0 with the end',
	async (major, start, end, to, expected) => {
		const path = { spreadsheet_token: fixture.token, sheet_id: fixture.sheetId };
		const source = { major_dimension: major, start_index: start, end_index: end };
		await fixture.sdk.sheets.v3.spreadsheetSheet.moveDimension({ path, data: { source, destination_index: to } });
		expect(await (major === 'ROWS' ? column() : row())).toEqual(expected);
	},
);
