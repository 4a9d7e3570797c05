/** Many records with few requests, whatever becomes of some of them. */
import { list, usePlatform, type Run } from '../../support/engine';
import { automatically, byExpression } from '../../support/engine/everyType';
import { numbered, OwnTable } from '../../support/engine/recordRuns';

const platform = usePlatform();
const CREATE = '*/records/batch_create';
const UPDATE = '*/records/batch_update';
const DELETE = '*/records/batch_delete';

let own: OwnTable;
beforeEach(() => {
	own = new OwnTable(platform, [
		{ field_name: 'Title', type: 1 },
		{ field_name: 'Owner', type: 11 },
		{ field_name: 'n', type: 2 },
	]);
});
afterEach(() => (platform.store.settings.baseBatch = 1000));

const code = (number: number, http = 200) => ({ type: 'code', http, code: number, msg: 'x' }) as const;
const conflicts = () => platform.calls.filter((call) => call.code === 1254291);
const pairs = (items: Run['items']) => items.map(({ pairedItem }) => (pairedItem as { item: number }).item);

test('2,500 items go with three requests, and each output is paired with its item', async () => {
	const { error, items } = await own.run('create', automatically(), { items: numbered(2500) });
	expect(error).toBeUndefined();
	expect(own.writes).toEqual(['batch_create 1000', 'batch_create 1000', 'batch_create 500']);
	expect(pairs(items)).toEqual(Array.from({ length: 2500 }, (_, index) => index));
	expect(items[2499]?.json).toMatchObject({ n: 2499 });
	expect(own.column('n')).toEqual(Array.from({ length: 2500 }, (_, index) => index));
}, 60_000);

test('where a request takes fewer, that is learnt', async () => {
	platform.store.settings.baseBatch = 500;
	await own.give('create', automatically(), { items: numbered(1600) });
	expect(own.writes.map((write) => write.split(' ')[1])).toEqual(['1000', '500', '500', '500', '100']);
	expect(own.table.records.size).toBe(1600);
}, 60_000);

const withStranger = (at: number) => (index: number) => ({
	n: index,
	Owner: index === at ? 'ou_of_another_app' : null,
});

test('one record of 1,000 is refused, is named, and all others are written with few requests more', async () => {
	const { error, items, errorItems } = await own.run('create', automatically(), {
		items: numbered(1000, withStranger(777)),
		onError: 'continueErrorOutput',
	});
	expect(error).toBeUndefined();
	expect(items).toHaveLength(999);
	expect(pairs(errorItems)).toEqual([777]);
	expect(errorItems[0]?.json.details).toMatchObject({ code: 1254066 });
	expect(JSON.stringify(errorItems[0]?.json)).toContain("Field 'Owner': takes people");
	expect(own.writes.length).toBeLessThanOrEqual(22);
	expect(own.table.records.size).toBe(999);
	expect(items[777]?.json).toMatchObject({ n: 778 });
}, 60_000);

test('where all are refused, it gives up after twenty and says so', async () => {
	const { items, errorItems } = await own.run('create', automatically(), {
		items: numbered(300, (index) => ({ n: index, Owner: 'ou_of_another_app' })),
		onError: 'continueErrorOutput',
	});
	expect(items).toEqual([]);
	expect(errorItems).toHaveLength(300);
	expect(own.writes.length).toBeLessThan(60);
	const words = errorItems.map(({ json }) => String(json.error));
	expect(words.filter((word) => word.startsWith('Not written'))).toHaveLength(280);
	expect(errorItems[0]?.json.details).toMatchObject({ code: 1254066 });
}, 60_000);

test('without an error output the run ends with the error of the record, which says what else was written', async () => {
	const { error } = await own.run('create', automatically(), { items: numbered(3, withStranger(1)) });
	expect(error?.context.itemIndex).toBe(1);
	expect(error?.description).toContain("Field 'Owner': takes people");
	expect(own.column('n')).toEqual([0, 2]);
	expect(error?.description).toContain('2 other records were written');
});

test.each([200, 400])(
	'a conflict at HTTP %s is waited for',
	async (http) => {
		platform.simulator.faults.add({ path: CREATE, times: 2, action: code(1254291, http) });
		await own.give('create', automatically(), { items: numbered(3) });
		expect(own.writes).toHaveLength(3);
		expect(own.table.records.size).toBe(3);
	},
	20_000,
);

test.each([1255006, 1254608])('what is still under way after a lost answer (%s) is waited for', async (number) => {
	platform.simulator.faults.add({ path: CREATE, times: 1, action: code(number, 400) });
	await own.give('create', automatically(), { items: numbered(3) });
	expect(own.column('n')).toEqual([0, 1, 2]);
	expect(
		new Set(platform.calls.filter(({ path }) => path.endsWith('batch_create')).map(({ query }) => query)).size,
	).toBe(1);
});

test('a page that is too large comes in smaller ones', async () => {
	own.put(...Array.from({ length: 300 }, (_, n) => ({ n })));
	platform.simulator.faults.add({ path: '*/records/search', times: 2, action: code(1254030) });
	const items = await own.give('getAll', { returnAll: true });
	expect(items.map(({ n }) => n)).toEqual(Array.from({ length: 300 }, (_, n) => n));
});

