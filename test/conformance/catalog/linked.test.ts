/** Endpoints that the simulator knows from the catalog alone: what one makes, the others of its list know. */
import { type Simulator, startSimulator } from '../../../simulator';
import type { Endpoint } from '../../../simulator/catalog/endpoints';
import { filtersOf } from '../../../simulator/catalog/filters';
import { putSpace } from '../../support/wikiSpace';
import { tokensOf } from './caller';

let simulator: Simulator;
let token: string;
beforeAll(async () => {
	simulator = await startSimulator({ rateLimits: false });
	token = tokensOf(simulator).tenant;
});
afterAll(() => simulator.close());

interface Reply {
	status: number;
	code: number;
	data: Record<string, unknown>;
}

async function ask(method: string, path: string, body?: object): Promise<Reply> {
	const response = await fetch(`${simulator.url}/open-apis/${path}`, {
		method,
		headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
		...(body && { body: JSON.stringify(body) }),
	});
	const { code, data } = (await response.json()) as { code: number; data: Record<string, unknown> };
	return { status: response.status, code, data };
}

const inner = (reply: Reply, name: string) => reply.data[name] as Record<string, unknown>;

describe('a base', () => {
	let app: Record<string, unknown>;
	let tableId: unknown;
	const table = () => `bitable/v1/apps/${String(app.app_token)}/tables/${String(tableId)}`;

	beforeAll(async () => {
		app = inner(await ask('POST', 'bitable/v1/apps', { name: 'Orders' }), 'app');
	});

	it('has the name it was given, and a first table', async () => {
		expect(app).toMatchObject({ name: 'Orders', app_token: expect.stringMatching(/^.{4}b.{4}a.{4}s.{12}$/) });
		const { data } = await ask('GET', `bitable/v1/apps/${String(app.app_token)}/tables`);
		expect(data).toMatchObject({ total: 1, has_more: false, items: [{ table_id: app.default_table_id }] });
	});

	// The first table has columns of its own, and ten empty rows.
	it('takes another table', async () => {
		const fields = [
			{ field_name: 'Name', type: 1 },
			{ field_name: 'Amount', type: 2 },
		];
		const made = await ask('POST', `bitable/v1/apps/${String(app.app_token)}/tables`, { table: { name: 'Sold', fields } });
		tableId = made.data.table_id;
		expect(tableId).toMatch(/^tbl/);
	});

	it('keeps records: made, read, changed, listed, taken away', async () => {
		const fields = { Name: '张三', Amount: 12 };
		const record = inner(await ask('POST', `${table()}/records`, { fields }), 'record');
		expect(record).toMatchObject({ fields, record_id: expect.stringMatching(/^rec/) });
		const one = `${table()}/records/${String(record.record_id)}`;
		expect(inner(await ask('GET', one), 'record')).toMatchObject({ fields, record_id: record.record_id });
		await ask('PUT', one, { fields: { Name: 'Tom' } });
		expect((await ask('POST', `${table()}/records/search`, {})).data).toMatchObject({
			total: 1,
			items: [{ record_id: record.record_id, fields: { Name: [{ type: 'text', text: 'Tom' }], Amount: 12 } }],
		});
		expect((await ask('DELETE', one)).data).toMatchObject({ deleted: true, record_id: record.record_id });
		expect(await ask('GET', one)).toMatchObject({ code: 1254043 });
	});

	it('takes many at once, and gives them page by page', async () => {
		const records = Array.from({ length: 5 }, (_, index) => ({ fields: { Amount: index } }));
		const { data } = await ask('POST', `${table()}/records/batch_create`, { records });
		const made = data.records as Array<{ record_id: string; fields: object }>;
		expect(made.map(({ fields }) => fields)).toEqual(records.map(({ fields }) => fields));
		const first = await ask('GET', `${table()}/records?page_size=3`);
		expect(first.data).toMatchObject({ has_more: true, total: 5 });
		const rest = await ask('GET', `${table()}/records?page_size=3&page_token=${String(first.data.page_token)}`);
		expect([...(first.data.items as object[]), ...(rest.data.items as object[])]).toHaveLength(5);
		expect(rest.data.has_more).toBe(false);
		await ask('POST', `${table()}/records/batch_delete`, { records: made.map(({ record_id }) => record_id) });
		expect((await ask('GET', `${table()}/records`)).data).toMatchObject({ total: 0, items: [] });
	});

	it.each([
		['base', 1254040, 'bitable/v1/apps/bascnNobody/tables'],
		['table', 1254041, 'bitable/v1/apps/:app/tables/tblNobody/records'],
		['record, of another kind of ID', 1254043, 'bitable/v1/apps/:app/tables/:table/records/tblNobody'],
		['base, of what the catalog alone knows', 1254040, 'bitable/v1/apps/bascnNobody/dashboards'],
		['table, of the same', 1254041, 'bitable/v1/apps/:app/tables/tblNobody/forms/vewNobody'],
	])('that nobody made is refused: an unknown %s', async (_what, code, path) => {
		const url = path.replace(':app', String(app.app_token)).replace(':table', String(app.default_table_id));
		expect(await ask('GET', url)).toMatchObject({ code });
	});
});

