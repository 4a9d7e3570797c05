/** Create or Update, Get or Create: records are told to be the same by chosen columns. */
import type { IDataObject } from 'n8n-workflow';

import { only, usePlatform } from '../../support/engine';
import { automatically, byExpression, everyType, idOf } from '../../support/engine/everyType';
import { numbered, OwnTable } from '../../support/engine/recordRuns';

const platform = usePlatform();
let own: OwnTable;
beforeEach(() => {
	own = new OwnTable(platform, [
		{ field_name: 'Key', type: 1 },
		{ field_name: 'Part', type: 2 },
		{ field_name: 'Value', type: 1 },
	]);
});

const by = (...names: string[]) => automatically(names.map((name) => idOf(own.table, name)));
const items = (...json: IDataObject[]) => ({ items: json.map((one) => ({ json: one })) });
const failing = { onError: 'continueErrorOutput' } as const;
const searches = () => platform.calls.filter(({ path }) => path.endsWith('/search')).length;

test('each item says what was done, and the records stand as they were wanted', async () => {
	const [id] = own.put({ Key: 'a', Value: 'old' });
	const out = await own.give('upsert', by('Key'), items({ Key: 'a', Value: 'new' }, { Key: 'b', Value: 'x' }));
	expect(out).toEqual([
		{ record_action: 'updated', record_id: id, Key: 'a', Value: 'new' },
		{ record_action: 'created', record_id: [...own.table.records.keys()][1], Key: 'b', Value: 'x' },
	]);
	expect(own.column('Value')).toEqual(['new', 'x']);
});

test('several columns make one key, of which all have to fit', async () => {
	own.put({ Key: 'a', Part: 1 }, { Key: 'a', Part: 2 }, { Key: 'b', Part: 1 }, { Key: 'c' });
	const out = await own.give(
		'upsert',
		by('Key', 'Part'),
		items({ Key: 'a', Part: '2', Value: 'x' }, { Key: 'b', Part: 2, Value: 'y' }, { Key: 'c', Part: null, Value: 'z' }),
	);
	expect(out.map(({ record_action }) => record_action)).toEqual(['updated', 'created', 'updated']);
	expect(own.column('Value')).toEqual([undefined, 'x', undefined, 'z', 'y']);
});

describe('every type that can be a key', () => {
	const every = () => everyType(platform);
	test.each<[string, unknown, unknown]>([
		['Title', 'Line 1\nLine 2 & <b>', 'Line 1'],
		['Mail', 'a@b.example', 'A@b.example'],
		['Count', ' -1,234.50', 1234.5],
		['State', { name: 'Open' }, 'Done'],
		['Tags', 'b, c', ['a', 'b, c', 'new']],
		['Due', 1769817600, '2026-01-31T00:00:01Z'],
		['Paid', 'yes', false],
		['Owner', undefined, ''],
		['Phone', '+8613800000000', '13800000000'],
		['Site', 'https://example.com/?a=1', '[Label](https://example.com)'],
		['Customer', 'East', 'West'],
	])('%s', async (name, same, other) => {
		const { table, where, given, plain } = every();
		const run = async (values: object) => {
			const { items: out, error } = await platform.run({
				parameters: {
					resource: 'record',
					operation: 'upsert',
					...where,
					...byExpression(JSON.stringify(values)),
					options: { matchOn: name },
				},
			});
			if (error) throw error;
			return only(out).json;
		};
		const { record_id } = await run({ ...given, ...(name === 'Tags' && { Tags: ['b, c'] }) });
		const again = await run({ [name]: same ?? plain[name], Code: 'found' });
		expect(again).toMatchObject({ record_action: 'updated', record_id });
		if (other === '') return;
		expect(await run({ [name]: other, Code: 'another' })).toMatchObject({ record_action: 'created' });
		expect(table.records.size).toBe(2);
	});
});

describe('where several records fit', () => {
	let ids: string[];
	beforeEach(() => (ids = own.put({ Key: 'a' }, { Key: 'a' }, { Key: 'b' })));

	test('the item is refused, with their IDs, and others are written', async () => {
		const { items: out, errorItems } = await own.run('upsert', by('Key'), {
			...items({ Key: 'a', Value: 'x' }, { Key: 'b', Value: 'y' }),
			...failing,
		});
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		expect(only(errorItems).json.error).toBe("2 records have the same 'Key'");
		expect(JSON.stringify(only(errorItems).json.details)).toContain(`${ids[0]}, ${ids[1]}`);
		expect(own.column('Value')).toEqual([undefined, undefined, 'y']);
	});

	test('the first one is taken', async () => {
		const how = { ...by('Key'), options: { severalMatches: 'first' } };
		const out = await own.give('upsert', how, items({ Key: 'a', Value: 'x' }));
		expect(out).toMatchObject([{ record_id: ids[0] }]);
		expect(own.column('Value')).toEqual(['x', undefined, undefined]);
	});

	test('all are taken: each is an output of the item', async () => {
		const { items: out } = await own.run(
			'upsert',
			{ ...by('Key'), options: { severalMatches: 'all' } },
			items({ Key: 'b', Value: 'y' }, { Key: 'a', Value: 'x' }),
		);
		expect(out.map(({ json, pairedItem }) => [json.record_id, pairedItem])).toEqual([
			[ids[2], { item: 0 }],
			[ids[0], { item: 1 }],
			[ids[1], { item: 1 }],
		]);
		expect(own.column('Value')).toEqual(['x', 'x', 'y']);
	});
});

