/** Roles of a base and their members, as the official SDK makes them: in the newer version, and in the older one. */
import { putSpace } from '../../support/wikiSpace';
import { secondApp } from '../../support/conformance/apps';
import { type BaseFixture, refusalOf, startBase } from '../../support/conformance/bases';

let fixture: BaseFixture;
beforeEach(async () => {
	fixture = await startBase([
		{ field_name: 'Name', type: 1 },
		{ field_name: 'Status', type: 3, property: { options: [{ name: 'open' }, { name: 'done' }] } },
	]);
});
afterEach(() => fixture.simulator.close());

const settings = (changed: object) => fixture.http.admin('PUT', '/settings', changed);
const path = () => ({ app_token: fixture.app_token });
const newer = () => fixture.sdk.base.v2.appRole;
const older = () => fixture.sdk.bitable.v1.appRole;
const members = () => fixture.sdk.bitable.v1.appRoleMember;

async function advance(): Promise<void> {
	await settings({ baseAdvancedMs: 0 });
	await fixture.sdk.bitable.v1.app.update({ path: path(), data: { is_advanced: true } });
}

const readers = (more: object = {}) => ({
	role_name: 'Readers',
	table_roles: [{ table_perm: 1, table_id: fixture.path.table_id, ...more }] as never,
});

async function newRole(name = 'Readers'): Promise<string> {
	const made = await newer().create({ path: path(), data: { ...readers(), role_name: name } });
	return made.data?.role?.role_id ?? '';
}

describe('roles', () => {
	it('are there a while after advanced permissions were turned on, for who manages the base', async () => {
		const create = (client = fixture.sdk) => client.base.v2.appRole.create({ path: path(), data: readers() });
		expect(await refusalOf(create())).toEqual([1254301, 400]);
		await settings({ baseAdvancedMs: 60_000 });
		await fixture.sdk.bitable.v1.app.update({ path: path(), data: { is_advanced: true } });
		expect(await refusalOf(create())).toEqual([1254301, 400]);
		await fixture.http.admin('POST', '/clock', { ms: 60_001 });
		const { app, client } = await secondApp(fixture);
		await fixture.http.admin('POST', `/bases/${fixture.app_token}/members`, { app_id: app.app_id, perm: 'edit' });
		expect(await refusalOf(create(client))).toEqual([1254304, 403]);
		const theirs = client.bitable.v1.appRole.list({ path: path() });
		expect(await refusalOf(theirs)).toEqual([1254302, 403]);
		expect((await create()).data?.role?.role_id).toMatch(/^rol/);
	});

	it('are none in a wiki, although the name is changed by the same call', async () => {
		putSpace(fixture.simulator.store, '7');
		const { data } = await fixture.sdk.wiki.v2.spaceNode.create({
			path: { space_id: '7' },
			data: { obj_type: 'bitable', node_type: 'origin', title: 'In a wiki' },
		});
		const app_token = data?.node?.obj_token ?? '';
		const update = fixture.sdk.bitable.v1.app.update({ path: { app_token }, data: { name: 'N', is_advanced: true } });
		expect(await refusalOf(update)).toEqual([1254301, 400]);
		expect((await fixture.sdk.bitable.v1.app.get({ path: { app_token } })).data?.app).toMatchObject({ name: 'N' });
	});

	it('say what somebody may do with tables, and are told with names and types', async () => {
		await advance();
		const field = (await fixture.sdk.bitable.v1.appTableField.list({ path: fixture.path })).data?.items?.[1];
		const option = (field?.property?.options ?? [])[0]?.id ?? '';
		const rec_rule = { conditions: [{ field_name: 'Status', operator: 'is' as const, value: [option] }] };
		const field_perm = { Name: 1, Status: 3 };
		const made = await newer().create({ path: path(), data: readers({ rec_rule, field_perm }) });
		expect(made.data?.role).toMatchObject({
			role_name: 'Readers',
			table_roles: [
				{
					table_name: 'Sold',
					table_perm: 1,
					field_perm,
					view_perm: 2,
					rec_rule: { conjunction: 'and', other_perm: 0, perm: 1, conditions: [{ field_type: 3, value: [option] }] },
				},
			],
		});
		const byName = { conditions: [{ field_name: 'Status', value: ['open'] }] };
		const create = (more: object, name = 'Others') =>
			newer().create({ path: path(), data: { ...readers(more), role_name: name } });
		expect((await refusalOf(create({ rec_rule: byName })))[0]).toBe(1254001);
		expect((await refusalOf(create({ field_perm: { Gone: 1 } })))[0]).toBe(1254001);
		expect((await refusalOf(create({ table_id: 'tblNone' })))[0]).toBe(1254001);
		expect((await refusalOf(create({ table_perm: 3 })))[0]).toBe(1254001);
		expect(await refusalOf(create({}, 'Readers'))).toEqual([1254033, 400]);
		expect(await refusalOf(create({}, '[x]'))).toEqual([1254032, 400]);
	});

	it('are 30 at most, and are listed by the older version without what only the newer one has', async () => {
		await advance();
		for (let number = 1; number <= 30; number++) await newRole(`Role ${number}`);
		expect(await refusalOf(newer().create({ path: path(), data: readers() }))).toEqual([1254110, 400]);
		const list = await older().list({ path: path(), params: { page_size: 30 } });
		expect(list.data?.items).toHaveLength(30);
		expect(list.data?.items?.[0]?.table_roles[0]).not.toHaveProperty('view_perm');
		expect((await newer().list({ path: path(), params: { page_size: 30 } })).data?.total).toBe(30);
	});

	it.each(['replaced', 'merged'] as const)('are changed; the tables are %s', async (baseRoleTables) => {
		await advance();
		await settings({ baseRoleTables });
		const role_id = await newRole();
		const { data: tables } = await fixture.sdk.bitable.v1.appTable.list({ path: path() });
		const other = tables?.items?.find(({ table_id }) => table_id !== fixture.path.table_id)?.table_id ?? '';
		const data = { role_name: 'Writers', table_roles: [{ table_perm: 2 as const, table_id: other }] };
		const changed = await newer().update({ path: { ...path(), role_id }, data: data });
		const expected =
			baseRoleTables === 'replaced'
				? [[other, 2]]
				: [
						[fixture.path.table_id, 1],
						[other, 2],
					];
		expect(changed.data?.role?.table_roles.map(({ table_id, table_perm }) => [table_id, table_perm])).toEqual(expected);
		await older().delete({ path: { ...path(), role_id } });
		expect(await refusalOf(older().delete({ path: { ...path(), role_id } }))).toEqual([1254047, 404]);
	});
});

