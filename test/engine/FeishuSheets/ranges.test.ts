/** Ranges as lists of values: read, written from a place on, put in above a row, emptied. */
import { usePlatform } from '../../support/engine';
import { OwnSheet } from '../../support/engine/sheetRuns';

const platform = usePlatform();

let own: OwnSheet;
beforeEach(() => {
	own = new OwnSheet(platform, ['Name', 'n'], ['Ada', 1], ['Bob', 2]);
});

const give = async (operation: string, parameters: object, items?: ReadonlyArray<{ json: object }>) =>
	await own.give(operation, parameters as never, { items: items as never }, 'range');
const json = (values: unknown) => ({ valuesFrom: 'json', valuesJson: JSON.stringify(values) });

describe('Read', () => {
	test('refuses a range that the sheet does not have, with its size', async () => {
		const { error } = await own.run('read', { readRanges: 'ZZ1:ZZ5' }, {}, 'range');
		expect(error?.message).toBe("The field 'Ranges' goes beyond the sheet");
		expect(error?.description).toContain('200 rows and the columns A to T');
	});

	test('gives lists of values, a range an item, and the empty end of none', async () => {
		const other = own.addSheet('Other sheet');
		other.rows[0]!.cells[0] = { content: 46_053, formatter: 'yyyy/MM/dd' };
		const items = await give('read', { readRanges: "A1:B2, $a$2:B, 'Other sheet'!A:A" });
		expect(items).toEqual([
			{
				range: 'A1:B2',
				sheet_id: own.sheet.sheet_id,
				values: [
					['Name', 'n'],
					['Ada', 1],
				],
			},
			{
				range: 'A2:B3',
				sheet_id: own.sheet.sheet_id,
				values: [
					['Ada', 1],
					['Bob', 2],
				],
			},
			{ range: 'A1:A1', sheet_id: other.sheet_id, values: [['2026-01-31']] },
		]);
		const [raw] = await give('read', { readRanges: 'Other sheet！A1：A1', options: { cells: 'raw' } });
		expect(raw?.values).toEqual([[46_053]]);
	});

	test('gives objects with the first row as keys', async () => {
		expect(await give('read', { readAs: 'objects' })).toEqual([
			{ range: 'A1:T3', row_number: 2, Name: 'Ada', n: 1 },
			{ range: 'A1:T3', row_number: 3, Name: 'Bob', n: 2 },
		]);
	});
});

describe('Write', () => {
	test('takes items as rows below each other, with one request', async () => {
		const items = await give('write', { writtenRange: 'C2', itemKeys: 'a, b' }, [
			{ json: { b: 2, a: '007' } },
			{ json: { a: 3, b: null } },
		]);
		expect(own.contents).toEqual([
			['Name', 'n'],
			['Ada', 1, '007', 2],
			['Bob', 2, 3],
		]);
		expect(own.writes).toEqual(['styles_batch_update', 'values_batch_update']);
		expect(items).toEqual([
			{ range: 'C2:D2', sheet_id: own.sheet.sheet_id, rows: 1, columns: 2 },
			{ range: 'C3:D3', sheet_id: own.sheet.sheet_id, rows: 1, columns: 2 },
		]);
	});

	test('takes rows as JSON: null leaves a cell, "" empties it', async () => {
		await give('write', {
			writtenRange: 'A2:B3',
			...json([
				[null, 10],
				['', '2026-01-31'],
			]),
		});
		expect(own.contents).toEqual([
			['Name', 'n'],
			['Ada', 10],
			[null, 46_053],
		]);
	});

	test('takes objects, whose keys are the first row, and CSV', async () => {
		await give('write', { writtenRange: 'A1', ...json([{ x: 1 }, { x: 2, y: 3 }]) });
		expect(own.contents).toEqual([
			['x', 'y'],
			[1, 1],
			[2, 3],
		]);
		await give('write', { writtenRange: 'A1', valuesFrom: 'csv', csv: 'a;b\n"1;2";3\n' });
		expect(own.contents).toEqual([
			['a', 'b'],
			['1;2', 3],
			[2, 3],
		]);
	});

	test('makes the sheet as large as it needs', async () => {
		await give('write', { writtenRange: 'Z250', ...json([[1, 2]]) });
		expect(own.cell(250, 27)?.content).toBe(2);
		expect([own.sheet.rows.length, own.sheet.columns.length]).toEqual([250, 27]);
	});
});

test('Append adds rows below everything, also beside the first column', async () => {
	const [item] = await give('append', {
		appendedColumns: 'B:C',
		...json([
			['x', '008'],
			['y', null],
		]),
	});
	expect(own.contents.slice(3)).toEqual([
		[null, 'x', '008'],
		[null, 'y'],
	]);
	expect(item).toEqual({ range: 'B4:C5', sheet_id: own.sheet.sheet_id, rows: 2, columns: 2 });
});

describe('Insert Above', () => {
	test('moves down what stands there', async () => {
		const [item] = await give('insertAbove', {
			insertedAbove: 'A2',
			...json([
				['x', '007'],
				['y', 2],
			]),
		});
		expect(own.contents).toEqual([
			['Name', 'n'],
			['x', '007'],
			['y', 2],
			['Ada', 1],
			['Bob', 2],
		]);
		expect(item?.range).toBe('A2:B3');
	});

	test.each(['dropBefore', 'dropAfter', 'truncate'] as const)(
		'happens once where an answer is lost (%s)',
		async (type) => {
			platform.simulator.faults.add({ path: '*/values_prepend', times: 1, action: { type } });
			await give('insertAbove', { insertedAbove: 'A2', ...json([['x', 1]]) });
			expect(own.column(1)).toEqual(['x', 'Ada', 'Bob']);
		},
	);
});

test('Write Several writes into several sheets at once', async () => {
	const other = own.addSheet('Other');
	const part = [
		{ range: 'B2', valuesJson: '[[10], [20]]' },
		{ range: 'Other!A1:B1', valuesJson: '["x", true]' },
	];
	const [item] = await give('writeSeveral', { ranges: { part } });
	expect(own.column(2)).toEqual([10, 20]);
	expect(other.rows[0]?.cells.map((cell) => cell?.content)).toEqual(['x', true]);
	expect(own.writes).toEqual(['values_batch_update']);
	expect(item).toEqual({ ranges: [`${own.sheet.sheet_id}!B2:B3`, `${other.sheet_id}!A1:B1`], cells: 4 });
});

test('Clear empties ranges', async () => {
	const [item] = await give('clear', { clearedRanges: 'A2:A3, B3' });
	expect(own.contents).toEqual([
		['Name', 'n'],
		[null, 1],
	]);
	expect(item).toMatchObject({ cleared: true });
});
