/** The tool of the official plugin for spreadsheets, which a model calls for a person: what it writes and reads goes through. */
import { type Fixture, first, startFixture } from '../../support/conformance/harness';
import { hushPlugin, pluginConfig, type PluginTool, pluginTools, SHEET_TOOLS } from '../../support/conformance/plugin';

type Json = Record<string, unknown>;

let fixture: Fixture;
let tools: Map<string, PluginTool>;
let spreadsheet_token: string;
let sheet_id: string;

async function call(action: string, params: object = {}): Promise<Json> {
	const tool = tools.get('feishu_sheet');
	const { details, content } = (await tool?.execute('call', { action, spreadsheet_token, ...params })) ?? {};
	return (details ?? JSON.parse(content?.[0]?.text ?? '{}')) as Json;
}

const HEADERS = ['Name', 'Amount', 'Joined'];

beforeEach(hushPlugin);
beforeAll(async () => {
	hushPlugin();
	fixture = await startFixture();
	const person = first(fixture.members);
	const { token } = await fixture.http.admin<{ token: string }>('POST', '/tokens', { open_id: person });
	tools = pluginTools(pluginConfig(fixture.simulator), { openId: person, token }, SHEET_TOOLS);
	const made = await call('create', { title: 'Plugin', headers: HEADERS, data: [['Ann', 5, '2026-01-01']] });
	spreadsheet_token = String(made.spreadsheet_token);
	sheet_id = String(((await call('info')).sheets as Json[])[0]?.sheet_id);
});
afterAll(() => fixture.simulator.close());

it('tells of a spreadsheet and its sheets, also by an address', async () => {
	const told = { title: 'Plugin', spreadsheet_token, sheets: [{ sheet_id, row_count: 200, column_count: 20 }] };
	expect(await call('info')).toMatchObject(told);
	const url = `https://example.feishu.cn/sheets/${spreadsheet_token}?sheet=${sheet_id}`;
	expect(await call('info', { spreadsheet_token: undefined, url })).toMatchObject(told);
});

it('reads what it wrote: a whole sheet, a range, styled texts as one', async () => {
	const { values } = await call('read', { range: `${sheet_id}!A1:C2` });
	expect(values).toEqual([HEADERS, ['Ann', 5, '2026-01-01']]);
	const styled = [
		[
			{ type: 'text', text: 'red', segmentStyle: { bold: true } },
			{ type: 'text', text: ' ink' },
		],
	];
	expect(await call('write', { range: `${sheet_id}!A3:A3`, values: [styled] })).toMatchObject({ updated_cells: 1 });
	const option = { range: `${sheet_id}!A3:A3`, value_render_option: 'UnformattedValue' };
	expect(await call('read', option)).toMatchObject({ values: [['red ink']] });
	expect((await call('read')).values).toHaveLength(200);
});

it('appends below what is there', async () => {
	expect(await call('append', { values: [['Zoe', 7]] })).toMatchObject({ updated_range: `${sheet_id}!A4:B4` });
});

it('finds in whatever letters, or, as it inverts it, in the same ones', async () => {
	await call('write', { range: `${sheet_id}!E1:E2`, values: [['Open'], ['open']] });
	const find = { sheet_id, find: 'open', range: 'E1:E9' };
	expect(await call('find', { ...find, match_case: false })).toMatchObject({ matched_cells: ['E1', 'E2'] });
	expect(await call('find', { ...find, match_case: true })).toMatchObject({ matched_cells: ['E2'] });
});

it('tells what is refused with the words of the platform', async () => {
	expect(JSON.stringify(await call('read', { range: 'Sheet1!A1:B2' }))).toMatch(/Wrong Range|90202/);
	expect(JSON.stringify(await call('read', { spreadsheet_token: 'nobody', range: 'x' }))).toMatch(/90214|Not Found/);
	expect(await call('export', { file_extension: 'csv' })).toMatchObject({ error: expect.stringMatching(/sheet_id/) });
});