describe('members of a role', () => {
	it('are people, chats and departments: all of a call, or none', async () => {
		await advance();
		const role = { ...path(), role_id: await newRole() };
		const [open_id = ''] = fixture.members;
		const departments = await fixture.sdk.contact.v3.department.children({ path: { department_id: '0' } });
		const department = departments.data?.items?.[0];
		const list = [
			{ type: 'open_id' as const, id: open_id },
			{ type: 'chat_id' as const, id: fixture.chatId },
			{ type: 'open_department_id' as const, id: department?.open_department_id ?? '' },
		];
		const wrong = [...list, { type: 'open_id' as const, id: 'ou_none' }];
		const add = (member_list: typeof list) => members().batchCreate({ path: role, data: { member_list } });
		expect(await refusalOf(add(wrong))).toEqual([1254048, 400]);
		expect((await members().list({ path: role })).data?.total).toBe(0);
		await add(list);
		// Once more changes nothing.
		await add(list);
		const { data } = await members().list({ path: role });
		expect(data?.items).toMatchObject([
			{ member_type: 'user', open_id, union_id: expect.stringMatching(/^on_/), member_name: expect.any(String) },
			{ member_type: 'chat', chat_id: fixture.chatId },
			{ member_type: 'department', open_department_id: department?.open_department_id },
		]);
		const remove = () => members().batchDelete({ path: role, data: { member_list: list.slice(0, 2) } });
		await remove();
		expect(await refusalOf(remove())).toEqual([1254048, 400]);
		const one = members().delete({ path: { ...role, member_id: open_id }, params: { member_id_type: 'open_id' } });
		expect(await refusalOf(one)).toEqual([1254048, 404]);
		await members().create({ path: role, params: { member_id_type: 'open_id' }, data: { member_id: open_id } });
		expect((await members().list({ path: role })).data?.total).toBe(2);
	});

	it('are 200 at most, 100 in a call', async () => {
		await advance();
		const role = { ...path(), role_id: await newRole() };
		const chats = Array.from({ length: 201 }, (_, number) => `oc_${number}`);
		const chat = fixture.simulator.store.im.chats.get(fixture.chatId);
		for (const chat_id of chats) if (chat) fixture.simulator.store.im.chats.set(chat_id, { ...chat, chat_id });
		const add = (ids: string[]) =>
			members().batchCreate({
				path: role,
				data: { member_list: ids.map((id) => ({ type: 'chat_id' as const, id })) },
			});
		expect((await refusalOf(add(chats.slice(0, 101))))[0]).toBe(99992402);
		await add(chats.slice(0, 100));
		await add(chats.slice(100, 200));
		expect(await refusalOf(add(chats.slice(200)))).toEqual([1254111, 400]);
	});
});
