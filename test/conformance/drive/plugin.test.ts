/** The tools of the official plugin for Drive and wikis, which a model calls for a person. */
import { DRIVE_TOOLS, hushPlugin, pluginConfig, type PluginTool, pluginTools } from '../../support/conformance/plugin';
import { type Fixture, first, startFixture } from '../../support/conformance/harness';

type Json = Record<string, unknown>;

let fixture: Fixture;
let tools: Map<string, PluginTool>;

async function call(tool: string, action: string, params: object = {}): Promise<Json> {
	const { details, content } = (await tools.get(`feishu_${tool}`)?.execute('call', { action, ...params })) ?? {};
	return (details ?? JSON.parse(content?.[0]?.text ?? '{}')) as Json;
}

beforeEach(hushPlugin);
beforeAll(async () => {
	hushPlugin();
	fixture = await startFixture();
	const openId = first(fixture.members);
	const { token } = await fixture.http.admin<{ token: string }>('POST', '/tokens', { open_id: openId });
	tools = pluginTools(pluginConfig(fixture.simulator), { openId, token }, DRIVE_TOOLS);
});
afterAll(() => fixture.simulator.close());

const named = (list: unknown, name: string) => (list as Json[]).find((each) => each.name === name) ?? {};

it('files: list, upload, copy, move, tell of, download, delete', async () => {
	const folder = named((await call('drive_file', 'list')).files, '项目资料 Project files');
	const folder_token = String(folder.token);
	const names = ((await call('drive_file', 'list', { folder_token })).files as Json[]).map(({ name }) => name);
	expect(names.sort()).toEqual(['Notes.txt', '报价单.csv']);
	const content = { file_content_base64: Buffer.from('words').toString('base64'), file_name: 'a.txt', size: 5 };
	// The tool looks for the token where the SDK does not leave it, so its answer has none.
	expect(await call('drive_file', 'upload', { parent_node: folder_token, ...content })).toMatchObject({ size: 5 });
	const { token: file_token } = named((await call('drive_file', 'list', { folder_token })).files, 'a.txt');
	const to = { file_token, type: 'file', folder_token };
	expect(await call('drive_file', 'copy', { ...to, name: 'b.txt' })).toMatchObject({ file: { name: 'b.txt' } });
	expect(await call('drive_file', 'move', to)).toMatchObject({ success: true });
	const request_docs = [{ doc_token: file_token, doc_type: 'file' }];
	expect(await call('drive_file', 'get_meta', { request_docs })).toMatchObject({ metas: [{ title: 'a.txt' }] });
	const { file_content_base64 } = await call('drive_file', 'download', { file_token });
	expect(Buffer.from(String(file_content_base64), 'base64').toString()).toBe('words');
	expect(await call('drive_file', 'delete', { file_token, type: 'file' })).toMatchObject({ success: true });
	const gone = await call('drive_file', 'delete', { file_token, type: 'file' });
	expect(JSON.stringify(gone)).toMatch(/1061007|has been delete/);
});

it('spaces and pages: list, create, get, copy, move', async () => {
	const spaces = (await call('wiki_space', 'list')).spaces as Json[];
	expect(spaces.map(({ name }) => name)).toEqual(['Team handbook', '产品手册']);
	const { space } = await call('wiki_space', 'create', { name: 'Own' });
	const { space_id } = space as Json;
	expect(await call('wiki_space', 'get', { space_id })).toMatchObject({ space: { name: 'Own' } });
	const page = { space_id, obj_type: 'docx', node_type: 'origin' };
	const { node } = await call('wiki_space_node', 'create', { ...page, title: 'Page' });
	const { node_token } = node as Json;
	expect(await call('wiki_space_node', 'get', { token: node_token })).toMatchObject({ node: { title: 'Page' } });
	const copy = await call('wiki_space_node', 'copy', {
		space_id,
		node_token,
		target_space_id: space_id,
		title: 'Copy',
	});
	const below = { space_id, node_token: (copy.node as Json).node_token, target_parent_token: node_token };
	expect(await call('wiki_space_node', 'move', below)).toMatchObject({ node: { parent_node_token: node_token } });
	const { nodes } = await call('wiki_space_node', 'list', { space_id, parent_node_token: node_token });
	expect(nodes).toMatchObject([{ title: 'Copy' }]);
});

it('search: with marks around the words', async () => {
	const { results } = await call('search_doc_wiki', 'search', { query: 'welcome' });
	expect(results).toMatchObject([{ title_highlighted: '<h>Welcome</h>', entity_type: 'WIKI' }]);
});

it('every tool of Drive, wikis and search is tried here', () => {
	expect([...tools.keys()].sort()).toEqual([
		...['feishu_drive_file', 'feishu_search_doc_wiki', 'feishu_wiki_space', 'feishu_wiki_space_node'],
	]);
});
