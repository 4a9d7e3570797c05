/** What is written to cells, and how it is read. */
import { type SheetFixture, startSheet } from '../../support/conformance/sheets';

let fixture: SheetFixture;
beforeAll(async () => {
	fixture = await startSheet();
});
afterAll(() => fixture.simulator.close());

const one = async (given: unknown, query?: string) => {
	await fixture.write('C3:C3', [['']]);
	expect((await fixture.write('C3:C3', [[given]])).code).toBe(0);
	return (await fixture.read('C3:C3', query))[0]?.[0];
};
const style = (cells: string, formatter: string) =>
	fixture.v2('PUT', 'style', { appendStyle: { range: `${fixture.sheetId}!${cells}`, style: { formatter } } });

describe('a cell', () => {
	const url = (text: string, link: string) => [{ type: 'url', text, link }];
	it.each([
		['a text', 'words', 'words'],
		['a number', 1.5, 1.5],
		['a boolean', true, true],
		['digits, which become a number', '007', 7],
		['more digits than a number holds', '123456789012345678', 123456789012345680],
		['a text alone in a segment', [{ type: 'text', text: '12.10' }], 12.1],
		['a date, which stays a text', '2026-01-31', '2026-01-31'],
		['a formula that is only written so', '=1+1', '=1+1'],
		['an address', 'https://example.com', url('https://example.com', 'https://example.com')],
		['an e-mail address', 'a@example.com', url('a@example.com', 'mailto:a@example.com')],
		['a link', { type: 'url', text: 'here', link: 'https://example.com' }, url('here', 'https://example.com')],
		['an empty text', '', null],
		['values without a dropdown', { type: 'multipleValue', values: ['a', 'b'] }, 'a,b'],
	])('with %s', async (_what, given, expected) => {
		expect(await one(given)).toEqual(expected);
	});

	it('that is formatted as text keeps digits', async () => {
		await style('D1:D2', '@');
		await fixture.write('D1:D2', [['007'], ['123456789012345678']]);
		expect(await fixture.read('D1:D2')).toEqual([['007'], ['123456789012345678']]);
		await fixture.settings({ sheetDigits: 'kept' });
		expect(await one('007')).toBe('007');
		await fixture.settings({ sheetDigits: 'guessed' });
	});

	it('is as it was after null, and empty after an empty text', async () => {
		await fixture.write('A1:B1', [['x', 'y']]);
		await fixture.write('A1:B1', [[null, '']]);
		expect(await fixture.read('A1:B1')).toEqual([['x', null]]);
		await fixture.settings({ sheetNull: 'cleared' });
		await fixture.write('A1:A1', [[null]]);
		expect(await fixture.read('A1:A1')).toEqual([[null]]);
		await fixture.settings({ sheetNull: 'kept' });
	});

	it('with a boolean is a boolean or a text', async () => {
		expect(await one(false, '?valueRenderOption=ToString')).toBe('FALSE');
		await fixture.settings({ sheetBooleans: 'text' });
		expect(await one(true)).toBe('TRUE');
		await fixture.settings({ sheetBooleans: 'boolean' });
	});

	it('mentions people of the company, by the kind of ID that is asked for', async () => {
		const text = fixture.members[0] ?? '';
		const given = { type: 'mention', text, textType: 'openId', notify: false };
		expect(await one(given, '?user_id_type=open_id')).toMatchObject([{ type: 'mention', text, textType: 'openId' }]);
		expect(await one(given)).toMatchObject([{ textType: 'userId', text: expect.not.stringMatching(/^ou_/) }]);
		const unknown = { ...given, text: 'ou_nobody' };
		expect((await fixture.write('C3:C3', [[unknown]])).code).toBe(90205);
		const tooMany = Array.from({ length: 51 }, () => [given]);
		expect((await fixture.write('C3:C53', tooMany)).code).toBe(90226);
	});
});

