import type { Client } from '@larksuiteoapi/node-sdk';
import type { Department, User } from '../../../simulator';
import { asPerson } from '../../support/conformance/apps';
import { codeOf } from '../../support/conformance/groups';
import { type Fixture, first, sdkClient, startFixture } from '../../support/conformance/harness';

const BASE = 'contact:contact.base:readonly';

describe('what an app may know of the contacts', () => {
	let fixture: Fixture;
	let client: Client;
	let users: User[];

	beforeAll(async () => {
		fixture = await startFixture();
		client = sdkClient(fixture.simulator);
		users = [...fixture.simulator.store.contact.users.values()];
	});
	afterEach(() => set({ scopes: null, contact_range: null }));
	afterAll(() => fixture.simulator.close());

	const set = (settings: object) => fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, settings);
	const department = (id: string): Department =>
		first([...fixture.simulator.store.contact.departments.values()].filter((one) => one.department_id === id));
	const get = async (user: User) =>
		(await client.contact.v3.user.get({ path: { user_id: user.open_id } })).data?.user ?? {};

	describe('by its scopes', () => {
		it('with the base scope alone little more than two ids comes', async () => {
			await set({ scopes: [BASE] });
			const user = first(users);
			expect(await get(user)).toEqual({ open_id: user.open_id, union_id: user.union_id, mobile_visible: true });
			const { data } = await client.contact.v3.department.get({
				path: { department_id: department('D001').open_department_id },
			});
			expect(Object.keys(data?.department ?? {})).toEqual(['open_department_id']);
		});

		it.each([
			['contact:user.base:readonly', ['name', 'en_name', 'nickname', 'avatar']],
			['contact:user.email:readonly', ['email']],
			['contact:user.phone:readonly', ['mobile']],
			['contact:user.gender:readonly', ['gender']],
			['contact:user.department:readonly', ['department_ids', 'leader_user_id', 'orders']],
			['contact:user.employee_id:readonly', ['user_id']],
			['contact:user.employee_number:read', ['employee_no']],
			[
				'contact:user.employee:readonly',
				'status city country work_station join_time is_tenant_manager employee_no employee_type custom_attrs enterprise_email job_title'.split(
					' ',
				),
			],
			['contact:user.job_level:readonly', ['job_level_id']],
			['contact:user.job_family:readonly', ['job_family_id']],
		])('%s opens %j', async (scope, fields) => {
			await set({ scopes: [BASE, scope] });
			const names = Object.keys(await get(first(users))).filter(
				(name) => !['open_id', 'union_id', 'mobile_visible'].includes(name),
			);
			expect(names.sort()).toEqual([...fields].sort());
		});

		it('the scope of all contacts opens most, but neither addresses nor numbers', async () => {
			await set({ scopes: ['contact:contact:readonly_as_app'] });
			const user = await get(first(users));
			expect(user).toMatchObject({ name: '张三', job_title: 'Engineering Lead' });
			expect(user).not.toHaveProperty('email');
			expect(user).not.toHaveProperty('mobile');
			expect(user).not.toHaveProperty('user_id');
		});

		it('what a department has opens in the same way', async () => {
			await set({ scopes: [BASE, 'contact:department.base:readonly'] });
			const path = { department_id: department('D001').open_department_id };
			const named = (await client.contact.v3.department.get({ path })).data?.department;
			expect(named).toMatchObject({ name: '研发部', department_id: 'D001' });
			expect(named).not.toHaveProperty('leaders');
			await set({ scopes: [BASE, 'contact:department.organize:readonly'] });
			const organized = (await client.contact.v3.department.get({ path })).data?.department;
			expect(organized).toMatchObject({ leaders: [{ leaderType: 1 }], member_count: expect.any(Number) });
			expect(organized).not.toHaveProperty('name');
		});

		it('user_ids are neither taken nor given without their scope', async () => {
			await set({ scopes: [BASE, 'im:message'] });
			const user = first(users);
			const asked = client.contact.v3.user.get({
				path: { user_id: user.user_id },
				params: { user_id_type: 'user_id' },
			});
			expect(await codeOf(asked)).toBe(99991672);
			const refused = await fixture.http.post('/open-apis/im/v1/messages?receive_id_type=user_id', {
				receive_id: user.user_id,
				msg_type: 'text',
				content: '{"text":"x"}',
			});
			expect(refused).toMatchObject({ status: 400, code: 99991672 });
			expect(refused.error.permission_violations).toEqual([
				{ type: 'field_scope_required', subject: 'contact:user.employee_id:readonly' },
			]);
		});

		it('the way through the departments is for people only', async () => {
			expect(await get(first(users))).not.toHaveProperty('department_path');
			const person = await asPerson(fixture, first(users).open_id);
			const { data } = await client.contact.v3.user.get({ path: { user_id: first(users).open_id } }, person.option);
			expect(data?.user?.department_path).toMatchObject([{ department_name: { name: '研发部' } }]);
		});
	});

	describe('by its range', () => {
		const inRange = (contact_range: object) =>
			set({ contact_range: { users: [], departments: [], groups: [], ...contact_range } });
		const status = async (path: string) => {
			const { status: http, code } = await fixture.http.get(`/open-apis/contact/v3${path}`);
			return [http, code];
		};
		const [inside, outside] = [0, 5];

		it('people are seen by name, by department and by user group', async () => {
			const [one, other] = [users[inside], users[outside]] as [User, User];
			await inRange({ users: [one.open_id] });
			expect((await status(`/users/${one.open_id}`))[1]).toBe(0);
			expect(await status(`/users/${other.open_id}`)).toEqual([400, 41050]);
			await inRange({ departments: [department('D001').open_department_id] });
			expect((await status(`/users/${users[2]?.open_id}`))[1]).toBe(0);
			expect(await status(`/users/${other.open_id}`)).toEqual([400, 41050]);
			await inRange({ groups: [first([...fixture.simulator.store.contact.groups.keys()])] });
			expect((await status(`/users/${users[1]?.open_id}`))[1]).toBe(0);
		});

		it('several at once leave out who is outside or unknown', async () => {
			const [one, other] = [users[inside], users[outside]] as [User, User];
			await inRange({ users: [one.open_id] });
			const ids = [one.open_id, other.open_id, 'ou_unknown'].map((id) => `user_ids=${id}`).join('&');
			const { data } = await fixture.http.get(`/open-apis/contact/v3/users/batch?${ids}`);
			expect(data.items).toEqual([expect.objectContaining({ open_id: one.open_id })]);
			const found = await client.contact.v3.user.batchGetId({ data: { emails: [one.email, other.email] } });
			expect(found.data?.user_list?.map(({ user_id }) => user_id)).toEqual([one.open_id, undefined]);
		});

		it('the root asks for all staff', async () => {
			await inRange({ departments: [department('D001').open_department_id] });
			expect(await status('/departments/0')).toEqual([403, 40004]);
			expect(await status('/departments/0/children')).toEqual([403, 40004]);
			expect(await status('/users/find_by_department?department_id=0')).toEqual([403, 40004]);
			await set({ contact_range: null });
			expect((await status('/departments/0/children'))[1]).toBe(0);
		});

		it('departments are seen with all below them', async () => {
			const [top, child, foreign] = ['D001', 'D004', 'D003'].map((id) => department(id).open_department_id);
			await inRange({ departments: [top] });
			expect((await status(`/departments/${child}`))[1]).toBe(0);
			expect(await status(`/departments/${foreign}`)).toEqual([403, 40004]);
			expect(await status(`/departments/${foreign}/children`)).toEqual([403, 40014]);
			expect(await status(`/users/find_by_department?department_id=${foreign}`)).toEqual([403, 40004]);
			const { data } = await fixture.http.get(
				`/open-apis/contact/v3/departments/batch?department_ids=${child}&department_ids=${foreign}`,
			);
			expect(data.items).toHaveLength(1);
		});

		it('a range in the middle ends the way upwards', async () => {
			await inRange({ departments: [department('D002').open_department_id] });
			const { data } = await client.contact.v3.department.parent({
				params: { department_id: department('D004').open_department_id },
			});
			expect(data?.items?.map(({ department_id: id }) => id)).toEqual(['D002']);
		});

		it('user groups', async () => {
			const group = first([...fixture.simulator.store.contact.groups.keys()]);
			await inRange({});
			expect((await client.contact.v3.group.simplelist()).data?.grouplist).toEqual([]);
			expect(await status(`/group/${group}/member/simplelist`)).toEqual([403, 42009]);
			await inRange({ groups: [group] });
			expect((await client.contact.v3.group.simplelist()).data?.grouplist).toHaveLength(1);
			expect((await status(`/group/${group}/member/simplelist`))[1]).toBe(0);
		});
	});

	describe('as the platform tells it', () => {
		const range = async () => (await client.contact.v3.scope.list({ params: { page_size: 100 } })).data;

		it('all staff are the departments below the company', async () => {
			const { contact } = fixture.simulator.store;
			const below = [...contact.departments.values()].filter(({ parent }) => parent === '0');
			expect((await range())?.department_ids).toEqual(below.map(({ open_department_id: id }) => id));
		});

		it('people, departments and groups by name, over several pages', async () => {
			const own = { users: users.slice(0, 3).map(({ open_id: id }) => id), departments: [], groups: ['g1'] };
			await set({ contact_range: own });
			expect(await range()).toMatchObject({ user_ids: own.users, department_ids: [], group_ids: own.groups });
			const pages = [];
			for await (const page of await client.contact.v3.scope.listWithIterator({ params: { page_size: 2 } }))
				pages.push(page);
			expect(pages.flatMap((page) => page?.user_ids ?? [])).toEqual(own.users);
		});

		it('and a page of more than a hundred is refused', async () => {
			expect(await codeOf(client.contact.v3.scope.list({ params: { page_size: 101 } }))).toBe(40011);
		});
	});
});