describe('where no record fits', () => {
	const how = (noMatch: string) => ({ ...by('Key'), options: { noMatch } });

	test('the item is left out', async () => {
		expect(await own.give('upsert', how('leaveOut'), items({ Key: 'a' }))).toEqual([]);
		expect(own.table.records.size).toBe(0);
	});

	test('the item is refused', async () => {
		const { errorItems } = await own.run('upsert', how('refuse'), { ...items({ Key: 'a' }), ...failing });
		expect(only(errorItems).json.error).toBe("No record has the same 'Key'");
		expect(own.table.records.size).toBe(0);
	});
});

test('items of one key are one record, with what the later ones say over the earlier', async () => {
	const out = await own.give(
		'upsert',
		by('Key'),
		items({ Key: 'a', Part: 1, Value: 'first' }, { Key: 'b' }, { Key: 'a', Value: 'second' }),
	);
	expect(new Set(out.map(({ record_id }) => record_id)).size).toBe(2);
	expect(own.column('Key')).toEqual(['a', 'b']);
	expect(own.column('Part')).toEqual([1, undefined]);
	expect(own.column('Value')).toEqual(['second', undefined]);
});

test('an item without a key is refused: it would be like any other without one', async () => {
	own.put({ Value: 'nothing' });
	const { items: out, errorItems } = await own.run('upsert', by('Key'), {
		...items({ Key: '', Value: 'x' }, { Value: 'y' }, { Key: null }, { Key: 'a' }),
		...failing,
	});
	expect(out).toHaveLength(1);
	expect(errorItems.map(({ json }) => json.error)).toEqual(
		Array(3).fill("The item has no value in 'Key', by which its record is found"),
	);
	expect(own.column('Value')).toEqual(['nothing', undefined]);
});

test.each([
	[automatically([]), {}, "The field 'Columns' has no column to match on"],
	[byExpression('{ Key: "a" }'), {}, "The field 'Columns' has no column to match on"],
	[byExpression('{ Key: "a" }'), { options: { matchOn: 'Keys' } }, "The table has no field 'Keys'"],
])('without a column to match on nothing is called but the fields', async (columns, more, message) => {
	const { error } = await own.run('upsert', { ...columns, ...more }, items({ Key: 'a' }));
	expect(error?.message).toBe(message);
	expect(own.writes).toEqual([]);
});

test('1,200 items against 1,200 records take few requests', async () => {
	own.put(...Array.from({ length: 1200 }, (_, n) => ({ Key: `k${n}` })));
	const out = await own.give('upsert', by('Key'), {
		items: numbered(1300, (n) => ({ Key: `k${n}`, Value: String(n) })),
	});
	expect(out.filter(({ record_action }) => record_action === 'updated')).toHaveLength(1200);
	expect(own.table.records.size).toBe(1300);
	expect(own.column('Value')[1299]).toBe('1299');
	expect(searches()).toBe(3);
	expect(platform.calls.length).toBeLessThanOrEqual(8);
}, 60_000);

test('a few items against a large table look for their keys instead of reading the column', async () => {
	own.put(...Array.from({ length: 3000 }, (_, n) => ({ Key: `k${n}` })));
	const out = await own.give('upsert', by('Key'), {
		items: numbered(10, (n) => ({ Key: n === 9 ? 'new' : `k${n * 300}`, Value: 'x' })),
	});
	expect(out.map(({ record_action }) => record_action)).toEqual([...Array<string>(9).fill('updated'), 'created']);
	expect(searches()).toBeLessThanOrEqual(2);
	expect(own.table.records.size).toBe(3001);
}, 60_000);

test('two executions that want the same new key at once make one record', async () => {
	const out = await Promise.all(
		[1, 2, 3].map(async (n) => await own.give('upsert', by('Key'), items({ Key: 'a', Value: String(n) }))),
	);
	expect(own.column('Key')).toEqual(['a']);
	expect(out.flat().map(({ record_action }) => record_action)).toEqual(['created', 'updated', 'updated']);
	platform.reset();
	const got = await Promise.all(
		[1, 2].map(async (n) => await own.give('getOrCreate', by('Key'), items({ Key: 'b', Value: String(n) }))),
	);
	expect(own.column('Key')).toEqual(['a', 'b']);
	expect(got.flat().map(({ record_action }) => record_action)).toEqual(['created', 'found']);
});

test('Get or Create changes nothing that is there, and gives it whole', async () => {
	const [id] = own.put({ Key: 'a', Part: 7, Value: 'old' });
	const out = await own.give('getOrCreate', by('Key'), items({ Key: 'a', Value: 'new' }, { Key: 'b', Value: 'x' }));
	expect(out).toEqual([
		{ record_action: 'found', record_id: id, Key: 'a', Part: 7, Value: 'old' },
		expect.objectContaining({ record_action: 'created', Key: 'b', Value: 'x' }),
	]);
	expect(own.column('Value')).toEqual(['old', 'x']);
});

test('a key is looked for as it stands: what a filter would find besides is another record', async () => {
	own.put(...Array.from({ length: 600 }, (_, n) => ({ Key: `filler ${n}` })), { Key: 'ABC' }, { Key: 'abcd' });
	const out = await own.give('upsert', by('Key'), items({ Key: 'abc', Value: 'x' }));
	expect(out).toMatchObject([{ record_action: 'created' }]);
}, 30_000);

test('one record that is refused does not hold up the others', async () => {
	const every = everyType(platform);
	const { items: out, errorItems } = await platform.run({
		parameters: {
			resource: 'record',
			operation: 'upsert',
			...every.where,
			...automatically([idOf(every.table, 'Title')]),
		},
		items: [{ json: { Title: 'a' } }, { json: { Title: 'b', Owner: 'ou_of_another_app' } }, { json: { Title: 'c' } }],
		...failing,
	});
	expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
	expect(JSON.stringify(only(errorItems).json)).toContain("Field 'Owner': takes people");
});
