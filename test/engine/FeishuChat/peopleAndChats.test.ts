/** The operations that read chats, people and departments. */
import type { INodeParameters } from 'n8n-workflow';

import type { User } from '../../../simulator';
import { byEmail, byId, list, only, type Platform, usePlatform } from '../../support/engine';

const platform = usePlatform();

async function run(resource: string, operation: string, parameters: INodeParameters) {
	const result = await platform.run({ parameters: { resource, operation, ...parameters } });
	if (result.error) throw result.error;
	return result.items.map(({ json }) => json);
}

/** People of the organization besides those that are there. */
function addPeople(count: number, department: string): User[] {
	return Array.from({ length: count }, (_, index) => {
		const user: User = {
			...platform.user,
			open_id: `ou_extra${index}`,
			union_id: `on_extra${index}`,
			user_id: `extra${index}`,
			name: `Extra ${index}`,
			email: `extra${index}@example.com`,
			department_ids: [department],
		};
		platform.store.users.set(user.open_id, user);
		return user;
	});
}

const pages = () => platform.calls.map(({ query }) => new URLSearchParams(query).get('page_size'));

describe('chats', () => {
	test('Get gives name, settings and the ID', async () => {
		const { chat } = platform;
		expect(only(await run('chat', 'get', { chat: list(chat.chat_id) }))).toMatchObject({
			chat_id: chat.chat_id,
			name: chat.name,
			user_count: String(chat.members.length),
			owner_id: chat.owner_id,
		});
	});

	test('Is Member tells both cases', async () => {
		expect(await run('chat', 'isMember', { chat: list(platform.chat.chat_id) })).toEqual([
			{ chat_id: platform.chat.chat_id, is_member: true },
		]);
		expect(await run('chat', 'isMember', { chat: list(platform.strangeChat.chat_id) })).toEqual([
			{ chat_id: platform.strangeChat.chat_id, is_member: false },
		]);
	});

	test.each(['open_id', 'union_id', 'user_id'] as const)('Member: Get Many gives people by %s', async (userIdType) => {
		const members = await run('member', 'getAll', { chat: list(platform.chat.chat_id), returnAll: true, userIdType });
		expect(members.map(({ member_id }) => member_id)).toEqual(
			platform.chat.members.map((id) => platform.store.users.get(id)?.[userIdType]),
		);
	});

	test('Search finds by words of the name', async () => {
		expect(await run('chat', 'search', { query: '客服' })).toEqual([
			expect.objectContaining({ name: 'Customer Support 客服' }),
		]);
		expect(await run('chat', 'search', { query: 'nothing of the kind' })).toEqual([]);
	});

	test('Get Many sorts by activity when asked', async () => {
		platform.userMessage('newest', 'text', platform.chats[2]);
		const names = (await run('chat', 'getAll', { returnAll: true, options: { sort: 'ByActiveTimeDesc' } })).map(
			({ name }) => name,
		);
		expect(names[0]).toBe(platform.chats[2]?.name);
	});
});