describe('reading', () => {
	it('gives dates as days, or in words where that is asked for', async () => {
		await style('A5:A6', 'yyyy/MM/dd');
		await style('B5:B6', 'yyyy/MM/dd HH:mm:ss');
		await fixture.write('A5:B5', [[2, 2.5]]);
		expect(await fixture.read('A5:B5')).toEqual([[2, 2.5]]);
		const words = await fixture.read('A5:B5', '?dateTimeRenderOption=FormattedString');
		expect(words).toEqual([['1900/01/01', '1900/01/01 12:00:00']]);
	});

	it('computes formulas and applies formats, as it is asked to', async () => {
		await style('C8:C8', '#,##0.00');
		await fixture.write('A8:C8', [[1200, 34.5, { type: 'formula', text: '=SUM(A8:B8)*2-A8/2' }]]);
		const read = async (option: string) =>
			(await fixture.read('C8:C8', option && `?valueRenderOption=${option}`))[0]?.[0];
		expect(await read('')).toBe('=SUM(A8:B8)*2-A8/2');
		expect(await read('Formula')).toBe('=SUM(A8:B8)*2-A8/2');
		expect(await read('ToString')).toBe(1869);
		expect(await read('UnformattedValue')).toBe(1869);
		expect(await read('FormattedValue')).toBe('1,869.00');
	});

	it.each([
		['=1+', '#ERROR!'],
		['=NOBODY(1)', '#NAME?'],
		['=1/0', '#DIV/0!'],
		['=C3', '#REF!'],
		['="a"&(1+2)*-3', 'a-9'],
	])('computes %s', async (text, expected) => {
		expect(await one({ type: 'formula', text }, '?valueRenderOption=UnformattedValue')).toBe(expected);
	});

	it('shows long numbers with an exponent where formats are asked for', async () => {
		expect(await one(123456789012345, '?valueRenderOption=FormattedValue')).toBe('1.23457E+14');
	});

	it('gives links as texts where texts are asked for, and partly styled texts in segments', async () => {
		expect(await one('https://example.com', '?valueRenderOption=ToString')).toBe('https://example.com');
		const segments = [
			{ type: 'text', text: 'bold', segmentStyle: { bold: true } },
			{ type: 'text', text: ' plain' },
		];
		expect(await one(segments)).toEqual(segments);
		expect(await one(segments, '?valueRenderOption=ToString')).toBe('bold plain');
	});

	it('gives all rows of a range, several ranges at once, and at most 100 columns', async () => {
		expect(await fixture.read('A198:B')).toEqual([1, 2, 3].map(() => [null, null]));
		const whole = await fixture.readReply(fixture.sheetId);
		expect(whole.data.valueRange).toMatchObject({ range: `${fixture.sheetId}!A1:T200`, majorDimension: 'ROWS' });
		const ranges = ['A8:B8', 'A5:A5'].map((cells) => `${fixture.sheetId}!${cells}`).join(',');
		const many = await fixture.v2('GET', `values_batch_get?ranges=${encodeURIComponent(ranges)}`);
		expect(many.data).toMatchObject({ totalCells: 3, valueRanges: [{ values: [[1200, 34.5]] }, { values: [[2]] }] });
		const dimension = { sheetId: fixture.sheetId, majorDimension: 'COLUMNS', length: 100 };
		await fixture.v2('POST', 'dimension_range', { dimension });
		expect((await fixture.read('A1:DP1'))[0]).toHaveLength(100);
	});

	it('refuses more than 10 MB', async () => {
		const row = Array.from({ length: 20 }, () => 'x'.repeat(40_000));
		for (const at of [20, 30])
			await fixture.write(
				`A${at}:T${at + 7}`,
				Array.from({ length: 8 }, () => row),
			);
		expect((await fixture.readReply(`${fixture.sheetId}!A20:T40`)).code).toBe(90221);
		expect((await fixture.readReply(`${fixture.sheetId}!A20:T27`)).code).toBe(0);
	});
});

