/** The operations that walk the organization: people, departments, user groups; and the bot itself. */
import type { INodeParameters } from 'n8n-workflow';

import type { User } from '../../../simulator';
import { byId, list, only, usePlatform } from '../../support/engine';

const platform = usePlatform();

async function run(resource: string, operation: string, parameters: INodeParameters) {
	const result = await platform.run({ parameters: { resource, operation, ...parameters } });
	if (result.error) throw result.error;
	return result.items.map(({ json }) => json);
}

const departments = () => [...platform.store.departments.values()];
const departmentOf = (id: string) => only(departments().filter(({ department_id }) => department_id === id));

/** People of a department and of all below it, in the store. */
function peopleBelow(openId: string): User[] {
	const below = (id: string): string[] => [
		id,
		...departments()
			.filter(({ parent }) => parent === id)
			.flatMap(({ open_department_id }) => below(open_department_id)),
	];
	const ids = below(openId);
	return platform.users.filter(({ department_ids }) => department_ids.some((id) => ids.includes(id)));
}

const openIds = (people: ReadonlyArray<{ open_id?: unknown }>) => people.map(({ open_id }) => open_id).sort();

describe('people of a department', () => {
	test('Include Subdepartments lists each person of all levels once', async () => {
		const { open_department_id } = departmentOf('D001');
		const direct = await run('user', 'getByDepartment', { department: list(open_department_id), returnAll: true });
		const parameters = { department: list(open_department_id), recursive: true, returnAll: true };
		const all = await run('user', 'getByDepartment', parameters);
		expect(openIds(all)).toEqual(openIds(peopleBelow(open_department_id)));
		expect(all.length).toBeGreaterThan(direct.length);
		expect(new Set(openIds(all)).size).toBe(all.length);
	});

	test('a limit ends the walk', async () => {
		const parameters = { department: byId('0'), recursive: true, limit: 2 };
		expect(await run('user', 'getByDepartment', parameters)).toHaveLength(2);
		const inAll = platform.calls.length;
		platform.reset();
		await run('user', 'getByDepartment', { ...parameters, limit: 1000 });
		expect(platform.calls.length).toBeGreaterThan(inAll);
	});

	test('a department_id works as well, and people name theirs in the same way', async () => {
		const { open_department_id } = departmentOf('D002');
		const found = await run('user', 'getByDepartment', { department: byId('D002'), recursive: true });
		expect(openIds(found)).toEqual(openIds(peopleBelow(open_department_id)));
		expect(found.flatMap(({ department_ids }) => department_ids)).toEqual(expect.arrayContaining(['D002', 'D004']));
		expect(JSON.stringify(found)).not.toContain('od-');
	});
});

describe('Search for people', () => {
	test.each([
		['part of a name', 'ali', ['Alice Smith']],
		['a Chinese name', '张', ['张三']],
		['a job title and a name, in any order', 'engineer WANG', ['王小明']],
		['an address', 'bob@', ['Bob Martin']],
		['nobody', 'nobody of the kind', []],
	])('by %s', async (_, words, names) => {
		expect((await run('user', 'search', { words, returnAll: true })).map(({ name }) => name)).toEqual(names);
	});

	test('by a mobile number', async () => {
		const { mobile, open_id } = platform.user;
		expect(openIds(await run('user', 'search', { words: mobile }))).toEqual([open_id]);
	});

	test('a limit, and the whole person', async () => {
		const [found, ...others] = await run('user', 'search', { words: 'engineer', limit: 1, simple: false });
		expect(others).toEqual([]);
		expect(found).toHaveProperty('avatar');
	});
});

describe('departments', () => {
	test('Get', async () => {
		const { open_department_id, name } = departmentOf('D002');
		for (const department of [byId('D002'), list(open_department_id)])
			expect(await run('department', 'get', { department })).toEqual([
				expect.objectContaining({ open_department_id, department_id: 'D002', name }),
			]);
	});

	test('Get Many lists the next level, or all', async () => {
		const names = async (parameters: INodeParameters) =>
			(await run('department', 'getAll', { department: byId('0'), returnAll: true, ...parameters })).map(
				({ name }) => name,
			);
		expect((await names({})).sort()).toEqual(
			departments()
				.filter(({ parent }) => parent === '0')
				.map(({ name }) => name)
				.sort(),
		);
		expect((await names({ allLevels: true })).sort()).toEqual(
			departments()
				.map(({ name }) => name)
				.sort(),
		);
		expect(await names({ allLevels: true, returnAll: false, limit: 2 })).toHaveLength(2);
	});

	test.each([
		['平台', ['平台组']],
		['squad', ['可靠性小组']],
		['nothing', []],
	])('Search by %s', async (words, names) => {
		expect((await run('department', 'search', { words })).map(({ name }) => name)).toEqual(names);
	});

	test('Get Parents gives the nearest first', async () => {
		const parents = await run('department', 'getParents', { department: byId('D004') });
		expect(parents.slice(0, 2).map(({ department_id }) => department_id)).toEqual(['D002', 'D001']);
	});

	test('one that does not exist', async () => {
		const { error } = await platform.run({
			parameters: { resource: 'department', operation: 'get', department: byId('od-unknown') },
		});
		expect(error?.message).toBe("The department does not exist, or this app can't see it");
	});
});

describe('user groups', () => {
	const group = (type: 1 | 2) => only([...platform.store.userGroups.values()].filter((one) => one.type === type));

	test.each([1, 2] as const)('Get Many of type %i', async (type) => {
		expect((await run('userGroup', 'getAll', { groupType: String(type) })).map(({ id }) => id)).toEqual([
			group(type).id,
		]);
	});

	test('Get', async () => {
		const { id, name } = group(1);
		expect(await run('userGroup', 'get', { userGroup: byId(id) })).toEqual([expect.objectContaining({ id, name })]);
		const { error } = await platform.run({
			parameters: { resource: 'userGroup', operation: 'get', userGroup: byId('unknown') },
		});
		expect(error?.message).toBe('The user group does not exist');
	});

	test.each(['open_id', 'union_id', 'user_id'] as const)('Get Members by %s', async (userIdType) => {
		const { id, users } = group(1);
		const members = await run('userGroup', 'getMembers', { userGroup: list(id), userIdType, returnAll: true });
		expect(members.map(({ member_id }) => member_id)).toEqual(
			users.map((one) => platform.store.users.get(one)?.[userIdType]),
		);
	});

	test('Get Members that are departments', async () => {
		const { id, departments: ids } = group(1);
		const parameters = { userGroup: list(id), memberType: 'department', userIdType: 'user_id' };
		expect((await run('userGroup', 'getMembers', parameters)).map(({ member_id }) => member_id)).toEqual(ids);
	});
});

test('Get Info about the bot', async () => {
	const app = platform.store.apps.get(platform.simulator.appId);
	expect(await run('bot', 'getInfo', {})).toEqual([
		expect.objectContaining({ app_name: app?.name, open_id: app?.bot_open_id }),
	]);
});
