import { csvRows } from '../../../../feishu/sheets/csvRows';
import { enteredRows } from '../../../../feishu/sheets/enteredRows';
import { evenFormats } from '../../../../feishu/sheets/evenFormats';
import { checkColumns, rowFits } from '../../../../feishu/sheets/rowFilter';

describe('CSV', () => {
	it.each<[string, string, string[][]]>([
		[
			'commas',
			'a,b\nc,d\n',
			[
				['a', 'b'],
				['c', 'd'],
			],
		],
		[
			'semicolons',
			'a;b,c;x\r\nd;e',
			[
				['a', 'b,c', 'x'],
				['d', 'e'],
			],
		],
		['tabs', 'a\tb', [['a', 'b']]],
		[
			'quotes',
			'"a ""b"", c",\n"two\nlines",x',
			[
				['a "b", c', ''],
				['two\nlines', 'x'],
			],
		],
		['empty lines and a mark at the beginning', '\uFEFFa\n\n \nb', [['a'], ['b']]],
		['nothing', ' ', []],
	])('with %s', (_what, text, rows) => {
		expect(csvRows('CSV', text)).toEqual(rows);
	});

	it('with an open quotation mark is refused', () => {
		expect(() => csvRows('CSV', 'a,"b')).toThrow("The field 'CSV' opens a quotation mark that nothing closes");
	});
});

describe('Numbers of rows', () => {
	it.each<[unknown, number[]]>([
		[5, [5]],
		['2, 5-7', [2, 5, 6, 7]],
		['7:5', [5, 6, 7]],
		['3，3', [3]],
		[
			[4, '2'],
			[2, 4],
		],
	])('%j', (entered, rows) => {
		expect(enteredRows('Rows', entered)).toEqual(rows);
	});

	it.each(['', 'x', '0', '-1', '1.5', '2-'])('%j is none', (entered) => {
		expect(() => enteredRows('Rows', entered)).toThrow(/The field 'Rows' (?:is empty|names no row)/);
	});
});

describe('The formats of new rows', () => {
	const day = (value: number) => ({ value, format: 'yyyy/MM/dd' });

	it('are those of their column where it has one', () => {
		expect(evenFormats([[day(1), { value: 1 }], [undefined, { value: 2 }], [{ value: 'x' }]])).toEqual([
			[day(1), { value: 1 }],
			[{ value: '', format: 'yyyy/MM/dd' }, { value: 2 }],
			[{ value: 'x', format: 'yyyy/MM/dd' }, undefined],
		]);
	});

	it('stay where a number would look otherwise, or there are two', () => {
		const rows = [
			[day(1), day(2)],
			[{ value: 5 }, { value: '007', format: '@' }],
		];
		expect(evenFormats(rows)).toEqual(rows);
	});
});

describe('Conditions', () => {
	const fits = (operator: string, value: unknown, cell: unknown) =>
		rowFits(
			{ conjunction: 'and', conditions: [{ column: 'c', operator: operator as 'equals', value }] },
			'Asia/Shanghai',
		)({ c: cell });

	it.each<[string, unknown, unknown, boolean]>([
		['equals', '7', 7, true],
		['equals', '7', '007', false],
		['equals', '007', '007', true],
		['equals', '', null, true],
		['equals', 'x', null, false],
		['equals', true, 'TRUE', true],
		['equals', 'Site', { text: 'Site', link: 'https://x' }, true],
		['contains', 'ADA', [{ mention: 'ou_1', name: 'Ada' }], true],
		['equals', '2026-01-31', '2026-01-31T23:30:00.000+08:00', true],
		['equals', '2026-01-31T15:30:00Z', '2026-01-31T23:30:00.000+08:00', true],
		['less', '2026-02-01', '2026-01-31', true],
		['greater', '5', 'words', false],
		['notEquals', 'a', 'b', true],
		['notContains', 'a', null, true],
		['empty', undefined, '', true],
		['notEmpty', undefined, 0, true],
	])('%s %j of %j', (operator, value, cell, expected) => {
		expect(fits(operator, value, cell)).toBe(expected);
	});

	it.each([
		['greater', 'abc', "The field 'Value' holds neither a number nor a date: abc"],
		['lessOrEqual', '', "The field 'Value' is empty"],
	])('%s takes no %j', (operator, value, words) => {
		expect(() => fits(operator, value, 1)).toThrow(words);
	});

	it('without any all rows fit', () => {
		expect(rowFits({ conjunction: 'or', conditions: [] }, 'UTC')({})).toBe(true);
	});

	it('name columns that there are', () => {
		expect(() => checkColumns(['a', 'b'], ['a'])).toThrow("The sheet has no column 'b'");
	});
});
