/** Who sees a base, who may write into it, and what advanced permissions leave. */
import { asPerson, secondApp } from '../../support/conformance/apps';
import { addRecord, type BaseFixture, refusalOf, startBase } from '../../support/conformance/bases';

let fixture: BaseFixture;
beforeEach(async () => {
	fixture = await startBase([
		{ field_name: 'Name', type: 1 },
		{ field_name: 'Secret', type: 1 },
	]);
});
afterEach(() => fixture.simulator.close());

const settings = (changed: object) => fixture.http.admin('PUT', '/settings', changed);
const share = (body: object) => fixture.http.admin('POST', `/bases/${fixture.app_token}/members`, body);

describe('an app', () => {
	it('sees no base that another one made, and is refused as the settings say', async () => {
		const { client } = await secondApp(fixture);
		const list = () => client.bitable.v1.appTable.list({ path: fixture.path });
		expect(await refusalOf(list())).toEqual([91403, 403]);
		await settings({ baseForbidden: 'endpoint' });
		expect((await refusalOf(list()))[0]).toBe(1254302);
	});

	it('that a base is shared with does what it was shared for', async () => {
		const { app, client } = await secondApp(fixture);
		const { appTableRecord: records, app: bases } = client.bitable.v1;
		const write = () => records.create({ path: fixture.path, data: { fields: { Name: 'x' } } });
		await share({ app_id: app.app_id, perm: 'view' });
		expect((await records.search({ path: fixture.path, data: {} })).code).toBe(0);
		expect(await refusalOf(write())).toEqual([1254302, 403]);
		await share({ app_id: app.app_id, perm: 'edit' });
		expect((await write()).code).toBe(0);
		const advance = () => bases.update({ path: fixture.path, data: { is_advanced: true } });
		expect(await refusalOf(advance())).toEqual([1254304, 403]);
		await share({ app_id: app.app_id, perm: 'full_access' });
		expect((await advance()).code).toBe(0);
	});

	it('reaches it through a group in which its bot is', async () => {
		const { app, client } = await secondApp(fixture);
		await share({ chat_id: fixture.chatId, perm: 'view' });
		const list = () => client.bitable.v1.appTable.list({ path: fixture.path });
		expect((await refusalOf(list()))[0]).toBe(91403);
		await fixture.http.admin('POST', `/chats/${fixture.chatId}/bots`, { app_id: app.app_id });
		expect((await list()).code).toBe(0);
	});

	it('opens what it made for whoever in the company has the address, and closes it', async () => {
		const { option } = await asPerson(fixture, fixture.members[0] ?? '');
		const { permissionPublic } = fixture.sdk.drive.v2;
		const target = { path: { token: fixture.app_token }, params: { type: 'bitable' as const } };
		const open = async (link_share_entity: 'closed' | 'tenant_readable' | 'tenant_editable') => {
			const { data } = await permissionPublic.patch({ ...target, data: { link_share_entity } });
			expect((await permissionPublic.get(target)).data?.permission_public).toEqual(data?.permission_public);
			return data?.permission_public?.link_share_entity;
		};
		const { appTable, appTableRecord } = fixture.sdk.bitable.v1;
		const list = async () => (await refusalOf(appTable.list({ path: fixture.path }, option)))[0];
		const write = async () =>
			(await refusalOf(appTableRecord.create({ path: fixture.path, data: { fields: {} } }, option)))[0];
		expect(await open('closed')).toBe('closed');
		expect(await list()).toBe(91403);
		expect(await open('tenant_readable')).toBe('tenant_readable');
		expect([await list(), await write()]).toEqual([0, 1254302]);
		await open('tenant_editable');
		expect(await write()).toBe(0);
		const folder = { ...target, params: { type: 'folder' as never }, data: {} };
		expect((await refusalOf(permissionPublic.patch(folder)))[0]).not.toBe(0);
		expect(await refusalOf(permissionPublic.patch({ ...target, data: {} }, option))).toEqual([1063002, 403]);
	});

	it('shares with ten at once, and with groups that it is in', async () => {
		const { permissionMember } = fixture.sdk.drive.v1;
		const target = { path: { token: fixture.app_token }, params: { type: 'bitable' as const } };
		const strange = [...fixture.simulator.store.chats.values()].find(({ bots }) => bots.length === 0);
		const chat = (member_id = '') => ({ member_type: 'openchat' as const, member_id, perm: 'view' as const });
		const withChat = async (id?: string) => await refusalOf(permissionMember.create({ ...target, data: chat(id) }));
		expect(await withChat(fixture.chatId)).toEqual([0, 200]);
		expect(await withChat('oc_nothing')).toEqual([1063001, 400]);
		expect(await withChat(strange?.chat_id)).toEqual([1063003, 400]);
		const members = (count: number) => Array.from({ length: count }, () => chat(fixture.chatId));
		const several = async (count: number) =>
			(await refusalOf(permissionMember.batchCreate({ ...target, data: { members: members(count) } })))[0];
		expect([await several(10), await several(11)]).toEqual([0, 1063001]);
	});

	it('shares what it made, by the calls of documents, and takes it back', async () => {
		const open_id = fixture.members[0] ?? '';
		const { option } = await asPerson(fixture, open_id);
		const list = () => fixture.sdk.bitable.v1.appTable.list({ path: fixture.path }, option);
		expect((await refusalOf(list()))[0]).toBe(91403);
		const { permissionMember: members } = fixture.sdk.drive.v1;
		const path = { token: fixture.app_token };
		const data = { member_type: 'openid' as const, member_id: open_id, perm: 'edit' as const };
		const shared = await members.create({ path, params: { type: 'bitable' }, data });
		expect(shared.data?.member).toMatchObject(data);
		expect((await list()).code).toBe(0);
		const listed = await members.list({ path, params: { type: 'bitable' } });
		expect(listed.data?.items).toMatchObject([data]);
		const one = { ...path, member_id: open_id };
		await members.update({ path: one, params: { type: 'bitable' }, data: { member_type: 'openid', perm: 'view' } });
		const write = fixture.sdk.bitable.v1.appTable.patch({ path: fixture.path, data: { name: 'N' } }, option);
		expect((await refusalOf(write))[0]).toBe(1254302);
		await members.delete({ path: one, params: { type: 'bitable', member_type: 'openid' } });
		expect((await refusalOf(list()))[0]).toBe(91403);
		const { client } = await secondApp(fixture);
		expect(await refusalOf(client.drive.v1.permissionMember.list({ path, params: { type: 'bitable' } }))).toEqual([
			1063002, 403,
		]);
	});
});

