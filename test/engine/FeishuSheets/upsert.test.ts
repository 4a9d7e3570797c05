/** Rows that are changed, by their number or by what their columns hold, and appended where they are missing. */
import { usePlatform, type Run } from '../../support/engine';
import { automatically, below, byExpression } from '../../support/engine/everyType';
import { OwnSheet } from '../../support/engine/sheetRuns';
import { numbered } from '../../support/engine/recordRuns';

const platform = usePlatform();

let own: OwnSheet;
beforeEach(() => {
	own = new OwnSheet(platform, ['Name', 'City', 'n'], ['Ada', 'Rome', 1], ['Bob', 'Oslo', 2], ['Ada', 'Oslo', 3]);
});

const pairs = (items: Run['items']) => items.map(({ pairedItem }) => (pairedItem as { item: number }).item);
const byKeys = (value: Record<string, unknown>, options: Record<string, string>) => ({
	...byExpression(JSON.stringify(value)),
	options,
});

describe('Create or Update', () => {
	test('10,000 rows against 10,000 take one look and five requests at most', async () => {
		const { rows } = own.sheet;
		while (rows.length < 10_100) rows.push({ hidden: false, cells: [] });
		own.put(2, ...Array.from({ length: 10_000 }, (_, n) => [`key ${n}`, 'old', n]));
		const { items, error } = await own.run('upsert', automatically(['Name']), {
			items: numbered(10_000, (n) => ({ Name: `key ${n + 5000}`, City: 'new' })),
		});
		expect(error).toBeUndefined();
		expect(own.reads).toHaveLength(1);
		expect(own.writes.length).toBeLessThanOrEqual(5);
		expect(own.writes).toEqual(['values_batch_update', 'values_append']);
		expect(items.filter(({ json }) => json.row_action === 'created')).toHaveLength(5000);
		expect(items[0]?.json).toEqual({ row_action: 'updated', row_number: 5002, Name: 'key 5000', City: 'new' });
		expect(own.contents).toHaveLength(15_001);
		expect(own.cell(5002, 3)?.content).toBe(5000);
	}, 60_000);

	test('finds by several columns, and says what was done', async () => {
		const items = await own.give('upsert', automatically(['Name', 'City']), {
			items: [{ json: { Name: 'Ada', City: 'Oslo', n: 30 } }, { json: { Name: 'Bob', City: 'Rome', n: 40 } }],
		});
		expect(own.contents.slice(1)).toEqual([
			['Ada', 'Rome', 1],
			['Bob', 'Oslo', 2],
			['Ada', 'Oslo', 30],
			['Bob', 'Rome', 40],
		]);
		expect(items).toEqual([
			{ row_action: 'updated', row_number: 4, Name: 'Ada', City: 'Oslo', n: 30 },
			{ row_action: 'created', row_number: 5, Name: 'Bob', City: 'Rome', n: 40 },
		]);
	});

	test('several rows are refused by their numbers, taken all, or the first', async () => {
		const { error } = await own.run('upsert', byKeys({ Name: 'Ada', n: 9 }, { matchOn: 'Name' }));
		expect(error?.message).toBe("2 rows have the same 'Name'");
		expect(error?.description).toContain('They are 2, 4.');
		const all = await own.give('upsert', byKeys({ Name: 'Ada', n: 9 }, { matchOn: 'Name', severalMatches: 'all' }));
		expect(all.map(({ row_number }) => row_number)).toEqual([2, 4]);
		expect(own.column(3)).toEqual([9, 2, 9]);
		await own.give('upsert', byKeys({ Name: 'Ada', n: 1 }, { matchOn: 'Name', severalMatches: 'first' }));
		expect(own.column(3)).toEqual([1, 2, 9]);
	});

	test('what no row fits is left out, or refused', async () => {
		expect(await own.give('upsert', byKeys({ Name: 'Eve' }, { matchOn: 'Name', noMatch: 'leaveOut' }))).toEqual([]);
		const { error } = await own.run('upsert', byKeys({ Name: 'Eve' }, { matchOn: 'Name', noMatch: 'refuse' }));
		expect(error?.message).toBe("No row has the same 'Name'");
		expect(own.contents).toHaveLength(4);
	});

	test('items of one key become one row, the later over the earlier', async () => {
		const items = await own.give('upsert', automatically(['Name']), {
			items: [{ json: { Name: 'Eve', n: 1, City: 'Bern' } }, { json: { Name: 'Eve', n: 2 } }],
		});
		expect(own.contents.at(-1)).toEqual(['Eve', 'Bern', 2]);
		expect(items.map(({ row_number }) => row_number)).toEqual([5, 5]);
	});

	test('an item without a key fails alone', async () => {
		const { items, errorItems } = await own.run('upsert', automatically(['Name']), {
			items: [{ json: { Name: '', n: 1 } }, { json: { Name: 'Bob', n: 20 } }],
			onError: 'continueErrorOutput',
		});
		expect(pairs(items)).toEqual([1]);
		expect(errorItems[0]?.json.error).toContain("no value in 'Name'");
	});

	test('numbers and text of the same digits are one key, and dates are found by their day', async () => {
		own = new OwnSheet(platform, ['ID', 'Due', 'n'], [7, null, 1], ['008', null, 2]);
		await own.give('upsert', byKeys({ ID: '7', Due: '2026-01-31', n: 10 }, { matchOn: 'ID' }));
		await own.give('upsert', byKeys({ ID: '008', n: 20 }, { matchOn: 'ID' }));
		await own.give('upsert', byKeys({ Due: '2026-01-31', n: 11 }, { matchOn: 'Due' }));
		expect(own.column(3)).toEqual([11, 20]);
		expect(own.contents).toHaveLength(3);
	});

	test('an empty sheet gets a header and the rows', async () => {
		own = new OwnSheet(platform);
		await own.give('upsert', automatically(['Name']), { items: [{ json: { Name: 'Ada', n: 1 } }] });
		expect(own.contents).toEqual([
			['Name', 'n'],
			['Ada', 1],
		]);
	});

	test('two executions at once make no row twice', async () => {
		const give = async () =>
			await own.give('upsert', automatically(['Name']), { items: numbered(30, (n) => ({ Name: `key ${n}`, n })) });
		await Promise.all([give(), give(), give()]);
		expect(own.contents).toHaveLength(34);
	});

	test('a table that is too large to be read as a whole is found by its keys', async () => {
		const { rows } = own.sheet;
		while (rows.length < 25_000) rows.push({ hidden: false, cells: [] });
		own.put(24_990, ['Zoe', 'Bonn', 1]);
		const items = await own.give('upsert', automatically(['Name']), {
			items: [{ json: { Name: 'Zoe', n: 2 } }, { json: { Name: 'Yan', n: 3 } }],
		});
		expect(items.map(({ row_number }) => row_number)).toEqual([24_990, 24_991]);
		expect(own.reads.length).toBeLessThanOrEqual(3);
	}, 60_000);
});