describe('people', () => {
	test.each([
		['open_id', (user: User) => list(user.open_id)],
		['union_id', (user: User) => byId(user.union_id)],
		['user_id', (user: User) => byId(user.user_id)],
		['e-mail address', (user: User) => byEmail(user.email)],
	])('Get by %s', async (_, reference) => {
		const { user } = platform;
		const { open_id, union_id, user_id, name, en_name, email, mobile, job_title, department_ids } = user;
		expect(await run('user', 'get', { user: reference(user) })).toEqual([
			{ open_id, union_id, user_id, name, en_name, email, enterprise_email: '', mobile, job_title, department_ids },
		]);
		expect(only(await run('user', 'get', { user: reference(user), simple: false }))).toHaveProperty('avatar');
	});

	test('Get by an address that nobody has', async () => {
		const { error } = await platform.run({
			parameters: { resource: 'user', operation: 'get', user: byEmail('nobody@example.com') },
		});
		expect(error?.message).toBe('Nobody has the e-mail address nobody@example.com');
		expect(error?.description).toContain('contact range');
	});

	test('Find gives who is there and who is not, by address and number, in batches', async () => {
		const { users } = platform;
		const emails = [
			...users.map(({ email }) => email),
			...Array.from({ length: 60 }, (_, index) => `nobody${index}@example.com`),
		];
		const found = await run('user', 'find', {
			emails: emails.join(', '),
			mobiles: `${users[0]?.mobile}\n+8600`,
			userIdType: 'union_id',
		});
		expect(found.filter((one) => one.found).map(({ user_id }) => user_id)).toEqual([
			...users.map(({ union_id }) => union_id),
			users[0]?.union_id,
		]);
		expect(found.filter((one) => !one.found)).toHaveLength(61);
		expect(platform.calls).toHaveLength(2);
	});

	test.each([
		[false, 0],
		[true, 1],
	])('Find with former employees: %s', async (includeResigned, count) => {
		const former: User = {
			...platform.user,
			open_id: 'ou_former',
			email: `former${count}@example.com`,
			is_resigned: true,
		};
		platform.store.users.set(former.open_id, former);
		const found = await run('user', 'find', { emails: former.email, includeResigned });
		platform.store.users.delete(former.open_id);
		expect(found.filter((one) => one.found)).toHaveLength(count);
	});

	test('Get Many by IDs repeats the key of the query and keeps the order, in batches of 50', async () => {
		const extra = addPeople(60, 'nowhere');
		const wanted = [...extra].reverse().map(({ union_id }) => union_id);
		const found = await run('user', 'getByIds', { userIds: wanted.join(',') });
		extra.forEach(({ open_id }) => platform.store.users.delete(open_id));
		expect(found.map(({ union_id }) => union_id)).toEqual(wanted);
		expect(platform.calls.map(({ query }) => new URLSearchParams(query).getAll('user_ids').length)).toEqual([50, 10]);
		expect(platform.calls[0]?.query).toContain('user_id_type=union_id');
	});
});

describe('lists over several pages', () => {
	const DEPARTMENT = 'od-test';

	beforeAll(() => {
		platform.addChats(230);
		platform.store.departments.set(DEPARTMENT, {
			open_department_id: DEPARTMENT,
			department_id: 'D9',
			name: 'Large',
			en_name: 'Large',
			parent: '0',
		});
		const people = addPeople(120, DEPARTMENT);
		platform.chat.members.push(...people.map(({ open_id }) => open_id));
	});

	const LISTS: ReadonlyArray<
		readonly [
			name: string,
			resource: string,
			operation: string,
			parameters: (p: Platform) => INodeParameters,
			all: (p: Platform) => unknown[],
			key: string,
			pageSize: number,
		]
	> = [
		['chats', 'chat', 'getAll', () => ({}), (p) => p.chats.map(({ chat_id }) => chat_id), 'chat_id', 100],
		[
			'chats found',
			'chat',
			'search',
			() => ({ query: 'Test group' }),
			(p) => p.chats.filter(({ name }) => name.startsWith('Test group')).map(({ chat_id }) => chat_id),
			'chat_id',
			100,
		],
		['members', 'member', 'getAll', (p) => ({ chat: list(p.chat.chat_id) }), (p) => p.chat.members, 'member_id', 100],
		[
			'people of a department',
			'user',
			'getByDepartment',
			() => ({ department: byId(DEPARTMENT) }),
			(p) => p.users.filter(({ department_ids }) => department_ids.includes(DEPARTMENT)).map(({ open_id }) => open_id),
			'open_id',
			50,
		],
	];

	test.each(LISTS)(
		'%s: Return All gives each once, in order',
		async (_, resource, operation, parameters, all, key, pageSize) => {
			const wanted = all(platform);
			const found = await run(resource, operation, { ...parameters(platform), returnAll: true });
			expect(found.map((one) => one[key])).toEqual(wanted);
			expect(pages()).toEqual(Array.from({ length: Math.ceil(wanted.length / pageSize) }, () => String(pageSize)));
		},
	);

	test.each(LISTS)(
		'%s: Limit fetches no more than it needs',
		async (_, resource, operation, parameters, all, key, pageSize) => {
			const found = await run(resource, operation, { ...parameters(platform), limit: pageSize + 3 });
			expect(found.map((one) => one[key])).toEqual(all(platform).slice(0, pageSize + 3));
			expect(pages()).toEqual([String(pageSize), '3']);
		},
	);

	test('the default limit is 50', async () => {
		expect(await run('chat', 'getAll', {})).toHaveLength(50);
		expect(pages()).toEqual(['50']);
	});
});
