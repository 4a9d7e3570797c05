/** Limits of writes, writes that meet, and writes that are sent again. */
import { randomUUID } from 'node:crypto';
import { addRecord, type BaseFixture, readRecord, refusalOf, startBase } from '../../support/conformance/bases';

let fixture: BaseFixture;
beforeAll(async () => {
	fixture = await startBase([
		{ field_name: 'Name', type: 1 },
		{ field_name: 'Amount', type: 2 },
	]);
});
afterAll(() => fixture.simulator.close());

const records = () => fixture.sdk.bitable.v1.appTableRecord;
const settings = (changed: object) => fixture.http.admin('PUT', '/settings', changed);
const total = async () => (await records().search({ path: fixture.path, data: {} })).data?.total ?? 0;
const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ fields: { Amount: index } }));
const table = () => {
	const found = fixture.simulator.store.bases.all.get(fixture.app_token)?.tables.get(fixture.path.table_id);
	if (!found) throw new Error('the table is gone');
	return found;
};

describe('how much a table takes', () => {
	afterAll(() => settings({ baseRows: null }));

	it('is what the plan of the company says, for people as for apps; what is there can be changed', async () => {
		const id = await addRecord(fixture, { Amount: 1 });
		await settings({ baseRows: (await total()) + 1 });
		const create = (count: number) => records().batchCreate({ path: fixture.path, data: { records: rows(count) } });
		expect(await refusalOf(create(2))).toEqual([1254103, 200]);
		await create(1);
		const url = `/bases/${fixture.app_token}/tables/${fixture.path.table_id}/records`;
		const byHand = { open_id: fixture.members[0], records: [{ Amount: 1 }] };
		expect(await fixture.http.admin('POST', url, byHand)).toMatchObject({ message: '1254103 RecordExceedLimit' });
		await records().update({ path: { ...fixture.path, record_id: id }, data: { fields: { Amount: 2 } } });
		expect(await readRecord(fixture, id)).toEqual({ Amount: 2 });
	});
});

describe('how much one call takes', () => {
	it('is a thousand records, or what a test says; five hundred to take away, a hundred to get', async () => {
		const create = (count: number) => records().batchCreate({ path: fixture.path, data: { records: rows(count) } });
		expect((await create(1000)).data?.records).toHaveLength(1000);
		expect(await refusalOf(create(1001))).toEqual([1254104, 200]);
		await settings({ baseBatch: 500 });
		expect((await refusalOf(create(501)))[0]).toBe(1254104);
		await settings({ baseBatch: 1000 });
		const ids = [...table().records.keys()];
		const remove = (count: number) =>
			records().batchDelete({ path: fixture.path, data: { records: ids.slice(0, count) } });
		expect((await refusalOf(remove(501)))[0]).toBe(1254104);
		expect((await remove(500)).data?.records).toHaveLength(500);
		const get = records().batchGet({ path: fixture.path, data: { record_ids: ids.slice(0, 101) } });
		expect((await refusalOf(get))[0]).toBe(99992402);
	});
});

describe('writes to one table at once', () => {
	afterEach(async () => {
		table().writing = false;
		await settings({ baseConflictStatus: 200, baseWriteMs: 5 });
	});

	it.each([200, 400] as const)('are a conflict with HTTP %d, of records, fields and views alike', async (status) => {
		await settings({ baseConflictStatus: status });
		const record_id = await addRecord(fixture, { Name: 'x' });
		const field = (await fixture.sdk.bitable.v1.appTableField.list({ path: fixture.path })).data?.items?.[1];
		const { path, sdk } = fixture;
		table().writing = true;
		const writes = [
			() => records().create({ path, data: { fields: { Name: 'y' } } }),
			() => records().batchCreate({ path, data: { records: rows(1) } }),
			() => records().update({ path: { ...path, record_id }, data: { fields: { Name: 'y' } } }),
			() => records().delete({ path: { ...path, record_id } }),
			() => sdk.bitable.v1.appTableField.create({ path, data: { field_name: 'New', type: 1 } }),
			() => sdk.bitable.v1.appTableField.delete({ path: { ...path, field_id: field?.field_id ?? '' } }),
			() => sdk.bitable.v1.appTableView.create({ path, data: { view_name: 'New', view_type: 'grid' } }),
		];
		for (const write of writes) expect(await refusalOf(write())).toEqual([1254291, status]);
		// Who doesn't want the check is not refused, and reads never are.
		const params = { ignore_consistency_check: true };
		expect((await records().create({ path, params, data: { fields: { Name: 'z' } } })).code).toBe(0);
		expect(await readRecord(fixture, record_id)).toMatchObject({ Name: [{ text: 'x' }] });
	});

	it('let one through, and do all of it or nothing', async () => {
		await settings({ baseWriteMs: 200 });
		const before = await total();
		const codes = await Promise.all(
			Array.from({ length: 5 }, () =>
				refusalOf(records().batchCreate({ path: fixture.path, data: { records: rows(10) } })),
			),
		);
		const done = codes.filter(([code]) => code === 0).length;
		expect(codes.filter(([code]) => code === 1254291)).toHaveLength(5 - done);
		expect([done > 0, done < 5]).toEqual([true, true]);
		expect(await total()).toBe(before + 10 * done);
	});
});

