/** Rows are read as objects, and what was written reads back the same. */
import { usePlatform } from '../../support/engine';
import { automatically, byExpression } from '../../support/engine/everyType';
import { OwnSheet } from '../../support/engine/sheetRuns';
import { numbered } from '../../support/engine/recordRuns';

const platform = usePlatform();

let own: OwnSheet;
beforeEach(() => {
	own = new OwnSheet(platform, ['Name', 'n'], ['Ada', 1], [], ['Bob', 2], ['Cleo', null]);
});

const where = (...condition: Array<Record<string, unknown>>) => ({ conditions: { condition: condition as never[] } });
const names = (items: ReadonlyArray<Record<string, unknown>>) => items.map(({ Name }) => Name);

test('rows come with their numbers and all columns, empty ones are left out', async () => {
	expect(await own.give('getAll', { returnAll: true })).toEqual([
		{ row_number: 2, Name: 'Ada', n: 1 },
		{ row_number: 4, Name: 'Bob', n: 2 },
		{ row_number: 5, Name: 'Cleo', n: null },
	]);
	expect(own.reads).toHaveLength(1);
});

test('a limit asks for no more than it needs', async () => {
	const { rows } = own.sheet;
	while (rows.length < 20_000) rows.push({ hidden: false, cells: [] });
	own.put(6, ...Array.from({ length: 19_000 }, (_, n) => [`name ${n}`, n]));
	expect(await own.give('getAll', { limit: 2 })).toHaveLength(2);
	const [{ query = '' } = {}] = platform.calls.filter(({ path }) => path.endsWith('values_batch_get'));
	expect(decodeURIComponent(query)).toContain('!A1:T102');
	expect(await own.give('getAll', { returnAll: true })).toHaveLength(19_003);
	expect(own.reads.length).toBeLessThanOrEqual(4);
}, 60_000);

test('an answer that would be too large comes in parts', async () => {
	own = new OwnSheet(platform, ['Name', 'Text']);
	const { rows } = own.sheet;
	while (rows.length < 1000) rows.push({ hidden: false, cells: [] });
	own.put(2, ...Array.from({ length: 900 }, (_, n) => [`name ${n}`, 'x'.repeat(40_000)]));
	const items = await own.give('getAll', { returnAll: true, options: { columns: ['Name'] } });
	expect(names(items)).toEqual(Array.from({ length: 900 }, (_, n) => `name ${n}`));
}, 60_000);

test('more than 100 columns are read side by side', async () => {
	own.sheet.columns.push(...Array.from({ length: 230 }, () => ({ hidden: false })));
	const keys = Array.from({ length: 240 }, (_, index) => `c${index}`);
	own.put(
		1,
		keys,
		[],
		keys.map((_, index) => index),
	);
	const [, row] = await own.give('getAll', { returnAll: true });
	expect(row).toMatchObject({ row_number: 3, c0: 0, c99: 99, c100: 100, c239: 239 });
});

describe('Conditions', () => {
	beforeEach(() => {
		own = new OwnSheet(
			platform,
			['Name', 'n', 'Due', 'Done'],
			['Ada', 1, null, true],
			['Bob', 20, null, false],
			['adam', 3],
		);
		for (const [row, content] of [
			[2, 46_053],
			[3, 46_054.5],
		] as const)
			own.sheet.rows[row - 1]!.cells[2] = { content, formatter: 'yyyy/MM/dd HH:mm:ss' };
	});

	test.each([
		[[{ column: 'Name', operator: 'equals', value: 'Ada' }], ['Ada']],
		[[{ column: 'Name', operator: 'contains', value: 'ada' }], ['Ada', 'adam']],
		[[{ column: 'Name', operator: 'startsWith', value: 'a' }], ['Ada', 'adam']],
		[[{ column: 'Name', operator: 'endsWith', value: 'B' }], ['Bob']],
		[[{ column: 'n', operator: 'greater', value: '3' }], ['Bob']],
		[[{ column: 'n', operator: 'lessOrEqual', value: 3 }], ['Ada', 'adam']],
		[[{ column: 'Due', operator: 'equals', value: '2026-01-31' }], ['Ada']],
		[[{ column: 'Due', operator: 'greater', value: '2026-01-31' }], ['Bob']],
		[[{ column: 'Due', operator: 'empty' }], ['adam']],
		[[{ column: 'Done', operator: 'equals', value: 'TRUE' }], ['Ada']],
		[
			[
				{ column: 'n', operator: 'notEquals', value: '1' },
				{ column: 'Due', operator: 'notEmpty' },
			],
			['Bob'],
		],
	])('%j', async (condition, found) => {
		expect(names(await own.give('getAll', { ...where(...condition), returnAll: true }))).toEqual(found);
	});

	test('any of them may be enough', async () => {
		const any = where({ column: 'n', operator: 'equals', value: 1 }, { column: 'n', operator: 'equals', value: 3 });
		expect(names(await own.give('getAll', { ...any, match: 'or', returnAll: true }))).toEqual(['Ada', 'adam']);
	});

	test('a column that the sheet lacks is told', async () => {
		const { error } = await own.run('getAll', where({ column: 'Mail', operator: 'empty' }));
		expect(error?.message).toBe("The sheet has no column 'Mail'");
		expect(error?.description).toContain('It has Name, n, Due, Done');
	});
});

