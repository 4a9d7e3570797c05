import { formatsOf, valuesOf, type WrittenRow } from '../../../../feishu/sheets/cellFormats';
import { runsToDelete } from '../../../../feishu/sheets/rowRuns';
import { runsAtOnce, runsOf, valueRange, type RowChange } from '../../../../feishu/sheets/writeRuns';

const __ = undefined;
const ranges = (changes: RowChange[], column?: number) => runsOf(changes, column).map((run) => valueRange('id', run));
const change = (row_number: number, ...cells: unknown[]): RowChange => ({ row_number, cells });

describe('Ranges to write', () => {
	it('hold no cell that nobody named', () => {
		expect(ranges([change(3, 'a', 'b', __, 'd', __)])).toEqual([
			{ range: 'id!A3:B3', values: [['a', 'b']] },
			{ range: 'id!D3:D3', values: [['d']] },
		]);
		expect(ranges([change(3), change(4, __, __)])).toEqual([]);
	});

	it('hold cells that are to be emptied', () => {
		expect(ranges([change(3, '', null)])).toEqual([{ range: 'id!A3:B3', values: [['', null]] }]);
	});

	it('join rows that follow each other, in whichever order they come', () => {
		expect(ranges([change(5, __, 'x'), change(3, 'a', 'b'), change(4, 'c', 'd'), change(7, __, 'y')], 2)).toEqual([
			{
				range: 'id!B3:C4',
				values: [
					['a', 'b'],
					['c', 'd'],
				],
			},
			{ range: 'id!C5:C5', values: [['x']] },
			{ range: 'id!C7:C7', values: [['y']] },
		]);
	});

	it('join each run of columns for itself', () => {
		expect(ranges([change(1, 'a', __, 'b'), change(2, 'c', __, 'd'), change(3, 'e')])).toEqual([
			{ range: 'id!A1:A3', values: [['a'], ['c'], ['e']] },
			{ range: 'id!C1:C2', values: [['b'], ['d']] },
		]);
	});

	it('do not join what a row lies between', () => {
		expect(ranges([change(1, 'a'), change(2, __, 'b'), change(3, 'c')]).map(({ range }) => range)).toEqual([
			'id!A1:A1',
			'id!B2:B2',
			'id!A3:A3',
		]);
	});

	it('hold a row once, the later change over the earlier', () => {
		expect(ranges([change(2, 'a', 'b'), change(2, __, 'c', 'd')])).toEqual([
			{ range: 'id!A2:C2', values: [['a', 'c', 'd']] },
		]);
	});

	it('are no wider than a call takes', () => {
		const wide = ranges([change(1, ...Array.from({ length: 205 }, (_, at) => at))]);
		expect(wide.map(({ range }) => range)).toEqual(['id!A1:CV1', 'id!CW1:GR1', 'id!GS1:GW1']);
		expect(wide.flatMap(({ values }) => values.flat())).toEqual(Array.from({ length: 205 }, (_, at) => at));
	});

	it('of 10,000 rows go in two calls', () => {
		const together = runsOf(Array.from({ length: 10_000 }, (_, at) => change(at + 2, at)));
		expect(runsAtOnce(together).map((runs) => runs.map((run) => valueRange('id', run).range))).toEqual([
			['id!A2:A5001'],
			['id!A5002:A10001'],
		]);
		const apart = runsOf(Array.from({ length: 10_000 }, (_, at) => change(2 * at + 2, at)));
		expect(runsAtOnce(apart).map((runs) => runs.length)).toEqual([5000, 5000]);
		expect(runsAtOnce([])).toEqual([]);
	});
});

it.each<[number[], Array<[number, number]>]>([
	[[], []],
	[[5], [[5, 5]]],
	[
		[3, 9, 4, 2, 9, 8],
		[
			[8, 9],
			[2, 4],
		],
	],
])('Rows %p are deleted from below', (rows, runs) => {
	expect(runsToDelete(rows)).toEqual(runs.map(([startIndex, endIndex]) => ({ startIndex, endIndex })));
});

it('Formats are set where cells need them, each once', () => {
	const text = (value: string) => ({ value, format: '@' });
	const day = (value: number) => ({ value, format: 'yyyy/MM/dd' });
	const rows: WrittenRow[] = [
		{ row_number: 2, cells: [text('007'), { value: 1 }, day(45_000)] },
		{ row_number: 3, cells: [text('008'), __, day(45_001)] },
		{ row_number: 5, cells: [{ value: 9 }, text('1.50'), __] },
	];
	expect(formatsOf('id', rows)).toEqual([
		{ ranges: ['id!A2:A3', 'id!B5:B5'], style: { formatter: '@' } },
		{ ranges: ['id!C2:C3'], style: { formatter: 'yyyy/MM/dd' } },
	]);
	expect(formatsOf('id', rows, 2)[1]?.ranges).toEqual(['id!D2:D3']);
	expect(valuesOf(rows)).toEqual([
		{ row_number: 2, cells: ['007', 1, 45_000] },
		{ row_number: 3, cells: ['008', __, 45_001] },
		{ row_number: 5, cells: [9, '1.50', __] },
	]);
	expect(formatsOf('id', [{ row_number: 2, cells: [{ value: 1 }] }])).toEqual([]);
});
