/** Pages of wikis, through the official SDK. */
import { refusalOf } from '../../support/conformance/bases';
import { newPage, newSpace, type PageType, startWiki, type WikiFixture } from '../../support/conformance/wikis';

let fixture: WikiFixture;
let space_id: string;
beforeAll(async () => {
	fixture = await startWiki();
});
afterAll(() => fixture.simulator.close());
beforeEach(async () => {
	space_id = await newSpace(fixture);
});

const nodes = () => fixture.sdk.wiki.v2.spaceNode;
const getNode = (params: { token: string; obj_type?: 'docx' | 'bitable' }) =>
	fixture.sdk.wiki.v2.space.getNode({ params });
const page = (title: string, parent?: string, type?: PageType) => newPage(fixture, space_id, { title, parent, type });
const titles = async (parent_node_token?: string) =>
	(await nodes().list({ path: { space_id }, params: { parent_node_token } })).data?.items?.map(({ title }) => title);

it('have a place and a content, each with a token; what it holds can be found by its type', async () => {
	const { sdk } = fixture;
	const { node_token, obj_token } = await page('Orders', undefined, 'bitable');
	const same = { node_token, obj_token, obj_type: 'bitable', title: 'Orders', node_type: 'origin', has_child: false };
	expect((await getNode({ token: node_token })).data?.node).toMatchObject(same);
	expect((await getNode({ token: obj_token, obj_type: 'bitable' })).data?.node).toMatchObject({ ...same, space_id });
	expect((await getNode({ token: node_token })).data?.node).not.toHaveProperty('url');
	expect(await refusalOf(getNode({ token: obj_token }))).toEqual([131005, 400]);
	expect(await refusalOf(getNode({ token: obj_token, obj_type: 'docx' }))).toEqual([131005, 400]);
	// The page has the name of what it holds.
	await sdk.bitable.v1.app.update({ path: { app_token: obj_token }, data: { name: 'Sales' } });
	expect((await getNode({ token: node_token })).data?.node?.title).toBe('Sales');
});

it('lie one below the other and are listed level by level', async () => {
	const top = await page('Top');
	await page('Second');
	await page('Below', top.node_token, 'sheet');
	expect(await titles()).toEqual(['Top', 'Second']);
	expect(await titles(top.node_token)).toEqual(['Below']);
	const { data } = await nodes().list({ path: { space_id }, params: { page_size: 1 } });
	expect(data).toMatchObject({ items: [{ title: 'Top', has_child: true }], has_more: true });
	const params = { page_size: 1, page_token: data?.page_token };
	expect((await nodes().list({ path: { space_id }, params })).data?.items).toMatchObject([{ title: 'Second' }]);
	expect(await refusalOf(nodes().list({ path: { space_id }, params: { page_size: 51 } }))).toEqual([99992402, 400]);
});

it('are refused for older documents, files, and places that are not there', async () => {
	const create = (data: object, id = space_id) =>
		refusalOf(
			nodes().create({ path: { space_id: id }, data: { node_type: 'origin', obj_type: 'docx', ...data } as never }),
		);
	expect(await create({ obj_type: 'doc' })).toEqual([131010, 400]);
	expect(await create({ obj_type: 'file' })).toEqual([131002, 400]);
	expect(await create({ parent_node_token: 'nothing' })).toEqual([131005, 400]);
	expect(await create({}, '7000000000000000000')).toEqual([131005, 400]);
	expect(await create({}, 'abc')).toEqual([131002, 400]);
	expect(await create({ node_type: 'shortcut' })).toEqual([131002, 400]);
	expect(await create({ node_type: 'shortcut', origin_node_token: 'nothing' })).toEqual([131005, 400]);
});

it('may lead to others', async () => {
	const { node_token, obj_token } = await page('Origin');
	const data = { obj_type: 'docx' as const, node_type: 'shortcut' as const, origin_node_token: node_token };
	const made = await nodes().create({ path: { space_id }, data });
	expect(made.data?.node).toMatchObject({
		node_type: 'shortcut',
		origin_node_token: node_token,
		obj_token,
		title: 'Origin',
	});
	const path = { space_id, node_token: made.data?.node?.node_token ?? '' };
	await nodes().updateTitle({ path, data: { title: 'Elsewhere' } });
	expect(await titles()).toEqual(['Origin', 'Elsewhere']);
});

it('are renamed where they are documents', async () => {
	const rename = async (token: string) =>
		await nodes().updateTitle({ path: { space_id, node_token: token }, data: { title: 'New' } });
	expect((await rename((await page('Old')).node_token)).code).toBe(0);
	const sheet = await page('Sheet', undefined, 'sheet');
	expect(await refusalOf(rename(sheet.node_token))).toEqual([131002, 400]);
	expect(await titles()).toEqual(['New', 'Sheet']);
});

it('are copied without what lies below, and moved with it, also into another space', async () => {
	const top = await page('Top');
	const second = await page('Second');
	await page('Below', top.node_token, 'sheet');
	const path = { space_id, node_token: top.node_token };
	const copy = await nodes().copy({ path, data: { target_parent_token: second.node_token } });
	expect(copy.data?.node).toMatchObject({ title: 'Top', has_child: false, parent_node_token: second.node_token });
	const unnamed = await nodes().copy({ path, data: { target_space_id: space_id, title: '' } });
	expect(unnamed.data?.node?.title).toBe('');
	expect(await refusalOf(nodes().copy({ path, data: {} }))).toEqual([131002, 400]);
	const below = { target_parent_token: (await page('Deep', top.node_token)).node_token };
	expect(await refusalOf(nodes().move({ path, data: below }))).toEqual([131002, 400]);
	const other = await newSpace(fixture, 'Other');
	const moved = await nodes().move({ path, data: { target_space_id: other } });
	expect(moved.data?.node).toMatchObject({ space_id: other, has_child: true, parent_node_token: '' });
	expect(await titles()).toEqual(['Second', '']);
	const gone = nodes().list({ path: { space_id }, params: { parent_node_token: top.node_token } });
	expect(await refusalOf(gone)).toEqual([131005, 400]);
});