it.each([
	['calendar/v4/calendars', { summary: 'Team' }, 'calendar', 'calendar_id'],
	['task/v2/tasklists', { name: 'Week' }, 'tasklist', 'guid'],
	['docx/v1/documents', { title: 'Plan' }, 'document', 'document_id'],
	['contact/v3/unit', { name: 'Unit', unit_type: 'x' }, undefined, 'unit_id'],
	['hire/v1/notes', { talent_id: '1', content: 'fine' }, 'note', 'id'],
	['vc/v1/room_levels', { name: 'Floor', parent_id: '0' }, 'room_level', 'room_level_id'],
	['corehr/v1/job_families', { name: [{ lang: 'zh-CN', value: '技术' }], active: true, effective_time: '2026-01-01 00:00:00' }, 'job_family', 'id'],
])('%s gives back what was made, under the same id', async (path, body, name, key) => {
	const made = await ask('POST', path, body);
	const record = name ? inner(made, name) : made.data;
	expect([made.code, typeof record[key]]).toEqual([0, 'string']);
	const read = await ask('GET', `${path}/${encodeURIComponent(String(record[key]))}`);
	expect(read.code).toBe(0);
	expect(JSON.stringify(read.data)).toContain(JSON.stringify(record[key]));
});

it('events lie in the calendar in which they were made', async () => {
	const { calendar_id: calendar } = inner(await ask('POST', 'calendar/v4/calendars', { summary: 'A' }), 'calendar');
	const list = `calendar/v4/calendars/${encodeURIComponent(String(calendar))}/events`;
	const event = inner(
		await ask('POST', list, { summary: 'Lunch', start_time: { timestamp: '1800000000' }, end_time: { timestamp: '1800003600' } }),
		'event',
	);
	expect(event).toMatchObject({ summary: 'Lunch', start_time: { timestamp: '1800000000' } });
	expect((await ask('GET', list)).data).toMatchObject({ items: [{ event_id: event.event_id }] });
	const other = await ask('POST', 'calendar/v4/calendars', { summary: 'B' });
	const there = `calendar/v4/calendars/${encodeURIComponent(String(inner(other, 'calendar').calendar_id))}/events`;
	expect((await ask('GET', there)).data).toMatchObject({ items: [] });
	expect(await ask('GET', `${there}/${String(event.event_id)}`)).toMatchObject({ status: 404, code: 193001 });
	expect((await ask('GET', 'calendar/v4/calendars/primary/events')).code).toBe(0);
});

describe('a page of a wiki', () => {
	let node: Record<string, unknown>;
	const look = async (query: string) => await ask('GET', `wiki/v2/spaces/get_node?${query}`);

	beforeAll(async () => {
		putSpace(simulator.store, '7');
		const page = { obj_type: 'bitable', node_type: 'origin', title: 'Orders' };
		node = inner(await ask('POST', 'wiki/v2/spaces/7/nodes', page), 'node');
	});

	it('is found by its own token, and by that of its content with its type', async () => {
		const { node_token, obj_token } = node;
		expect(node_token).not.toBe(obj_token);
		const same = { node_token, obj_token, obj_type: 'bitable', title: 'Orders' };
		expect(inner(await look(`token=${String(node_token)}`), 'node')).toMatchObject(same);
		expect(inner(await look(`token=${String(obj_token)}&obj_type=bitable`), 'node')).toMatchObject(same);
		expect(await look(`token=${String(obj_token)}`)).toMatchObject({ status: 400, code: 131005 });
	});

	it('holds what its token opens', async () => {
		expect((await ask('GET', `bitable/v1/apps/${String(node.obj_token)}/tables`)).code).toBe(0);
		expect((await ask('GET', `bitable/v1/apps/${String(node.node_token)}/tables`)).code).toBe(1254040);
	});
});

describe('a list that takes a value under the name of a property of its records', () => {
	it('gives those that have it', async () => {
		for (const talent_id of ['1', '2', '1']) await ask('POST', 'hire/v1/notes', { talent_id, content: `of ${talent_id}` });
		const { data } = await ask('GET', 'hire/v1/notes?talent_id=2&user_id_type=open_id');
		expect((data.items as object[]).map((one) => one)).toMatchObject([{ talent_id: '2', content: 'of 2' }]);
		expect((await ask('GET', 'hire/v1/notes?talent_id=3')).data).toMatchObject({ items: [] });
	});

	it('gives those within the bounds of a time', () => {
		const endpoint = { paging: { in: 'query' }, request: { query: { properties: { start_create_time: {}, end_create_time: {}, name: {}, id: {}, kind: {} } } } } as unknown as Endpoint;
		const shape = { create_time: 'string', name: 'string', id: 'string', kind: 'string' };
		const kept = (query: Record<string, unknown>) => {
			const filters = filtersOf(endpoint, { query, body: {} }, shape, 'id');
			return ['10', '20', '30'].filter((create_time) => filters.every((fits) => fits({ create_time, name: 'a', kind: 'k' })));
		};
		expect(kept({ start_create_time: '20' })).toEqual(['20', '30']);
		expect(kept({ start_create_time: '15', end_create_time: '25' })).toEqual(['20']);
		expect(kept({ kind: 'other' })).toEqual([]);
		// What may be searched for in parts, and the list's own ID, choose nothing.
		expect(kept({ name: 'b', id: '7' })).toEqual(['10', '20', '30']);
	});
});
