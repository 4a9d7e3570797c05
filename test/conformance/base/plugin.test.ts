/** The base tools of the official plugin, which a model calls for a person: what they write and read goes through. */
import { type Fixture, first, startFixture } from '../../support/conformance/harness';
import { BASE_TOOLS, hushPlugin, pluginConfig, type PluginTool, pluginTools } from '../../support/conformance/plugin';

type Json = Record<string, unknown>;

let fixture: Fixture;
let tools: Map<string, PluginTool>;
let person: string;
let app_token: string;
let table_id: string;

async function call(tool: string, action: string, params: object = {}): Promise<Json> {
	const { details, content } =
		(await tools.get(`feishu_bitable_${tool}`)?.execute('call', { action, app_token, table_id, ...params })) ?? {};
	return (details ?? JSON.parse(content?.[0]?.text ?? '{}')) as Json;
}

beforeEach(hushPlugin);
beforeAll(async () => {
	hushPlugin();
	fixture = await startFixture();
	person = first(fixture.members);
	const { token } = await fixture.http.admin<{ token: string }>('POST', '/tokens', { open_id: person });
	tools = pluginTools(pluginConfig(fixture.simulator), { openId: person, token }, BASE_TOOLS);
	app_token = String(((await call('app', 'create', { name: 'Plugin' })).app as Json).app_token);
	const fields = [
		{ field_name: 'Name', type: 1 },
		{ field_name: 'Web', type: 15, property: {} },
		{ field_name: 'State', type: 3, property: { options: [{ name: 'open' }] } },
	];
	table_id = String((await call('app_table', 'create', { table: { name: 'Work', fields } })).table_id);
});
afterAll(() => fixture.simulator.close());

it('bases: get, list, rename, copy', async () => {
	expect(await call('app', 'get')).toMatchObject({ app: { app_token, name: 'Plugin' } });
	const mine = expect.objectContaining({ token: app_token, name: 'Plugin' }) as unknown;
	expect((await call('app', 'list')).apps).toContainEqual(mine);
	expect(await call('app', 'patch', { name: 'Renamed' })).toMatchObject({ app: { name: 'Renamed' } });
	expect(await call('app', 'copy', { name: 'Copy' })).toMatchObject({ app: { name: 'Copy' } });
});

it('tables: list, rename, several at once', async () => {
	expect(await call('app_table', 'batch_create', { tables: [{ name: 'A' }, { name: 'B' }] })).toMatchObject({
		table_ids: [expect.stringMatching(/^tbl/), expect.stringMatching(/^tbl/)],
	});
	expect(await call('app_table', 'patch', { name: 'Tasks' })).toMatchObject({ name: 'Tasks' });
	const { tables } = await call('app_table', 'list', { page_size: 50 });
	expect((tables as Json[]).map(({ name }) => name)).toEqual(['数据表', 'Tasks', 'A', 'B']);
});

it('fields: create, rename with what the tool looks up itself, delete', async () => {
	const made = await call('app_table_field', 'create', { field_name: 'Amount', type: 2 });
	const { field_id } = made.field as Json;
	// It asks for 500 fields at once, where the page allows 100.
	await fixture.http.admin('PUT', '/settings', { baseLargePages: 'cut' });
	expect(await call('app_table_field', 'update', { field_id, field_name: 'Sum' })).toMatchObject({
		field: { field_id, field_name: 'Sum', type: 2 },
	});
	await fixture.http.admin('PUT', '/settings', { baseLargePages: 'refused' });
	const { fields } = await call('app_table_field', 'list');
	expect((fields as Json[]).map(({ field_name: name }) => name)).toEqual(['Name', 'Web', 'State', 'Sum']);
	expect(await call('app_table_field', 'delete', { field_id })).toEqual({ success: true });
});

it('views: create, get, rename, list', async () => {
	const { view } = await call('app_table_view', 'create', { view_name: 'Board', view_type: 'kanban' });
	const { view_id } = view as Json;
	await call('app_table_view', 'patch', { view_id, view_name: 'Wall' });
	expect(await call('app_table_view', 'get', { view_id })).toMatchObject({ view: { view_name: 'Wall' } });
	expect(await call('app_table_view', 'list')).toMatchObject({ views: [{}, { view_id, view_name: 'Wall' }] });
});

it('records: one by one, several at once, found by a filter that lacks its empty value', async () => {
	const made = await call('app_table_record', 'create', { fields: { Name: 'one', State: 'new' } });
	const { record_id } = made.record as Json;
	const rows = [{ fields: { Name: 'two' } }, { fields: { Web: { text: 'W', link: 'https://w.cn' } } }];
	const more = (await call('app_table_record', 'batch_create', { records: rows })).records as Json[];
	await call('app_table_record', 'update', { record_id, fields: { State: 'open' } });
	const changed = [{ record_id: more[0]?.record_id, fields: { State: 'open' } }];
	await call('app_table_record', 'batch_update', { records: changed });
	const conditions = [{ field_name: 'Web', operator: 'isEmpty' }];
	const found = await call('app_table_record', 'list', { filter: { conjunction: 'and', conditions } });
	expect(found).toMatchObject({ total: 2, records: [{ fields: { State: 'open' } }, { fields: { State: 'open' } }] });
	expect(await call('app_table_record', 'delete', { record_id })).toEqual({ success: true });
	const record_ids = more.map(({ record_id: id }) => id);
	expect(await call('app_table_record', 'batch_delete', { record_ids })).toEqual({ success: true });
	expect(await call('app_table_record', 'list')).toMatchObject({ total: 0 });
});

it('what is refused is told with the code', async () => {
	const refused = await call('app_table_record', 'create', { fields: { Web: 'https://w.cn' } });
	expect(JSON.stringify(refused)).toMatch(/1254068|URLFieldConvFail/);
	const unknown = await call('app_table_record', 'create', { fields: { Nobody: 'x' } });
	expect(JSON.stringify(unknown)).toMatch(/1254045|FieldNameNotFound/);
});

it('every tool of bases is tried here', () => {
	expect([...tools.keys()].sort()).toEqual([
		'feishu_bitable_app',
		'feishu_bitable_app_table',
		'feishu_bitable_app_table_field',
		'feishu_bitable_app_table_record',
		'feishu_bitable_app_table_view',
	]);
});