it('are changed one after the other in a space', async () => {
	const create = (title: string) =>
		refusalOf(nodes().create({ path: { space_id }, data: { obj_type: 'docx', node_type: 'origin', title } }));
	expect((await Promise.all([create('One'), create('Two')])).sort()).toEqual([
		[0, 200],
		[131009, 400],
	]);
	expect(await titles()).toHaveLength(1);
});

it('are 2,000 side by side and 50 one below the other', async () => {
	const { wiki } = fixture.simulator.store;
	const { node_token } = await page('Sample');
	const sample = wiki.nodes.get(node_token);
	if (!sample) throw new Error('not kept');
	let parent = '';
	for (let depth = 0; depth < 50; depth++) {
		const token = `wikDeep${depth}${space_id}`;
		wiki.nodes.set(token, { ...sample, node_token: token, parent });
		parent = token;
	}
	const data = { obj_type: 'docx' as const, node_type: 'origin' as const, parent_node_token: parent };
	expect(await refusalOf(nodes().create({ path: { space_id }, data }))).toEqual([131003, 400]);
	for (let count = 0; count < 2000; count++)
		wiki.nodes.set(`wikWide${count}${space_id}`, {
			...sample,
			node_token: `wikWide${count}${space_id}`,
			parent: node_token,
		});
	const wide = { ...data, parent_node_token: node_token };
	expect(await refusalOf(nodes().create({ path: { space_id }, data: wide }))).toEqual([131003, 400]);
});

it('are seen by whom they were shared with, with all below', async () => {
	const { sdk, asPerson, simulator, http } = fixture;
	const made = await sdk.wiki.v2.space.create({ data: { name: 'Private' } }, asPerson);
	const path = { space_id: made.data?.space?.space_id ?? '' };
	const create = async (parent = '') => {
		const data = { obj_type: 'docx' as const, node_type: 'origin' as const, title: 'Page', parent_node_token: parent };
		return (await sdk.wiki.v2.spaceNode.create({ path, data }, asPerson)).data?.node;
	};
	const top = await create();
	const below = await create(top?.node_token);
	const refused = await http.get(`/open-apis/wiki/v2/spaces/get_node?token=${below?.node_token}`);
	expect([refused.code, refused.msg]).toEqual([131006, expect.stringMatching(/node.*read/)]);
	const item = simulator.store.docs.all.get(top?.obj_token ?? '');
	item?.members.push({ member_type: 'appid', member_id: simulator.appId, perm: 'edit', perm_type: 'single_page' });
	expect((await getNode({ token: top?.node_token ?? '' })).code).toBe(0);
	expect(await refusalOf(getNode({ token: below?.node_token ?? '' }))).toEqual([131006, 400]);
	for (const member of item?.members ?? []) delete member.perm_type;
	expect((await getNode({ token: below?.node_token ?? '' })).code).toBe(0);
	expect(await refusalOf(nodes().list({ path, params: {} }))).toEqual([131006, 400]);
	const params = { parent_node_token: top?.node_token };
	expect((await nodes().list({ path, params })).data?.items).toMatchObject([{ title: 'Page' }]);
});

it('are deleted one by one, or in a task with those below', async () => {
	const { http, simulator } = fixture;
	const remove = async (token: string, body: object = {}) =>
		await http.call('DELETE', `/open-apis/wiki/v2/spaces/${space_id}/nodes/${token}`, { obj_type: 'wiki', ...body });
	const top = await page('Top');
	const below = await page('Below', top.node_token, 'bitable');
	const deep = await page('Deep', below.node_token);
	expect((await remove(below.node_token)).data).toEqual({});
	expect(await titles(top.node_token)).toEqual(['Deep']);
	expect(simulator.store.bases.deleted.has(below.obj_token)).toBe(true);
	const { data } = await remove(top.node_token, { include_children: true });
	const task = () => http.get(`/open-apis/wiki/v2/tasks/${String(data.task_id)}?task_type=delete_node`);
	expect((await task()).data.task).toMatchObject({ simple_task_result: { status: 'processing' } });
	expect((await task()).data.task).toMatchObject({ simple_task_result: { status: 'success' } });
	expect(await titles()).toEqual([]);
	expect((await http.get(`/open-apis/wiki/v2/spaces/get_node?token=${deep.node_token}`)).code).toBe(131005);
	await http.admin('PUT', '/settings', { wikiDelete: 'approval' });
	expect((await remove((await page('Kept')).node_token)).code).toBe(131011);
	await http.admin('PUT', '/settings', { wikiDelete: 'done' });
});

it('are found by words of their titles, by people alone', async () => {
	const { sdk, http, asPerson } = fixture;
	await page('Travel rules');
	const sheet = await page('Travel costs', undefined, 'sheet');
	const search = async (query: string) =>
		await sdk.wiki.v1.node.search({ data: { query, space_id }, params: { page_size: 20 } }, asPerson);
	expect((await search('travel')).data?.items).toMatchObject([
		{ obj_type: 8 },
		{ obj_type: 2, node_id: sheet.node_token },
	]);
	expect((await search('costs')).data?.items).toHaveLength(1);
	expect((await http.post('/open-apis/wiki/v1/nodes/search', { query: 'travel' })).code).toBe(99991663);
	expect(await refusalOf(search('x'.repeat(51)))).toEqual([10001, 200]);
});