test('an answer without some of the records is told, and no other item fails for it', async () => {
	const record = { record_id: 'rec1', fields: { n: 0 } };
	const body = JSON.stringify({ code: 0, msg: 'success', data: { records: [record] } });
	platform.simulator.faults.add({
		path: CREATE,
		times: 1,
		action: { type: 'raw', http: 200, contentType: 'application/json', body },
	});
	const { items, errorItems } = await own.run('create', automatically(), {
		items: numbered(2),
		onError: 'continueErrorOutput',
	});
	expect(items.map(({ json }) => json)).toEqual([{ record_id: 'rec1', n: 0 }]);
	expect(errorItems[0]?.json.error).toBe('Feishu took the record and said nothing of it');
});

test('writes to one table go one after the other over all executions', async () => {
	platform.store.settings.baseWriteMs = 40;
	const work = Array.from({ length: 4 }, async () => await own.give('create', automatically(), { items: numbered(3) }));
	await Promise.all(work);
	platform.store.settings.baseWriteMs = 5;
	expect(own.table.records.size).toBe(12);
	expect(own.writes).toHaveLength(4);
	expect(conflicts()).toEqual([]);
});

describe.each(['dropBefore', 'dropAfter', 'truncate'] as const)('where an answer is lost (%s)', (type) => {
	test('nothing is created twice', async () => {
		platform.simulator.faults.add({ path: CREATE, times: 1, action: { type } });
		const items = await own.give('create', automatically(), { items: numbered(5) });
		expect(own.writes).toHaveLength(2);
		expect(own.column('n')).toEqual([0, 1, 2, 3, 4]);
		expect(items.map(({ record_id }) => record_id)).toEqual([...own.table.records.keys()]);
	});

	test('an update is sent again', async () => {
		const [id = ''] = own.put({ Title: 'old' });
		platform.simulator.faults.add({ path: UPDATE, times: 1, action: { type } });
		await own.give('update', { record: list(id), ...byExpression('{ Title: "new" }') });
		expect(own.column('Title')).toEqual(['new']);
	});

	test('a deletion is looked at, and sent again where it is needed', async () => {
		const ids = own.put({ Title: 'a' }, { Title: 'b' }, { Title: 'c' });
		platform.simulator.faults.add({ path: DELETE, times: 1, action: { type } });
		const items = await own.give(
			'delete',
			{ record: { __rl: true, mode: 'id', value: '={{ $json.id }}' } },
			{ items: ids.slice(0, 2).map((id) => ({ json: { id } })) },
		);
		expect(items).toEqual(ids.slice(0, 2).map((record_id) => ({ deleted: true, record_id })));
		expect(own.column('Title')).toEqual(['c']);
	});
});

test('what was written before something ended the writing stays an output, and the rest says that it was not written', async () => {
	platform.simulator.faults.add({ path: CREATE, skip: 2, times: 1, action: code(1254302, 403) });
	const { items, errorItems } = await own.run('create', automatically(), {
		items: numbered(3050),
		onError: 'continueErrorOutput',
	});
	expect(own.table.records.size).toBe(2000);
	expect(pairs(items)).toEqual(Array.from({ length: 2000 }, (_, index) => index));
	expect(errorItems).toHaveLength(1050);
	expect(errorItems[0]?.json.details).toMatchObject({ code: 1254302 });
	expect(errorItems[1049]?.json.error).toContain('Not written');
	expect(own.writes).toHaveLength(3);
}, 60_000);

test('records that are gone fail alone, with few requests, and the others are deleted', async () => {
	const ids = own.put(...Array.from({ length: 600 }, (_, n) => ({ n })));
	const gone = ids.filter((_, index) => index % 3 === 0);
	for (const id of gone) own.table.records.delete(id);
	const { items, errorItems } = await own.run(
		'delete',
		{ record: { __rl: true, mode: 'id', value: '={{ $json.id }}' } },
		{ items: ids.map((id) => ({ json: { id } })), onError: 'continueErrorOutput' },
	);
	expect(items).toHaveLength(400);
	expect(errorItems).toHaveLength(200);
	expect(JSON.stringify(errorItems[0]?.json)).toContain(gone[0]);
	expect(own.table.records.size).toBe(0);
	expect(platform.calls.length).toBeLessThanOrEqual(20);
}, 60_000);

test('a record that the answer calls not deleted fails alone', async () => {
	const ids = own.put({ n: 1 }, { n: 2 });
	const records = ids.map((record_id, index) => ({ record_id, deleted: index === 0 }));
	platform.simulator.faults.add({
		path: DELETE,
		times: 1,
		action: {
			type: 'raw',
			http: 200,
			contentType: 'application/json',
			body: JSON.stringify({ code: 0, data: { records } }),
		},
	});
	const { items, errorItems } = await own.run(
		'delete',
		{ record: { __rl: true, mode: 'id', value: '={{ $json.id }}' } },
		{ items: ids.map((id) => ({ json: { id } })), onError: 'continueErrorOutput' },
	);
	expect(items.map(({ json }) => json)).toEqual([{ deleted: true, record_id: ids[0] }]);
	expect(errorItems[0]?.json.error).toBe(`Feishu did not delete the record ${ids[1]}`);
});

test('an item that changes a record that is gone fails alone', async () => {
	const [id = ''] = own.put({ Title: 'old' });
	const { items, errorItems } = await own.run(
		'update',
		{ record: { __rl: true, mode: 'id', value: '={{ $json.id }}' }, ...byExpression('{ Title: "new" }') },
		{ items: [{ json: { id: 'recGone1' } }, { json: { id } }], onError: 'continueErrorOutput' },
	);
	expect(pairs(items)).toEqual([1]);
	expect(pairs(errorItems)).toEqual([0]);
	expect(own.column('Title')).toEqual(['new']);
});