describe('a client_token', () => {
	const create = (client_token: string, fields: object = { Name: 'once' }) =>
		records().create({ path: fixture.path, params: { client_token }, data: { fields: fields as never } });

	it('does a thing once', async () => {
		const token = randomUUID();
		const before = await total();
		const [one, two] = [await create(token), await create(token)];
		expect(two.data).toEqual(one.data);
		expect(await total()).toBe(before + 1);
		const batch = { path: fixture.path, params: { client_token: token }, data: { records: rows(2) } };
		const [three, four] = [await records().batchCreate(batch), await records().batchCreate(batch)];
		expect(four.data).toEqual(three.data);
		const field = { path: fixture.path, params: { client_token: token }, data: { field_name: 'Once', type: 1 } };
		const { appTableField: fields } = fixture.sdk.bitable.v1;
		expect((await fields.create(field)).data).toEqual((await fields.create(field)).data);
	});

	it('that was refused may be sent again', async () => {
		const token = randomUUID();
		expect((await refusalOf(create(token, { Amount: 'x' })))[0]).toBe(1254061);
		expect((await create(token)).code).toBe(0);
	});

	it.each(['nonsense', '6ba7b810-9dad-11d1-80b4-00c04fd430c8'])('of another form is refused: %s', async (token) => {
		expect(await refusalOf(create(token))).toEqual([1254037, 400]);
	});

	it.each([
		['clash', 1255006, 400],
		['resubmitted', 1254608, 403],
	] as const)('that is under way is a %s', async (baseTokenClash, code, status) => {
		await settings({ baseTokenClash });
		const token = randomUUID();
		const { once } = fixture.simulator.store.bases;
		once.set([fixture.simulator.appId, 'record', fixture.app_token, fixture.path.table_id, token].join(' '), {});
		expect(await refusalOf(create(token))).toEqual([code, status]);
	});
});

describe('writes that skip the check', () => {
	it('may be read late', async () => {
		await settings({ baseReadLagMs: 60_000 });
		const id = await addRecord(fixture, { Name: 'old' });
		const params = { ignore_consistency_check: true };
		const path = { ...fixture.path, record_id: id };
		await records().update({ path, params, data: { fields: { Name: 'new' } } });
		const made = await records().create({ path, params, data: { fields: { Name: 'late' } } });
		const late = made.data?.record?.record_id ?? '';
		expect([await readRecord(fixture, id), await readRecord(fixture, late)]).toMatchObject([
			{ Name: [{ text: 'old' }] },
			undefined,
		]);
		await fixture.http.admin('POST', '/clock', { ms: 60_001 });
		expect([await readRecord(fixture, id), await readRecord(fixture, late)]).toMatchObject([
			{ Name: [{ text: 'new' }] },
			{ Name: [{ text: 'late' }] },
		]);
	});
});

describe('too many', () => {
	it.each<[string, number, (limited: BaseFixture) => Promise<unknown>]>([
		['writes of records', 50, ({ http, url }) => http.post(`${url}/records`, { fields: {} })],
		['searches', 20, ({ http, url }) => http.post(`${url}/records/search`, {})],
		['fields', 10, ({ http, url }) => http.post(`${url}/fields`, { field_name: '', type: 1 })],
	])('%s in a second: more than %d', async (_what, limit, ask) => {
		const limited = await startBase([{ field_name: 'Name', type: 1 }], { rateLimits: true });
		// The clock stands still, so that all of it falls in one second.
		const now = limited.simulator.store.clock.now();
		jest.spyOn(limited.simulator.store.clock, 'now').mockReturnValue(now);
		const answers = (await Promise.all(Array.from({ length: limit + 1 }, () => ask(limited)))) as { code: number }[];
		expect(answers.filter(({ code }) => code === 99991400)).toHaveLength(1);
		await limited.simulator.close();
	});
});
