/** Spaces of wikis and who is in them, through the official SDK. */
import { refusalOf } from '../../support/conformance/bases';
import { newPage, newSpace, startWiki, type WikiFixture } from '../../support/conformance/wikis';

let fixture: WikiFixture;
beforeAll(async () => {
	fixture = await startWiki({ seed: 'demo' });
	fixture.simulator.store.wiki.spaces.clear();
});
afterAll(() => fixture.simulator.close());
beforeEach(() => fixture.simulator.store.wiki.spaces.clear());

const spaces = () => fixture.sdk.wiki.v2.space;
const members = () => fixture.sdk.wiki.v2.spaceMember;
const names = (list: { data?: { items?: Array<{ name?: string }> } }) => list.data?.items?.map(({ name }) => name);

it('are made by people alone, and an app sees those into which it was let', async () => {
	const { asPerson, http, chatId } = fixture;
	expect(await refusalOf(spaces().create({ data: { name: 'Own' } }))).toEqual([99991663, 400]);
	const made = await spaces().create({ data: { name: 'Own', open_sharing: 'closed' } }, asPerson);
	expect(made.data?.space).toMatchObject({ name: 'Own', space_type: 'team', visibility: 'private' });
	const space_id = made.data?.space?.space_id ?? '';
	expect(space_id).toMatch(/^\d{19}$/);
	expect(names(await spaces().list({}))).toEqual([]);
	expect(await refusalOf(spaces().get({ path: { space_id } }))).toEqual([131006, 400]);
	const member = { member_type: 'openchat', member_id: chatId, member_role: 'member' };
	await members().create({ path: { space_id }, data: member }, asPerson);
	expect(names(await spaces().list({}))).toEqual(['Own']);
	expect((await http.get(`/open-apis/wiki/v2/spaces/${space_id}`)).data.space).toMatchObject({ name: 'Own' });
});

it("leave one's own library out of the list, which only people have, by its name", async () => {
	const { asPerson } = fixture;
	const path = { space_id: 'my_library' };
	const { data } = await spaces().get({ path }, asPerson);
	expect(data?.space).toMatchObject({ space_type: 'my_library' });
	expect((await spaces().get({ path }, asPerson)).data?.space?.space_id).toBe(data?.space?.space_id);
	expect(names(await spaces().list({}, asPerson))).toEqual([]);
	expect(await refusalOf(spaces().get({ path }))).toEqual([131002, 400]);
	const node = { obj_type: 'docx' as const, node_type: 'origin' as const };
	const made = await fixture.sdk.wiki.v2.spaceNode.create({ path, data: node }, asPerson);
	expect(made.data?.node?.space_id).toBe(data?.space?.space_id);
});

it('come in pages, which may be empty although more follow', async () => {
	const { asPerson, http } = fixture;
	for (const name of ['a', 'b', 'c']) await spaces().create({ data: { name } }, asPerson);
	const first = await spaces().list({ params: { page_size: 2 } }, asPerson);
	expect([names(first), first.data?.has_more]).toEqual([['a', 'b'], true]);
	const { page_token = '' } = first.data ?? {};
	expect(names(await spaces().list({ params: { page_size: 2, page_token } }, asPerson))).toEqual(['c']);
	expect(await refusalOf(spaces().list({ params: { page_size: 51 } }, asPerson))).toEqual([99992402, 400]);
	await http.admin('PUT', '/settings', { pages: 'uneven' });
	const empty = await spaces().list({}, asPerson);
	expect([names(empty), empty.data?.has_more]).toEqual([[], true]);
	await http.admin('PUT', '/settings', { pages: 'full' });
});

