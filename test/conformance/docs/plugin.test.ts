/** The document tools of the official plugin, which a model calls for a person: what they write and read goes through. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Block, newDoc } from '../../support/conformance/docs';
import { type Fixture, first, PNG, startFixture } from '../../support/conformance/harness';
import { DOC_TOOLS, hushPlugin, pluginConfig, type PluginTool, pluginTools } from '../../support/conformance/plugin';

type Json = Record<string, unknown>;

const folder = mkdtempSync(join(tmpdir(), 'docs-'));

let fixture: Fixture;
let tools: Map<string, PluginTool>;
let person: string;
let token: string;
let id: string;

async function call(tool: string, params: object): Promise<Json> {
	const { details, content } = (await tools.get(`feishu_${tool}`)?.execute('call', params)) ?? {};
	return (details ?? JSON.parse(content?.[0]?.text ?? '{}')) as Json;
}
const comments = (params: object) => call('doc_comments', { file_token: id, file_type: 'docx', ...params });
async function blocks(): Promise<Block[]> {
	const { data } = await fixture.http.get(`/open-apis/docx/v1/documents/${id}/blocks`);
	return data.items as Block[];
}

beforeEach(hushPlugin);
beforeAll(async () => {
	hushPlugin();
	fixture = await startFixture();
	person = first(fixture.members);
	({ token } = await fixture.http.admin<{ token: string }>('POST', '/tokens', { open_id: person }));
	tools = pluginTools(pluginConfig(fixture.simulator), { openId: person, token }, DOC_TOOLS);
	const doc = await newDoc(fixture);
	id = doc.id;
	const member = { member_type: 'openid', member_id: person, perm: 'edit' };
	await fixture.http.post(`/open-apis/drive/v1/permissions/${id}/members?type=docx`, member);
});
afterAll(() => fixture.simulator.close());

it('comments: create, reply, list, solve', async () => {
	const made = await comments({ action: 'create', elements: [{ type: 'text', text: 'look' }] });
	const { comment_id } = made;
	const answer = [
		{ type: 'mention', open_id: person },
		{ type: 'link', url: 'https://a.cn' },
	];
	expect(await comments({ action: 'reply', comment_id, elements: answer })).toHaveProperty('reply_id');
	const listed = await comments({ action: 'list', is_whole: true });
	expect(listed).toMatchObject({ items: [{ comment_id, reply_list: { replies: [{}, {}] } }] });
	expect(await comments({ action: 'list_replies', comment_id })).toMatchObject({ items: [{}, {}] });
	expect(await comments({ action: 'patch', comment_id, is_solved_value: true })).toEqual({ success: true });
	expect(await comments({ action: 'list', is_solved: false })).toMatchObject({ items: [] });
});

it('a picture and a file go into the document, and come out', async () => {
	const file = (name: string, bytes: Buffer) => {
		writeFileSync(join(folder, name), bytes);
		return join(folder, name);
	};
	const insert = (file_path: string, type: string) =>
		call('doc_media', { action: 'insert', doc_id: `https://company.feishu.cn/docx/${id}`, file_path, type });
	const image = await insert(file('a.png', PNG), 'image');
	const text = await insert(file('b.txt', Buffer.from('words')), 'file');
	expect([image, text]).toMatchObject([{ success: true }, { success: true, file_name: 'b.txt' }]);
	const all = await blocks();
	const byId = (block: Json) => all.find(({ block_id }) => block_id === block.block_id);
	expect(byId(image)).toMatchObject({ image: { token: image.file_token, width: 1, height: 1, align: 2 } });
	expect(byId(text)).toMatchObject({ file: { token: text.file_token, name: 'b.txt' } });
	const output_path = join(folder, 'out.png');
	const out = { action: 'download', resource_type: 'media', resource_token: image.file_token, output_path };
	expect(await call('doc_media', out)).toMatchObject({ saved_path: output_path });
	expect(readFileSync(output_path)).toEqual(PNG);
});

it('a board is given as a picture', async () => {
	const children = [{ block_type: 43, board: {} }];
	const made = await fixture.http.post(`/open-apis/docx/v1/documents/${id}/blocks/${id}/children`, { children });
	const [{ board } = { board: { token: '' } }] = made.data.children as { board: { token: string } }[];
	const code = { plant_uml_code: 'graph TD', syntax_type: 2 };
	await fixture.http.post(`/open-apis/board/v1/whiteboards/${board.token}/nodes/plantuml`, code);
	const output_path = join(folder, 'board');
	const out = { action: 'download', resource_type: 'whiteboard', resource_token: board.token, output_path };
	expect(await call('doc_media', out)).toMatchObject({ saved_path: `${output_path}.png` });
});

it('what is refused is told with the code', async () => {
	const missing = { action: 'list', file_token: 'nothing', file_type: 'docx' };
	expect(JSON.stringify(await call('doc_comments', missing))).toMatch(/1069305|docs not exist/);
});

it('every tool of documents is tried here', () => {
	expect([...tools.keys()].sort()).toEqual(['feishu_doc_comments', 'feishu_doc_media']);
});
