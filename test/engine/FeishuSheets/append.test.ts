/** Rows are appended by the names of their columns, many with few requests, and nothing is lost or doubled. */
import { until, usePlatform, type Run } from '../../support/engine';
import { automatically, below, byExpression } from '../../support/engine/everyType';
import { OwnSheet } from '../../support/engine/sheetRuns';
import { numbered } from '../../support/engine/recordRuns';

const platform = usePlatform();
const APPEND = '*/values_append';
const READ = '*/values_batch_get';

let own: OwnSheet;
beforeEach(() => {
	own = new OwnSheet(platform, ['Name', 'n']);
});

const pairs = (items: Run['items']) => items.map(({ pairedItem }) => (pairedItem as { item: number }).item);

test('10,000 items go with two requests after one look, and each output has its row', async () => {
	const { error, items } = await own.run('append', automatically(), {
		items: numbered(10_000, (n) => ({ Name: `name ${n}`, n })),
	});
	expect(error).toBeUndefined();
	expect(own.calls).toEqual(['values_batch_get', 'values_append', 'values_append']);
	expect(pairs(items)).toEqual(Array.from({ length: 10_000 }, (_, index) => index));
	expect(items[9999]?.json).toEqual({ row_number: 10_001, Name: 'name 9999', n: 9999 });
	expect(own.column(2)).toEqual(Array.from({ length: 10_000 }, (_, index) => index));
}, 60_000);

test('a column of dates takes one request more, whatever gaps it has', async () => {
	own = new OwnSheet(platform, ['Name', 'Due']);
	await own.give('append', automatically(), {
		items: numbered(6000, (n) => ({ Name: `name ${n}`, Due: n % 3 === 0 ? '2026-01-31' : null })),
	});
	expect(own.writes).toEqual(['values_append', 'values_append', 'styles_batch_update']);
	expect(own.cell(2, 2)).toMatchObject({ content: 46_053, formatter: 'yyyy/MM/dd' });
	expect(own.cell(5999, 2)).toMatchObject({ content: 46_053, formatter: 'yyyy/MM/dd' });
}, 60_000);

test('text that looks like a number stays text', async () => {
	const items = await own.give('append', byExpression('{ Name: "007", n: "123456789012345678" }'));
	expect(own.contents[1]).toEqual(['007', '123456789012345678']);
	expect(own.writes).toEqual(['values_append', 'styles_batch_update', 'values_batch_update']);
	expect(items).toEqual([{ row_number: 2, Name: '007', n: '123456789012345678' }]);
});

test('an empty sheet gets its header from the keys of the items', async () => {
	own = new OwnSheet(platform);
	const items = await own.give('append', automatically(), {
		items: [{ json: { Name: 'Ada', 2026: 1 } }, { json: { Name: 'Bob', City: 'Rome' } }],
	});
	expect(own.contents).toEqual([
		['2026', 'Name', 'City'],
		[1, 'Ada'],
		[null, 'Bob', 'Rome'],
	]);
	expect(items.map(({ row_number }) => row_number)).toEqual([2, 3]);
});

describe('Columns that the sheet does not have', () => {
	const items = [{ json: { Name: 'Ada', City: 'Rome' } }, { json: { Name: 'Bob' } }];

	test('are added behind the others', async () => {
		await own.give('append', automatically(), { items });
		expect(own.contents).toEqual([['Name', 'n', 'City'], ['Ada', null, 'Rome'], ['Bob']]);
	});

	test('are left out', async () => {
		await own.give('append', { ...automatically(), options: { extraColumns: 'leaveOut' } }, { items });
		expect(own.contents).toEqual([['Name', 'n'], ['Ada'], ['Bob']]);
	});

	test('are refused for the item that has them', async () => {
		const run = await own.run(
			'append',
			{ ...automatically(), options: { extraColumns: 'refuse' } },
			{ items, onError: 'continueErrorOutput' },
		);
		expect(own.contents).toEqual([['Name', 'n'], ['Bob']]);
		expect(run.errorItems[0]?.json.error).toContain("no column 'City'");
		expect(run.items.map(({ json }) => json)).toEqual([{ row_number: 2, Name: 'Bob' }]);
	});

	test('make the sheet wider', async () => {
		const keys = Array.from({ length: 130 }, (_, index) => `c${index}`);
		const json = Object.fromEntries(keys.map((key, index) => [key, index]));
		await own.give('append', automatically(), { items: [{ json }] });
		expect(own.sheet.columns).toHaveLength(132);
		expect(own.contents[0]).toEqual(['Name', 'n', ...keys]);
		expect(own.contents[1]?.slice(2)).toEqual(keys.map((_, index) => index));
	});

	test('of a form were renamed since', async () => {
		const { error } = await own.run('append', below({ Name: 'Ada', Gone: 'x' }));
		expect(error?.message).toContain("no column 'Gone'");
		expect(own.contents).toEqual([['Name', 'n']]);
	});
});

test('a gap in the first column is not filled, and rows below it stay where they are', async () => {
	own.put(2, ['a', 1], [null, 2], [null, 3]);
	const items = await own.give('append', byExpression('{ Name: "new", n: 4 }'));
	expect(own.contents.slice(1)).toEqual([
		['a', 1],
		[null, 2],
		[null, 3],
		['new', 4],
	]);
	expect(items[0]?.row_number).toBe(5);
});