describe('Options', () => {
	beforeEach(() => {
		own = new OwnSheet(platform, ['Report'], [], [null, 'Name', 'n'], [null, 'Ada', 1], [null, 'Bob', 2]);
	});

	test('the table may stand in a part of the sheet', async () => {
		const rows = [
			{ row_number: 4, Name: 'Ada', n: 1 },
			{ row_number: 5, Name: 'Bob', n: 2 },
		];
		expect(await own.give('getAll', { options: { range: 'b3:c' } })).toEqual(rows);
		expect(await own.give('getAll', { options: { range: 'B3:C4' } })).toEqual(rows.slice(0, 1));
		expect(await own.give('getAll', { options: { range: 'B:C', headerRow: 3, dataRow: 5 } })).toEqual(rows.slice(1));
	});

	test('columns without a name have one', async () => {
		const [row] = await own.give('getAll', { options: { headerRow: 1, dataRow: 4 } });
		expect(row).toEqual({ row_number: 4, Report: null, col_1: 'Ada', col_2: 1 });
	});

	test('cells come computed, as formulas, as they are shown, or as the platform has them', async () => {
		own = new OwnSheet(platform, ['a', 'b', 'c'], [1234.5, { formula: '=A2*2' }, 46_053]);
		own.sheet.rows[1]!.cells[0] = { content: 1234.5, formatter: '#,##0.00' };
		own.sheet.rows[1]!.cells[2] = { content: 46_053, formatter: 'yyyy/MM/dd' };
		const give = async (cells: string) => await own.give('getAll', { options: { cells } });
		expect(await give('values')).toEqual([{ row_number: 2, a: 1234.5, b: 2469, c: '2026-01-31' }]);
		expect(await give('formulas')).toEqual([{ row_number: 2, a: 1234.5, b: '=A2*2', c: '2026-01-31' }]);
		expect(await give('shown')).toEqual([{ row_number: 2, a: '1,234.50', b: '2469', c: '2026/01/31' }]);
		expect(await own.give('getAll', { simple: false })).toEqual([{ row_number: 2, a: 1234.5, b: 2469, c: 46_053 }]);
	});
});

describe('What was written reads back the same', () => {
	const VALUES: ReadonlyArray<readonly [string, unknown, unknown?]> = [
		['text', 'Line 1\nLine 2 & <b>'],
		['a number', -1234.5],
		['digits', '5', 5],
		['true', true],
		['false in words', 'false', false],
		['leading zeros', '007'],
		['18 digits', '123456789012345678'],
		['a decimal with zeros', '12.10'],
		['a day', '2026-01-31'],
		['a moment', '2026-01-31T08:00:00+08:00', '2026-01-31T08:00:00.000+08:00'],
		['a moment in another zone', '2026-01-31T00:00:00Z', '2026-01-31T08:00:00.000+08:00'],
		['an address', 'https://example.com/?a=1'],
		['a link', '[Label](https://example.com/)', { text: 'Label', link: 'https://example.com/' }],
		['an e-mail address', 'a@b.example'],
		['words with =', '=1+1', '=1+1'],
		['a document', { mention: 'Iow7sNNEphp3WbtnbCscPqabcef', objType: 'sheet' }],
		['nothing', null],
	];

	test.each(['guessed', 'kept'] as const)('each kind of value (digits %s)', async (sheetDigits) => {
		Object.assign(platform.store.settings, { sheetDigits });
		const json = Object.fromEntries(VALUES.map(([name, value]) => [name, value])) as never;
		const options = { timeZone: 'Asia/Shanghai' };
		const [written] = await new OwnSheetOf().append(json, options);
		const [read] = await own.give('getAll', { options });
		Object.assign(platform.store.settings, { sheetDigits: 'guessed' });
		const expected = Object.fromEntries(VALUES.map(([name, value, plain = value]) => [name, plain]));
		expect(read).toEqual({ row_number: 2, ...expected });
		expect(written).toEqual(read);
	});

	/** An empty sheet of the test's own. */
	class OwnSheetOf {
		constructor() {
			own = new OwnSheet(platform);
		}

		async append(json: never, options: { timeZone: string }) {
			return await own.give('append', { ...automatically(), options }, { items: [{ json }] });
		}
	}

	test('somebody who is mentioned', async () => {
		await own.give('append', byExpression(`{ Name: { mention: "${platform.user.email}" } }`));
		const rows = await own.give('getAll', { returnAll: true });
		expect(rows.at(-1)).toMatchObject({ Name: { mention: expect.stringMatching(/^ou_/) as string } });
	});

	test('a formula, where that is wanted', async () => {
		await own.give('append', {
			...byExpression('{ Name: "=1+1", n: { formula: "=2*3" } }'),
			options: { formulas: true },
		});
		expect((await own.give('getAll', { returnAll: true })).at(-1)).toMatchObject({ Name: 2, n: 6 });
	});

	test('choices of a dropdown', async () => {
		own.sheet.dropdowns.push({
			top: 1,
			bottom: 99,
			left: 0,
			right: 0,
			values: ['a', 'b'],
			options: { multipleValues: true, highlightValidData: false, colors: [] },
		});
		await own.give('append', byExpression('{ Name: ["a", "b"], n: 1 }'));
		expect((await own.give('getAll', { returnAll: true })).at(-1)).toMatchObject({ Name: 'a,b' });
	});

	test('text as it is, where that is wanted', async () => {
		await own.give('append', { ...byExpression('{ Name: "5", n: "2026-01-31" }'), options: { strings: 'text' } });
		expect((await own.give('getAll', { options: { cells: 'values' }, returnAll: true })).at(-1)).toMatchObject({
			Name: '5',
			n: '2026-01-31',
		});
		expect(own.cell(6, 1)?.content).toBe('5');
		expect(own.cell(6, 2)?.content).toBe('2026-01-31');
	});
});

test('a sheet that became smaller since it was looked at is read all the same', async () => {
	const { rows } = own.sheet;
	rows.length = 5;
	const items = await own.give('getAll', { returnAll: true }, { items: numbered(2) });
	expect(items).toHaveLength(6);
});