describe('a range', () => {
	it.each([
		['by the title of its sheet', 'Sheet1!A1:B2', 90202],
		['without a sheet', '!A1:B2', 90202],
		['of one cell that is named once', ':id!C2', 90202],
		['of rows alone', ':id!1:2', 90202],
		['with a Chinese sign', ':id！A1:B2', 90202],
		['the wrong way round', ':id!B2:A1', 90202],
		['with more rows than there are', ':id!A1:B201', 90202],
		['of another sheet', 'nobody!A1:B2', 90215],
	])('%s is refused', async (_what, range, code) => {
		const reply = await fixture.readReply(range.replace(':id', fixture.sheetId));
		expect([reply.status, reply.code]).toEqual([400, code]);
	});

	it.each([
		['fewer columns than the values', 'A1:B1', [[1, 2, 3]], 90202],
		['fewer rows than the values', 'A1:B1', [[1], [2]], 90202],
		['more than 100 columns', 'A1:DP1', [Array.from({ length: 101 }, () => 1)], 90226],
		['a cell that is too long', 'A1:A1', [['x'.repeat(50_001)]], 90222],
		['no values', 'A1:A1', [[]], 90216],
		['something that is no cell', 'A1:A1', [[{ type: 'attachment' }]], 90204],
		['a choice with a comma', 'A1:A1', [[{ type: 'multipleValue', values: ['a,b'] }]], 90204],
	])('with %s is refused, and nothing is written', async (_what, cells, values, code) => {
		const before = await fixture.read('A1:B2');
		expect((await fixture.write(cells, values)).code).toBe(code);
		expect(await fixture.read('A1:B2')).toEqual(before);
	});

	it('with more than 5000 rows is refused', async () => {
		const dimension = { sheetId: fixture.sheetId, majorDimension: 'ROWS', length: 5000 };
		await fixture.v2('POST', 'dimension_range', { dimension });
		const values = Array.from({ length: 5001 }, () => [1]);
		expect((await fixture.write('F1:F5001', values)).code).toBe(90226);
		expect((await fixture.write('F1:F5000', values.slice(1))).data).toMatchObject({
			updatedRange: `${fixture.sheetId}!F1:F5000`,
			updatedRows: 5000,
			updatedColumns: 1,
			updatedCells: 5000,
		});
	});
});

describe('writing', () => {
	it('goes to several ranges at once, or to none', async () => {
		const range = (cells: string) => `${fixture.sheetId}!${cells}`;
		const valueRanges = [
			{ range: range('H1:I1'), values: [['a', 'b']] },
			{ range: range('H3:H3'), values: [['c']] },
		];
		const done = await fixture.v2('POST', 'values_batch_update', { valueRanges });
		expect(done.data.responses).toMatchObject([{ updatedRange: range('H1:I1') }, { updatedCells: 1 }]);
		const wrong = [
			{ range: range('H1:H1'), values: [['lost']] },
			{ range: range('H3'), values: [['c']] },
		];
		expect((await fixture.v2('POST', 'values_batch_update', { valueRanges: wrong })).code).toBe(90202);
		expect(await fixture.read('H1:I3')).toEqual([
			['a', 'b'],
			[null, null],
			['c', null],
		]);
	});

	it.each([90235, 90217] as const)('is one at a time: another one meanwhile is %i', async (sheetConflict) => {
		await fixture.settings({ sheetConflict, sheetWriteMs: 50 });
		const codes = (await Promise.all([1, 2].map((value) => fixture.write('K1:K1', [[value]])))).map(({ code }) => code);
		expect(codes.sort()).toEqual([0, sheetConflict]);
		await fixture.settings({ sheetConflict: 90235, sheetWriteMs: 5 });
		expect((await fixture.write('K1:K1', [[3]])).code).toBe(0);
	});
});