describe('Update', () => {
	test('by the number of the row writes the cells that are named, and no others', async () => {
		const items = await own.give('update', automatically(['row_number']), {
			items: [{ json: { row_number: 3, n: 20 } }, { json: { row_number: 2, City: null } }],
		});
		expect(own.contents.slice(1)).toEqual([
			['Ada', null, 1],
			['Bob', 'Oslo', 20],
			['Ada', 'Oslo', 3],
		]);
		expect(items).toEqual([
			{ row_number: 3, n: 20 },
			{ row_number: 2, City: null },
		]);
		const sent = platform.calls.find(({ path }) => path.endsWith('values_batch_update'))?.bodyText ?? '{}';
		const { valueRanges } = JSON.parse(sent) as { valueRanges: Array<{ range: string }> };
		expect(valueRanges.map(({ range }) => range.split('!')[1])).toEqual(['B2:B2', 'C3:C3']);
	});

	test('by a column, with what the form holds', async () => {
		await own.give('update', below({ Name: 'Bob', n: 5 }, ['Name']));
		expect(own.column(3)).toEqual([1, 5, 3]);
	});

	test('a row that is not there fails its item alone', async () => {
		const { items, errorItems } = await own.run('update', automatically(['row_number']), {
			items: [{ json: { row_number: 900, n: 1 } }, { json: { row_number: 2, n: 9 } }],
			onError: 'continueErrorOutput',
		});
		expect(pairs(items)).toEqual([1]);
		expect(errorItems[0]?.json.error).toBe('The sheet has no row 900');
	});

	test('a column to match on that the sheet lacks is told', async () => {
		const { error } = await own.run('update', byKeys({ Mail: 'x', n: 1 }, { matchOn: 'Mail' }));
		expect(error?.message).toBe("The sheet has no column 'Mail' to match on");
		expect(error?.description).toContain('It has Name, City, n');
		expect(own.contents[0]).toEqual(['Name', 'City', 'n']);
	});

	test('sets the format of dates and of text before their values', async () => {
		await own.give(
			'update',
			byKeys({ row_number: 2, City: '007', n: '2026-01-31T08:00:00' }, { matchOn: 'row_number' }),
		);
		expect(own.writes).toEqual(['styles_batch_update', 'values_batch_update']);
		expect(own.cell(2, 2)).toMatchObject({ content: '007', formatter: '@' });
		expect(own.cell(2, 3)).toMatchObject({ formatter: 'yyyy/MM/dd HH:mm:ss' });
	});

	test.each(['dropBefore', 'dropAfter', 'truncate'] as const)(
		'is sent again where its answer is lost (%s)',
		async (type) => {
			platform.simulator.faults.add({ path: '*/values_batch_update', times: 1, action: { type } });
			await own.give('update', byKeys({ row_number: 2, n: 10 }, { matchOn: 'row_number' }));
			expect(own.column(3)).toEqual([10, 2, 3]);
		},
	);

	test('protected cells fail their row alone', async () => {
		platform.simulator.faults.add({
			path: '*/values_batch_update',
			times: 2,
			action: { type: 'code', http: 400, code: 90218, msg: 'Lock Cells' },
		});
		const { items, errorItems } = await own.run('update', automatically(['row_number']), {
			items: [2, 3].map((row_number) => ({ json: { row_number, n: 9 } })),
			onError: 'continueErrorOutput',
		});
		expect(pairs(errorItems)).toEqual([0]);
		expect(pairs(items)).toEqual([1]);
		expect(errorItems[0]?.json.error).toBe('These cells are protected');
	});
});
