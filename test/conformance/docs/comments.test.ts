/** What people and apps say about a document. */
import { type DocFixture, newDoc, startDoc, text } from '../../support/conformance/docs';

let fixture: DocFixture;
beforeAll(async () => {
	fixture = await startDoc();
});
beforeEach(async () => {
	fixture = await newDoc(fixture);
});
afterAll(() => fixture.simulator.close());

const params = { file_type: 'docx' as const };
const path = (more: object = {}) => ({ file_token: fixture.id, ...more });
const content = (words: string) => ({ elements: [{ type: 'text_run' as const, text_run: { text: words } }] });
const api = () => fixture.sdk.drive.v1.fileComment;
const raw = (method: string, more: string, body?: unknown, headers?: Record<string, string>) =>
	fixture.http.call(method, `/open-apis/drive/v1/files/${fixture.id}/comments${more}`, body, headers);

async function comment(words: string): Promise<string> {
	const data = { reply_list: { replies: [{ content: content(words) }] } };
	return (await api().create({ path: path(), params, data })).data?.comment_id ?? '';
}
const list = async (more: object = {}) =>
	(await api().list({ path: path(), params: { ...params, ...more } })).data?.items ?? [];

it('a comment is about the whole, answered, read, solved and opened again', async () => {
	const id = await comment('one');
	await comment('two');
	const reply = { content: content('answer') };
	const replied = await raw('POST', `/${id}/replies?file_type=docx`, reply);
	expect(replied.data).toMatchObject({ reply_id: expect.any(String) as string, content: content('answer') });
	const more = { comment_id: id, reply_list: { replies: [{ content: content('more') }] } };
	expect((await raw('POST', '?file_type=docx', more)).data.comment_id).toBe(id);
	const all = await list();
	expect(all).toMatchObject([
		{ comment_id: id, is_whole: true, is_solved: false, reply_list: { replies: [{}, {}, {}] } },
		{ reply_list: { replies: [{ content: content('two') }] } },
	]);
	expect(all[0]?.create_time).toBeLessThan(1e11);
	await api().patch({ path: path({ comment_id: id }) as never, params, data: { is_solved: true } });
	expect(await list({ is_solved: true })).toHaveLength(1);
	expect(await list({ is_solved: false, page_size: 1 })).toHaveLength(1);
	const found = await api().batchQuery({ path: path(), params, data: { comment_ids: [id] } });
	expect(found.data?.items).toMatchObject([
		{ is_solved: true, solver_user_id: expect.stringMatching(/^ou_/) as string },
	]);
	const replies = await fixture.sdk.drive.v1.fileCommentReply.list({
		path: path({ comment_id: id }) as never,
		params: { ...params, page_size: 2 },
	});
	expect(replies.data).toMatchObject({ has_more: true, items: [{}, {}] });
});

it('a reply is changed by who wrote it; without its first one a comment is gone', async () => {
	const id = await comment('one');
	const [first] = await list();
	const reply = first?.reply_list?.replies[0]?.reply_id ?? '';
	const at = `/${id}/replies/${reply}?file_type=docx`;
	expect((await raw('PUT', at, { content: content('changed') })).code).toBe(0);
	expect(await list()).toMatchObject([{ reply_list: { replies: [{ content: content('changed') }] } }]);
	const member = { member_type: 'openid', member_id: fixture.members[0], perm: 'edit' };
	await fixture.http.post(`/open-apis/drive/v1/permissions/${fixture.id}/members?type=docx`, member);
	const person = await fixture.as(fixture.members[0] ?? '');
	expect(await raw('PUT', at, { content: content('x') }, person)).toMatchObject({ code: 1069303, status: 403 });
	await raw('POST', `/${id}/replies?file_type=docx`, { content: content('two') });
	await fixture.settings({ docFirstReply: 'reply' });
	expect((await raw('DELETE', at)).code).toBe(0);
	expect(await list()).toMatchObject([{ reply_list: { replies: [{ content: content('two') }] } }]);
	await fixture.settings({ docFirstReply: 'comment' });
	const [left] = await list();
	await raw('DELETE', `/${id}/replies/${left?.reply_list?.replies[0]?.reply_id}?file_type=docx`);
	expect(await list()).toEqual([]);
});

it('a comment stands at a block, quotes it, and makes a version', async () => {
	const [block] = await fixture.add([text('quoted')]);
	const elements = [
		{ type: 'text', text: 'see ' },
		{ type: 'mention_user', mention_user: fixture.members[0] },
	];
	const body = { file_type: 'docx', reply_elements: elements, anchor: { block_id: block?.block_id } };
	const made = await fixture.http.post(`/open-apis/drive/v1/files/${fixture.id}/new_comments`, body);
	expect(await list()).toMatchObject([{ comment_id: made.data.comment_id, is_whole: false, quote: 'quoted' }]);
	expect((await fixture.block(block?.block_id ?? '')).comment_ids).toEqual([made.data.comment_id]);
	const { data } = await fixture.sdk.docx.v1.document.get({ path: { document_id: fixture.id } });
	expect(data?.document?.revision_id).toBe(3);
	const reply_id = (await list())[0]?.reply_list?.replies[0]?.reply_id;
	const reaction = { action: 'add', reply_id, reaction_type: 'OK' };
	await fixture.http.post(`/open-apis/drive/v2/files/${fixture.id}/comments/reaction?file_type=docx`, reaction);
	const [seen] = await list({ need_reaction: true });
	expect(seen).toMatchObject({ reply_list: { replies: [{ reactions: [{ reaction_key: 'OK', count: 1 }] }] } });
	const nowhere = { ...body, anchor: { block_id: 'doxcnothing' } };
	expect((await fixture.http.post(`/open-apis/drive/v1/files/${fixture.id}/new_comments`, nowhere)).code).toBe(1069302);
});

it.each<[string, string, object, number]>([
	['about a sheet as a whole', '?file_type=sheet', {}, 1069302],
	['with nothing in it', '?file_type=docx', { reply_list: { replies: [] } }, 1069302],
	['too long', '?file_type=docx', said([{ type: 'text_run', text_run: { text: 'x'.repeat(10_001) } }]), 1069308],
	['to nobody', '?file_type=docx', said([{ type: 'person', person: { user_id: 'ou_x' } }]), 1069307],
])('a comment is refused %s', async (_what, query, body, code) => {
	expect((await raw('POST', query, body)).code).toBe(code);
});
function said(elements: object[]) {
	return { reply_list: { replies: [{ content: { elements } }] } };
}

it('nobody comments on what they may not see, or what is not there', async () => {
	const person = await fixture.as(fixture.members[0] ?? '');
	expect(await raw('GET', '?file_type=docx', undefined, person)).toMatchObject({ code: 1069303, status: 403 });
	expect((await raw('GET', '?file_type=sheet')).code).toBe(1069305);
	expect(await raw('GET', '/1?file_type=docx')).toMatchObject({ code: 1069307, status: 404 });
	await fixture.http.call('DELETE', `/open-apis/drive/v1/files/${fixture.id}?type=docx`);
	expect((await raw('GET', '?file_type=docx')).code).toBe(1069304);
});
