import { headerOf, rowsBelowHeader } from '../../../../feishu/sheets/headerRows';
import { rowsByHeader } from '../../../../feishu/sheets/rowsByHeader';
import { plainSheetCell } from '../../../../feishu/sheets/readCell';
import { thrownBy } from '../../../support/feishuCalls';

const plain = (cell: unknown) => plainSheetCell(cell, { timeZone: 'UTC' });

describe('A header', () => {
	it.each<[string, unknown[], number, string[]]>([
		['names as they stand', ['Name', 'City'], 0, ['Name', 'City']],
		['blanks around them', [' Name\n', 'First city'], 0, ['Name', 'First city']],
		['numbers', [2024, true], 0, ['2024', 'true']],
		['none in between', ['a', null, 'c'], 0, ['a', 'col_1', 'c']],
		['one twice', ['a', 'b', 'a', 'a'], 0, ['a', 'b', 'col_2', 'col_3']],
		['none at the end', ['a', null, null], 0, ['a']],
		['none above values', ['a', null], 3, ['a', 'col_1', 'col_2']],
		[
			'one like those without',
			['col_1', '', 'col_2_', 'col_2', 'a', 'a'],
			0,
			['col_1', 'col_1_', 'col_2_', 'col_2', 'a', 'col_5'],
		],
		['that of the row number', ['row_number', 'a'], 0, ['col_0', 'a']],
		['a link', [[{ type: 'url', text: 'Site', link: 'https://x' }]], 0, ['Site']],
		['somebody', [[{ type: 'mention', text: '@Ada', token: 'ou_1' }]], 0, ['Ada']],
		[
			'styled',
			[
				[
					{ type: 'text', text: 'a' },
					{ type: 'text', text: 'b' },
				],
			],
			0,
			['ab'],
		],
		['nothing at all', [], 0, []],
	])('with %s', (_what, cells, width, names) => {
		expect(headerOf(cells, width).names).toEqual(names);
	});
});

describe('Rows below it', () => {
	const values = [
		['A report', null, null],
		['Name', 'Age', 'Name'],
		['Ada', 36, null],
		[null, null, ''],
		['Bo', null, null, 'note'],
		[null, 0, null],
		[null, null, null],
	];

	it('are objects with their numbers, without the empty ones', () => {
		expect(rowsBelowHeader({ values, firstRow: 1, headerRow: 2 }, plain).rows).toEqual([
			{ row_number: 3, Name: 'Ada', Age: 36, col_2: null, col_3: null },
			{ row_number: 5, Name: 'Bo', Age: null, col_2: null, col_3: 'note' },
			{ row_number: 6, Name: null, Age: 0, col_2: null, col_3: null },
		]);
	});

	it('begin where somebody says, and count from where the values do', () => {
		const { rows, header } = rowsBelowHeader(
			{ values, firstRow: 11, firstColumn: 3, headerRow: 12, dataRow: 15 },
			plain,
		);
		expect(rows.map(({ row_number }) => row_number)).toEqual([15, 16]);
		expect(header.column).toBe(3);
	});

	it('go under a header that was read by itself', () => {
		const header = headerOf(['a', 'b']);
		const { rows } = rowsBelowHeader({ values: [['x', 1]], firstRow: 5001, headerRow: 1, header }, plain);
		expect(rows).toEqual([{ row_number: 5001, a: 'x', b: 1 }]);
	});

	it('tell the reader of cells their column, and hold a column of any name', () => {
		const { rows } = rowsBelowHeader(
			{ values: [['__proto__'], ['x']], firstRow: 1, headerRow: 1 },
			(cell, column) => `${column}: ${String(cell)}`,
		);
		expect(Object.entries(rows[0] ?? {})).toEqual([
			['row_number', 2],
			['__proto__', '__proto__: x'],
		]);
	});

	it('are none without a header and without values', () => {
		expect(rowsBelowHeader({ values: [], firstRow: 1, headerRow: 1 }, plain).rows).toEqual([]);
	});

	it('may be more than a function takes arguments', () => {
		const many = Array.from({ length: 200_001 }, (_, at) => (at === 0 ? ['a'] : [at]));
		expect(rowsBelowHeader({ values: many, firstRow: 1, headerRow: 1 }, plain).rows).toHaveLength(200_000);
	});
});

describe('Entries', () => {
	const header = headerOf(['Name', null, 'City']);

	it('become rows of cells; what they do not name is left alone', () => {
		const entries = [
			{ City: 'x', ' Name ': 'Ada', row_number: 7 },
			{ col_1: '', City: undefined },
		];
		const { rows, added } = rowsByHeader(header, entries, 'refuse');
		expect(rows).toEqual([
			['Ada', undefined, 'x'],
			[undefined, '', undefined],
		]);
		expect(added.names).toEqual([]);
	});

	const extra = [
		{ Name: 'Ada', Zip: 1 },
		{ Zip: 2, Phone: 3, Fax: undefined },
	];

	it('add columns behind the others', () => {
		const arranged = rowsByHeader({ ...header, column: 2 }, extra, 'add');
		expect(arranged.added).toEqual({ column: 5, names: ['Zip', 'Phone'] });
		expect(arranged.header).toEqual({ column: 2, names: ['Name', 'col_1', 'City', 'Zip', 'Phone'] });
		expect(arranged.rows).toEqual([
			['Ada', undefined, undefined, 1, undefined],
			[undefined, undefined, undefined, 2, 3],
		]);
	});

	it('make the columns of an empty sheet', () => {
		const arranged = rowsByHeader(headerOf([]), [{ b: 1, a: 2 }], 'add');
		expect(arranged.added).toEqual({ column: 1, names: ['b', 'a'] });
		expect(arranged.rows).toEqual([[1, 2]]);
	});

	it('leave out what has no column', () => {
		const arranged = rowsByHeader(header, extra, 'leaveOut');
		expect(arranged.header.names).toEqual(header.names);
		expect(arranged.rows).toEqual([
			['Ada', undefined, undefined],
			[undefined, undefined, undefined],
		]);
	});

	it('are refused with the columns that there are', () => {
		expect(thrownBy(() => rowsByHeader(header, extra, 'refuse'))).toMatchObject({
			field: 'Zip',
			message: "The sheet has no column 'Zip', nor 1 more that the values have",
			advice: 'It has Name, col_1, City',
		});
		expect(thrownBy(() => rowsByHeader(headerOf([]), [{ a: 1 }], 'refuse'))).toMatchObject({
			message: "The sheet has no column 'a'",
			advice: expect.stringContaining('header row is empty') as string,
		});
	});
});