it('have members, of whom those who administer it add and remove others', async () => {
	const { asPerson, person, simulator, chatId, members: people } = fixture;
	const space_id = await newSpace(fixture);
	const path = { space_id };
	const other = people[1] ?? '';
	const data = { member_type: 'openid', member_id: other, member_role: 'member' };
	expect((await members().create({ path, data })).data?.member).toMatchObject(data);
	expect(await refusalOf(members().create({ path, data }))).toEqual([131008, 400]);
	const nobody = { ...data, member_id: 'ou_nobody' };
	expect(await refusalOf(members().create({ path, data: nobody }))).toEqual([131005, 400]);
	const strange = { ...data, member_type: 'openchat', member_id: fixture.strangeChatId };
	expect(await refusalOf(members().create({ path, data: strange }))).toEqual([131004, 400]);
	const department = { ...data, member_type: 'opendepartmentid', member_id: 'od-1' };
	expect(await refusalOf(members().create({ path, data: department }))).toEqual([131002, 400]);
	expect((await members().create({ path, data: department }, asPerson)).code).toBe(0);
	const all = await members().list({ path, params: {} });
	expect((all.data as { members?: object[] }).members).toMatchObject([
		{ member_type: 'openid', member_id: person, member_role: 'admin', type: 'user' },
		{ member_type: 'openchat', member_id: chatId, member_role: 'admin', type: 'chat' },
		data,
		{ member_type: 'opendepartmentid', type: 'department' },
	]);
	const gone = { path: { space_id, member_id: other }, data: { member_type: 'openid', member_role: 'member' } };
	expect((await members().delete(gone)).code).toBe(0);
	expect(await refusalOf(members().delete(gone))).toEqual([131005, 400]);
	const space = simulator.store.wiki.spaces.get(space_id);
	if (space) space.visibility = 'public';
	expect(await refusalOf(members().create({ path, data }))).toEqual([131101, 400]);
	expect((await members().create({ path, data: { ...data, member_role: 'admin' } })).code).toBe(0);
	const personal = { path: { space_id: 'my_library' }, data: { ...data, member_role: 'admin' } };
	expect(await refusalOf(members().create(personal, asPerson))).toEqual([131101, 400]);
});

it('say who makes pages at the top', async () => {
	const { asPerson, sdk, simulator, http } = fixture;
	const made = await spaces().create({ data: { name: 'Rules' } }, asPerson);
	const path = { space_id: made.data?.space?.space_id ?? '' };
	const bot = [...simulator.store.apps.values()][0]?.bot_open_id ?? '';
	const data = { member_type: 'openid', member_id: bot, member_role: 'member' };
	await members().create({ path, data }, asPerson);
	expect((await newPage(fixture, path.space_id, { title: 'By a member' })).node_token).not.toBe('');
	const setting = { create_setting: 'admin', comment_setting: 'not_allow' };
	expect(await refusalOf(sdk.wiki.v2.spaceSetting.update({ path, data: setting }))).toEqual([131006, 400]);
	const changed = await sdk.wiki.v2.spaceSetting.update({ path, data: setting }, asPerson);
	expect(changed.data?.setting).toEqual({ ...setting, security_setting: 'allow' });
	const again = await http.post(`/open-apis/wiki/v2/spaces/${path.space_id}/nodes`, {
		obj_type: 'docx',
		node_type: 'origin',
	});
	expect([again.code, again.msg]).toEqual([131006, expect.stringMatching(/space.*edit/)]);
});

it('are deleted in a task that only who began it may ask about', async () => {
	const { http, personHeaders, simulator } = fixture;
	const space_id = await newSpace(fixture);
	const { obj_token } = await newPage(fixture, space_id, { title: 'Page', type: 'bitable' });
	const path = `/open-apis/wiki/v2/spaces/${space_id}`;
	const { data } = await http.call('DELETE', path, undefined, personHeaders);
	const task = `/open-apis/wiki/v2/tasks/${String(data.task_id)}?task_type=delete_space`;
	expect((await http.get(task)).code).toBe(131005);
	expect((await http.get(task, personHeaders)).data.task).toMatchObject({
		delete_space_result: { status: 'processing' },
	});
	expect((await http.get(task, personHeaders)).data.task).toMatchObject({ delete_space_result: { status: 'success' } });
	expect((await http.get(path, personHeaders)).code).toBe(131005);
	expect(simulator.store.bases.deleted.has(obj_token)).toBe(true);
});
