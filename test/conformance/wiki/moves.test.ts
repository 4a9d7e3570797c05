/** Documents that move into a wiki and out of it. */
import { refusalOf } from '../../support/conformance/bases';
import { newPage, newSpace, startWiki, type WikiFixture } from '../../support/conformance/wikis';

let fixture: WikiFixture;
let space_id: string;
beforeAll(async () => {
	fixture = await startWiki();
	space_id = await newSpace(fixture);
});
afterAll(() => fixture.simulator.close());

const newBase = async () =>
	(await fixture.sdk.bitable.v1.app.create({ data: { name: 'Base' } })).data?.app?.app_token ?? '';
const move = (obj_token: string, more: object = {}) =>
	fixture.sdk.wiki.v2.spaceNode.moveDocsToWiki({
		path: { space_id },
		data: { obj_type: 'bitable', obj_token, ...more },
	});
const setting = (change: object) => fixture.http.admin('PUT', '/settings', change);
const task = (id: unknown, type = 'move') =>
	fixture.http.get(`/open-apis/wiki/v2/tasks/${String(id)}?task_type=${type}`);
const listed = async () => {
	const { data } = await fixture.http.get('/open-apis/drive/v1/files');
	return (data.files as Array<{ token: string }>).map(({ token }) => token);
};

it('go in by a task, and are no longer in Drive then', async () => {
	const token = await newBase();
	const { data } = await move(token);
	expect(data).toEqual({ task_id: expect.any(String) });
	expect(await listed()).toContain(token);
	expect((await task(data?.task_id)).data.task).toMatchObject({ move_result: [{ status: 1 }] });
	expect((await task(data?.task_id)).data.task).toMatchObject({
		move_result: [{ status: 0, node: { obj_token: token, obj_type: 'bitable', title: 'Base', space_id } }],
	});
	expect(await listed()).not.toContain(token);
	expect((await task(data?.task_id, 'delete_node')).code).toBe(131005);
	expect((await task(data?.task_id, 'sleep')).code).toBe(99992402);
	expect(await refusalOf(move(token))).toEqual([131008, 400]);
});

it('get there although nobody asks', async () => {
	const token = await newBase();
	await move(token);
	fixture.simulator.store.clock.advance(5_000);
	const params = { token, obj_type: 'bitable' as const };
	expect((await fixture.sdk.wiki.v2.space.getNode({ params })).data?.node?.obj_token).toBe(token);
});

it('go in at once, or when somebody agrees', async () => {
	await setting({ wikiMoveAnswer: 'page' });
	const parent = await newPage(fixture, space_id, { title: 'Parent' });
	const { data } = await move(await newBase(), { parent_wiki_token: parent.node_token });
	expect(data).toEqual({ wiki_token: expect.any(String) });
	await setting({ wikiMoveAnswer: 'approval' });
	expect((await move(await newBase(), { apply: true })).data).toEqual({ applied: true });
	expect(await refusalOf(move(await newBase()))).toEqual([131011, 400]);
	await setting({ wikiMoveAnswer: 'task' });
});

it('stay where the caller does not manage them, or may not write', async () => {
	const { sdk, asPerson, simulator } = fixture;
	const made = await sdk.bitable.v1.app.create({ data: { name: 'Theirs' } }, asPerson);
	const token = made.data?.app?.app_token ?? '';
	expect(await refusalOf(move(token))).toEqual([131006, 400]);
	simulator.store.bases.all
		.get(token)
		?.members.push({ member_type: 'appid', member_id: simulator.appId, perm: 'edit' });
	expect(await refusalOf(move(token))).toEqual([131006, 400]);
	expect(await refusalOf(move('nothing'))).toEqual([131005, 400]);
	expect(await refusalOf(move(await newBase(), { parent_wiki_token: 'nothing' }))).toEqual([131005, 400]);
});

it('come out of it by a task', async () => {
	const { http } = fixture;
	const { node_token, obj_token } = await newPage(fixture, space_id, { title: 'Out', type: 'sheet' });
	const path = `/open-apis/wiki/v2/nodes/${node_token}/move_wiki_to_docs`;
	expect((await http.post(path, { folder_token: 'nothing' })).code).toBe(131005);
	const { task_id } = (await http.post(path, { folder_token: '' })).data;
	expect((await task(task_id, 'move_wiki_to_docs')).data.task).toMatchObject({
		move_wiki_to_docs_result: { status: 1 },
	});
	expect((await task(task_id, 'move_wiki_to_docs')).data.task).toMatchObject({
		move_wiki_to_docs_result: { status: 0, obj_token, obj_type: 'sheet', url: expect.stringContaining(obj_token) },
	});
	expect(await listed()).toContain(obj_token);
	expect((await http.get(`/open-apis/wiki/v2/spaces/get_node?token=${node_token}`)).code).toBe(131005);
});
