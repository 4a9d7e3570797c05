import type { Client } from '@larksuiteoapi/node-sdk';
import type { Department } from '../../../simulator';
import { codeOf } from '../../support/conformance/groups';
import { type Fixture, sdkClient, startFixture } from '../../support/conformance/harness';

describe('departments, their people, and user groups', () => {
	let fixture: Fixture;
	let client: Client;
	beforeEach(async () => {
		fixture = await startFixture();
		client = sdkClient(fixture.simulator);
	});
	afterEach(() => fixture.simulator.close());

	const department = (id: string): Department => {
		const found = [...fixture.simulator.store.contact.departments.values()].find((each) => each.department_id === id);
		if (!found) throw new Error(`the seed has no ${id}`);
		return found;
	};
	const names = (items: Array<{ name?: string }> | undefined) => items?.map(({ name }) => name);

	it('gets one, with its people and those below it counted', async () => {
		const get = async (department_id: string, department_id_type: 'department_id' | 'open_department_id') =>
			(await client.contact.v3.department.get({ path: { department_id }, params: { department_id_type } })).data
				?.department;
		expect(await get('D002', 'department_id')).toMatchObject({
			name: '平台组',
			parent_department_id: 'D001',
			member_count: 2,
			primary_member_count: 2,
		});
		const { open_department_id: openId } = department('D001');
		expect(await get(openId, 'open_department_id')).toMatchObject({
			department_id: 'D001',
			parent_department_id: '0',
			member_count: 5,
		});
		expect(await get('0', 'open_department_id')).toMatchObject({ name: 'Demo Company', member_count: 8 });
		expect(await codeOf(get('od-unknown', 'open_department_id'))).toBe(99992358);
	});

	it('gets what only some have: their group, their units, their HR partners', async () => {
		const own = department('D002');
		const [person] = [...fixture.simulator.store.contact.users.keys()];
		Object.assign(own, { chat_id: 'oc_department', unit_ids: ['unit_1'], hrbps: [person] });
		const path = { department_id: own.open_department_id };
		expect((await client.contact.v3.department.get({ path })).data?.department).toMatchObject({
			chat_id: 'oc_department',
			unit_ids: ['unit_1'],
			department_hrbps: [person],
		});
	});

	it('walks down three levels, page by page', async () => {
		const children = async (department_id: string, params: object = {}) =>
			(await client.contact.v3.department.children({ path: { department_id }, params })).data;
		expect(names((await children('0'))?.items)).toEqual(['研发部', '运营部']);
		const all = await children('0', { fetch_child: true, page_size: 3 });
		expect([names(all?.items), all?.has_more]).toEqual([['研发部', '平台组', '可靠性小组'], true]);
		const rest = await children('0', { fetch_child: true, page_size: 3, page_token: all?.page_token });
		expect([names(rest?.items), rest?.has_more]).toEqual([['运营部'], false]);
		const below = await children('D001', { fetch_child: true, department_id_type: 'department_id' });
		expect(names(below?.items)).toEqual(['平台组', '可靠性小组']);
		expect(await codeOf(children('0', { page_token: rest?.page_token ?? all?.page_token }))).toBe(40012);
		expect(await codeOf(children('0', { page_size: 51 }))).toBe(99992402);
	});

	it('lists by the older endpoint, upwards, and by ids', async () => {
		const list = await client.contact.v3.department.list({
			params: { parent_department_id: department('D001').open_department_id, fetch_child: true },
		});
		expect(names(list.data?.items)).toEqual(['平台组', '可靠性小组']);
		const up = (id: string) =>
			client.contact.v3.department.parent({ params: { department_id: id, department_id_type: 'department_id' } });
		// The root is never among them.
		expect(names((await up('D004')).data?.items)).toEqual(['平台组', '研发部']);
		expect(await codeOf(up('0'))).toBe(40002);
		expect((await fixture.http.get('/open-apis/contact/v3/departments/parent')).code).toBe(44102);
		const batch = await fixture.http.get(
			'/open-apis/contact/v3/departments/batch?department_id_type=department_id&department_ids=D003&department_ids=D009',
		);
		expect(names(batch.data.items as Array<{ name: string }>)).toEqual(['运营部']);
	});

	it('lists the people directly in a department, without those below and those who left', async () => {
		const people = async (department_id: string, params: object = {}) =>
			(
				await client.contact.v3.user.findByDepartment({
					params: { department_id, department_id_type: 'department_id', ...params },
				})
			).data;
		expect(names((await people('D001'))?.items)).toEqual(['张三', '王小明', 'Alice Smith', '赵敏']);
		expect(names((await people('D004'))?.items)).toEqual(['王小明']);
		const page = await people('D001', { page_size: 3 });
		expect(names((await people('D001', { page_size: 3, page_token: page?.page_token }))?.items)).toEqual(['赵敏']);
		const first = [...fixture.simulator.store.contact.users.values()][0];
		if (first) first.is_resigned = true;
		expect(names((await people('D001'))?.items)).not.toContain('张三');
		const { open_department_id: department_id } = department('D003');
		const older = await client.contact.v3.user.list({ params: { department_id, page_size: 100 } });
		expect(names(older.data?.items)).toEqual(['陈静', 'Bob Martin', 'Carol Jones']);
		expect((await client.contact.v3.user.list()).data?.items).toEqual([]);
	});

	describe('user groups', () => {
		const list = async (params: { type?: number; page_size?: number } = {}) =>
			(await client.contact.v3.group.simplelist({ params })).data?.grouplist ?? [];
		const members = async (group_id: string, params: object = {}) =>
			(await client.contact.v3.groupMember.simplelist({ path: { group_id }, params })).data;

		it('are listed by type and got by either id', async () => {
			const [group] = await list();
			expect(group).toMatchObject({
				name: '值班组 On-call',
				member_user_count: 2,
				member_department_count: 1,
				type: 1,
				group_id: 'on-call',
			});
			expect(names(await list({ type: 2 }))).toEqual(['All Engineers']);
			const got = await client.contact.v3.group.get({ path: { group_id: group?.id ?? '' } });
			expect(got.data?.group).toMatchObject({ id: group?.id, name: '值班组 On-call' });
			expect(got.data?.group).not.toHaveProperty('group_id');
			expect(await codeOf(client.contact.v3.group.get({ path: { group_id: 'unknown' } }))).toBe(42002);
			expect(await codeOf(list({ page_size: 101 }))).toBe(40011);
		});

		it('name people and departments in the wanted ids, page by page', async () => {
			const users = ['lisi', 'wangxiaoming'].map((login) =>
				fixture.simulator.store.contact.find('email', `${login}@example.com`),
			);
			const page = await members('on-call', { page_size: 1 });
			expect(page).toMatchObject({
				has_more: true,
				memberlist: [{ member_id: users[0]?.open_id, member_type: 'user' }],
			});
			expect(await members('on-call', { page_size: 1, page_token: page?.page_token })).toMatchObject({
				has_more: false,
				memberlist: [{ member_id: users[1]?.open_id }],
			});
			const union = await members('on-call', { member_id_type: 'union_id' });
			expect(union?.memberlist?.map(({ member_id: id }) => id)).toEqual(users.map((user) => user?.union_id));
			const { open_department_id: openId } = department('D003');
			expect((await members('on-call', { member_type: 'department' }))?.memberlist).toEqual([
				{ member_id: openId, member_type: 'department', member_id_type: 'open_id' },
			]);
			const own = await members('on-call', { member_type: 'department', member_id_type: 'department_id' });
			expect(own?.memberlist).toEqual([
				{ member_id: 'D003', member_type: 'department', member_id_type: 'department_id' },
			]);
		});

		it.each([
			[{ member_type: 'robot' }, 41074],
			[{ member_id_type: 'email' }, 41071],
			[{ member_type: 'department', member_id_type: 'union_id' }, 41072],
			[{ member_type: 'user', member_id_type: 'department_id' }, 41072],
			[{ page_token: 'x' }, 40012],
			[{ page_size: 101 }, 40011],
		])('refuse %j with %i', async (params, code) => {
			expect(await codeOf(members('on-call', params))).toBe(code);
			expect(await codeOf(members('unknown', params))).toBe(42002);
		});
	});
});
