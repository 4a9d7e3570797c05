import { areaOf, areaText, columnLetters, columnNumber } from '../../../../feishu/sheets/a1';
import { answeredRange, enteredRange } from '../../../../feishu/sheets/enteredRange';
import { blocksOf, halvesOf, rowsAtOnce } from '../../../../feishu/sheets/rowWindows';
import { thrownBy } from '../../../support/feishuCalls';

it.each([
	[1, 'A'],
	[26, 'Z'],
	[27, 'AA'],
	[52, 'AZ'],
	[702, 'ZZ'],
	[703, 'AAA'],
	[13_000, 'SEZ'],
])('Column %d is %s', (number, letters) => {
	expect(columnLetters(number)).toBe(letters);
	expect(columnNumber(letters)).toBe(number);
	expect(columnNumber(letters.toLowerCase())).toBe(number);
});

it.each(['', 'A1', '1', 'ABCDE', 'Ä'])('%p are no letters of a column', (letters) => {
	expect(columnNumber(letters)).toBeNaN();
});

it('Each column has its own letters', () => {
	const columns = Array.from({ length: 13_000 }, (_, at) => at + 1);
	expect(columns.map((column) => columnNumber(columnLetters(column)))).toEqual(columns);
});

it.each([
	['A1:C3', { column: 1, row: 1, lastColumn: 3, lastRow: 3 }, 'id!A1:C3'],
	['c2', { column: 3, row: 2, lastColumn: 3, lastRow: 2 }, 'id!C2:C2'],
	['$A$1:$C$3', { column: 1, row: 1, lastColumn: 3, lastRow: 3 }, 'id!A1:C3'],
	['C3 : A1', { column: 1, row: 1, lastColumn: 3, lastRow: 3 }, 'id!A1:C3'],
	['C1:A3', { column: 1, row: 1, lastColumn: 3, lastRow: 3 }, 'id!A1:C3'],
	['A:C', { column: 1, row: 1, lastColumn: 3 }, 'id!A:C'],
	['C:A', { column: 1, row: 1, lastColumn: 3 }, 'id!A:C'],
	['A2:C', { column: 1, row: 2, lastColumn: 3 }, 'id!A2:C'],
	['4:2', { column: 1, row: 2, lastRow: 4 }, 'id!A2:T4'],
])('%s is an area, and is written so that every call reads it', (written, area, text) => {
	expect(areaOf(written)).toEqual(area);
	expect(areaText('id', area, 20)).toBe(text);
});

it('Areas without ends are written with those of the sheet', () => {
	expect(areaText('id', { column: 1, row: 1 })).toBe('id');
	expect(areaText('id', { column: 2, row: 3 }, 5)).toBe('id!B3:E');
	expect(areaText('id', { column: 2, row: 1 })).toBe('id!B:SEZ');
});

it.each(['', 'A', '1', 'A0', 'A1:', ':A1', 'A1:B2:C3', 'A1:3', 'A:3', 'A:C5', 'A1,B2', 'SFA1:SFA2', 'Name', 'A-1'])(
	'%p names no area',
	(written) => expect(areaOf(written)).toBeUndefined(),
);

it.each([
	['', {}],
	[' A1:C3 ', { area: { column: 1, row: 1, lastColumn: 3, lastRow: 3 } }],
	['Q7PlXT!C2', { sheet: 'Q7PlXT', area: { column: 3, row: 2, lastColumn: 3, lastRow: 2 } }],
	['Q7PlXT！A：C', { sheet: 'Q7PlXT', area: { column: 1, row: 1, lastColumn: 3 } }],
	["'Ann''s list!'!a1:b2", { sheet: "Ann's list!", area: { column: 1, row: 1, lastColumn: 2, lastRow: 2 } }],
	['Q7PlXT!', { sheet: 'Q7PlXT' }],
])('%s as it is entered', (entered, expected) => {
	expect(enteredRange('Range', entered)).toEqual(expected);
});

it.each(['Name', '!A1', 'Q7PlXT!A1:3', 'A1;B2', "''!A1"])('%s is refused', (entered) => {
	expect(thrownBy(() => enteredRange('Range', entered))).toMatchObject({
		field: 'Range',
		message: `The field 'Range' holds no range: ${entered}`,
		advice: expect.stringContaining('A1:C3') as string,
	});
});

it('What the platform answers is told', () => {
	const area = { column: 1, row: 5, lastColumn: 3, lastRow: 7 };
	expect(answeredRange('Q7PlXT!A5:C7')).toEqual({ sheet: 'Q7PlXT', area });
	for (const other of ['A5:C7', 'Q7PlXT!', '', undefined, 7]) expect(answeredRange(other)).toBeUndefined();
});

describe('Windows', () => {
	it('take 5,000 rows and 100 columns at most, and all of them together everything', () => {
		const blocks = blocksOf({ column: 2, row: 2, lastColumn: 111, lastRow: 10_002 });
		expect(blocks.map((block) => areaText('id', block))).toEqual([
			'id!B2:CW5001',
			'id!CX2:DG5001',
			'id!B5002:CW10001',
			'id!CX5002:DG10001',
			'id!B10002:CW10002',
			'id!CX10002:DG10002',
		]);
		expect(blocksOf({ column: 1, row: 2, lastColumn: 1, lastRow: 1 })).toEqual([]);
		expect(blocksOf({ column: 1, row: 1, lastColumn: 1, lastRow: 3 }, 2)).toHaveLength(2);
	});

	it('get smaller where rows are large, and never empty', () => {
		expect(rowsAtOnce(0, 0)).toBe(5000);
		expect(rowsAtOnce(100, 10_000)).toBe(5000);
		expect(rowsAtOnce(1000, 10 * 1024 * 1024)).toBe(700);
		expect(rowsAtOnce(1, 100 * 1024 * 1024)).toBe(1);
	});

	it('are halved until a single row is left', () => {
		const columns = { column: 1, lastColumn: 2 };
		expect(halvesOf({ ...columns, row: 3, lastRow: 7 })).toEqual([
			{ ...columns, row: 3, lastRow: 5 },
			{ ...columns, row: 6, lastRow: 7 },
		]);
		expect(halvesOf({ ...columns, row: 3, lastRow: 4 })?.map(({ row }) => row)).toEqual([3, 4]);
		expect(halvesOf({ ...columns, row: 3, lastRow: 3 })).toBeUndefined();
	});
});