test('a sheet that is full gets further rows', async () => {
	own.sheet.rows.length = 3;
	own.put(2, ['a'], [null, 2]);
	await own.give('append', automatically(), { items: numbered(3, (n) => ({ Name: `new ${n}` })) });
	expect(own.column(1)).toEqual(['a', null, 'new 0', 'new 1', 'new 2']);
});

test('the header may stand in another row', async () => {
	own = new OwnSheet(platform, ['Report'], [], ['Name', 'n'], ['name', 'number']);
	await own.give('append', { ...byExpression('{ Name: "Ada", n: 1 }'), options: { headerRow: 3, dataRow: 5 } });
	expect(own.contents[4]).toEqual(['Ada', 1]);
});

test('a value that no cell takes fails its item alone', async () => {
	const { items, errorItems } = await own.run('append', automatically(), {
		items: [{ json: { Name: 'x'.repeat(50_001) } }, { json: { Name: 'ok' } }],
		onError: 'continueErrorOutput',
	});
	expect(pairs(items)).toEqual([1]);
	expect(errorItems[0]?.json.error).toBe("The column 'Name' takes 50000 characters, not 50001");
});

test('somebody who is not known fails the item alone', async () => {
	const { items, errorItems } = await own.run('append', automatically(), {
		items: numbered(40, (n) => ({ Name: n === 17 ? { mention: 'ou_00000000000000000000000000000000' } : `n${n}`, n })),
		onError: 'continueErrorOutput',
	});
	expect(pairs(errorItems)).toEqual([17]);
	expect(errorItems[0]?.json.details).toMatchObject({ code: 90205 });
	expect(items).toHaveLength(39);
	expect(own.column(2)).toEqual(Array.from({ length: 40 }, (_, n) => n).filter((n) => n !== 17));
});

test('no more than 50 people are mentioned with one call', async () => {
	await own.give('append', automatically(), {
		items: numbered(120, (n) => ({ Name: { mention: platform.user.email }, n })),
	});
	expect(own.writes).toEqual(['values_append', 'values_append', 'values_append']);
	expect(own.column(2)).toHaveLength(120);
});

test('executions that append at once lose nothing, and none is refused', async () => {
	platform.store.settings.sheetWriteMs = 40;
	const runs = await Promise.all(
		Array.from(
			{ length: 5 },
			async (_, run) =>
				await own.give('append', automatically(), { items: numbered(20, (n) => ({ Name: `${run}-${n}`, n })) }),
		),
	);
	platform.store.settings.sheetWriteMs = 5;
	expect(new Set(own.column(1)).size).toBe(100);
	expect(platform.calls.filter(({ code }) => code === 90235)).toEqual([]);
	for (const items of runs)
		for (const { row_number, Name } of items) expect(own.cell(Number(row_number), 1)?.content).toBe(Name);
});

test.each([90235, 90217])(
	'a spreadsheet that others write (%s) is waited for',
	async (code) => {
		platform.simulator.faults.add({ path: APPEND, times: 2, action: { type: 'code', http: 400, code, msg: 'x' } });
		await own.give('append', automatically(), { items: numbered(3) });
		expect(own.column(2)).toEqual([0, 1, 2]);
	},
	20_000,
);

describe.each(['dropBefore', 'dropAfter', 'truncate'] as const)('where an answer is lost (%s)', (type) => {
	test('nothing is appended twice', async () => {
		platform.simulator.faults.add({ path: APPEND, times: 1, action: { type } });
		const items = await own.give('append', automatically(), { items: numbered(5, (n) => ({ Name: `name ${n}`, n })) });
		expect(own.column(2)).toEqual([0, 1, 2, 3, 4]);
		expect(items.map(({ row_number }) => row_number)).toEqual([2, 3, 4, 5, 6]);
	}, 20_000);
});

test('rows of which an answer tells nothing are looked for', async () => {
	const body = JSON.stringify({ code: 0, msg: 'success', data: {} });
	platform.simulator.faults.add({
		path: APPEND,
		times: 1,
		action: { type: 'raw', http: 200, contentType: 'application/json', body },
	});
	const { error } = await own.run('append', automatically(), { items: numbered(2) });
	expect(error?.message).toBe('Feishu took the rows and did not say where they are');
});

test('a format that is refused afterwards is told with the row that was added', async () => {
	const action = { type: 'code', http: 400, code: 90218, msg: 'Lock Cells' } as const;
	platform.simulator.faults.add({ path: '*/styles_batch_update', times: 1, action });
	const { error } = await own.run('append', byExpression('{ Name: "007", n: 1 }'));
	expect(error?.message).toContain('The row was added as row 2, but');
	expect(own.column(2)).toEqual([1]);
});

test('rows that others delete before the look hold up nobody', async () => {
	const { rows } = own.sheet;
	while (rows.length < 9000) rows.push({ hidden: false, cells: [] });
	own.put(2, ...Array.from({ length: 5000 }, (_, n) => [`old ${n}`, n]));
	const isListed = () => platform.calls.some(({ path }) => path.endsWith('/sheets/query'));
	const deleted = until(isListed, 'the list of sheets').then(() => rows.splice(1, 8000));
	platform.simulator.faults.add({ path: READ, times: 1, action: { type: 'hold', until: deleted } });
	await own.give('append', automatically(), { items: numbered(3, (n) => ({ Name: `new ${n}`, n })) });
	expect(own.column(1)).toEqual(['new 0', 'new 1', 'new 2']);
}, 60_000);