describe('a folder', () => {
	it('takes the bases of who made it', async () => {
		const { file } = fixture.sdk.drive.v1;
		const made = await file.createFolder({ data: { name: 'Work', folder_token: '' } });
		const folder_token = made.data?.token ?? '';
		const create = (client = fixture.sdk, token = folder_token) =>
			client.bitable.v1.app.create({ data: { name: 'Inside', folder_token: token } });
		expect((await create()).data?.app).toMatchObject({ folder_token });
		const { data } = await file.list({ params: { folder_token } });
		expect(data?.files).toMatchObject([{ name: 'Inside', type: 'bitable', parent_token: folder_token }]);
		const own = (await file.list({ params: {} })).data?.files ?? [];
		expect(own.map(({ name, type }) => [name, type])).toEqual([
			['Work', 'folder'],
			['Orders', 'bitable'],
		]);
		const { client } = await secondApp(fixture);
		expect([(await refusalOf(create(client)))[0], (await refusalOf(create(client, 'fldNone')))[0]]).toEqual([
			1254701, 1254702,
		]);
		expect(await refusalOf(client.drive.v1.file.list({ params: { folder_token } }))).toEqual([1061004, 403]);
	});
});

describe('a person', () => {
	it('sees what they made, which an app does not', async () => {
		const open_id = fixture.members[0] ?? '';
		const { option } = await asPerson(fixture, open_id);
		const made = await fixture.http.admin<{ app_token: string }>('POST', '/bases', { open_id, name: 'Mine' });
		const path = { app_token: made.app_token };
		expect((await fixture.sdk.bitable.v1.appTable.list({ path }, option)).data?.items).toHaveLength(1);
		expect((await refusalOf(fixture.sdk.bitable.v1.appTable.list({ path })))[0]).toBe(91403);
	});
});

describe('scopes', () => {
	it.each([
		[['bitable:app:readonly'], 0, 99991672],
		[['base:record:create'], 99991672, 0],
		[['bitable:app'], 0, 0],
	])('%j: reading is %d, writing %d', async (scopes, read, write) => {
		await fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, { scopes });
		const { appTableRecord: records } = fixture.sdk.bitable.v1;
		expect((await refusalOf(records.search({ path: fixture.path, data: {} })))[0]).toBe(read);
		const made = records.create({ path: fixture.path, data: { fields: { Name: 'x' } } });
		expect((await refusalOf(made))[0]).toBe(write);
	});
});

describe('user_ids of people', () => {
	it('take their own scope, in the query and in the body', async () => {
		await fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, { scopes: ['bitable:app'] });
		const { appTableRecord: records } = fixture.sdk.bitable.v1;
		const user_id_type = 'user_id' as const;
		const search = records.search({ path: fixture.path, params: { user_id_type }, data: {} });
		const get = records.batchGet({ path: fixture.path, data: { record_ids: ['recNone'], user_id_type } });
		expect([(await refusalOf(search))[0], (await refusalOf(get))[0]]).toEqual([99991672, 99991672]);
	});
});

describe('advanced permissions', () => {
	it('leave fewer rows and columns to who does not manage the base', async () => {
		const [seen, hidden] = [
			await addRecord(fixture, { Name: 'a', Secret: 's' }),
			await addRecord(fixture, { Name: 'b' }),
		];
		const { app, client } = await secondApp(fixture);
		const { appTableRecord: records } = client.bitable.v1;
		await share({ app_id: app.app_id, perm: 'edit' });
		await fixture.sdk.bitable.v1.app.update({ path: fixture.path, data: { is_advanced: true } });
		expect((await records.search({ path: fixture.path, data: {} })).data).toMatchObject({ total: 0, items: [] });
		const allowed = { records: [seen], hidden_fields: ['Secret'] };
		await fixture.http.admin('PUT', `/bases/${fixture.app_token}/tables/${fixture.path.table_id}/seen`, allowed);
		const found = await records.search({ path: fixture.path, data: {} });
		expect(found.data?.items).toEqual([{ record_id: seen, fields: { Name: [{ type: 'text', text: 'a' }] } }]);
		const got = await records.batchGet({ path: fixture.path, data: { record_ids: [seen, hidden] } });
		expect(got.data).toMatchObject({ records: [{ record_id: seen }], forbidden_record_ids: [hidden] });
		const conditions = [{ field_name: 'Secret', operator: 'is' as const, value: ['s'] }];
		const filter = { conjunction: 'and' as const, conditions };
		const bySecret = records.search({ path: fixture.path, data: { filter } });
		expect((await refusalOf(bySecret))[0]).toBe(1254045);
		const write = records.create({ path: fixture.path, data: { fields: { Name: 'x' } } });
		expect(await refusalOf(write)).toEqual([1254302, 403]);
		// Who manages it sees all.
		const own = await fixture.sdk.bitable.v1.appTableRecord.search({ path: fixture.path, data: {} });
		expect(own.data?.total).toBe(2);
	});
});
