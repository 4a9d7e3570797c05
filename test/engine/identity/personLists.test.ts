/** The lists from which people choose, for a person: the platform finds for them what an app has to walk. */
import { Feishu } from '../../../nodes/Feishu/Feishu.node';
import { FeishuContact } from '../../../nodes/FeishuContact/FeishuContact.node';
import { listWalks } from '../../../nodes/shared/fields/listWalks';
import { listContext, usePlatform, type CredentialRef } from '../../support/engine';
import { EVERYONE } from '../../support/engine/everyone';
import { signedIn } from '../../support/engine/people';

const platform = usePlatform();

const { searchUsers } = new Feishu().methods.listSearch;
const { searchDepartments } = new FeishuContact().methods.listSearch;

let person: CredentialRef;
beforeAll(async () => {
	person = await (EVERYONE.person as (typeof EVERYONE)[string]).make(platform, {
		region: 'custom',
		baseUrl: platform.simulator.url,
	});
});
beforeEach(() => listWalks.forgetAll());

const lists = { people: searchUsers, departments: searchDepartments };

async function look(list: keyof typeof lists, filter: string, credential = person) {
	const find = lists[list];
	if (!find) throw new Error('There is no such list');
	const node = list === 'people' ? 'feishu' : 'feishuContact';
	return (await find.call(listContext(node, credential), filter)).results;
}

test('people are found by the platform’s own search, in one request', async () => {
	const { name, open_id: value } = platform.user;
	const [found] = await look('people', name);
	expect(found).toMatchObject({ value, name: expect.stringContaining(name) as string });
	expect(platform.routes).toEqual(['GET /open-apis/search/v1/user']);
});

test('departments, too', async () => {
	const [department] = [...platform.store.departments.values()].filter(({ name }) => name);
	const { name = '', open_department_id: value } = department ?? {};
	expect(await look('departments', name)).toContainEqual({ name, value });
	expect(platform.routes).toEqual(['POST /open-apis/contact/v3/departments/search']);
});

test('a search is made anew for other words, and the walk serves the list without words', async () => {
	const [one, other] = platform.users;
	expect((await look('people', one?.name ?? '')).map(({ value }) => value)).toContain(one?.open_id);
	expect((await look('people', other?.name ?? '')).map(({ value }) => value)).toContain(other?.open_id);
	expect((await look('people', '')).length).toBeGreaterThan(1);
	expect(platform.routes.filter((route) => route === 'GET /open-apis/search/v1/user')).toHaveLength(2);
	expect(platform.routes).toContain('GET /open-apis/contact/v3/users/find_by_department');
});

test('an app walks the directory', async () => {
	expect((await look('people', platform.user.name, platform.credential)).length).toBeGreaterThan(0);
	expect(platform.routes).not.toContain('GET /open-apis/search/v1/user');
});

test('words that fit nothing are told as the person’s', async () => {
	await expect(look('people', 'nobody of this name')).rejects.toMatchObject({
		message: expect.stringMatching(
			/^Nothing fits 'nobody of this name' among the people that this person may find.*mobile number/,
		) as string,
	});
});

test('a scope that the person has not granted is told as the person’s', async () => {
	const { credential } = await signedIn(platform, 'offline_access im:chat:read', platform.users[3]?.open_id);
	await expect(look('people', 'a', credential)).rejects.toMatchObject({
		message: expect.stringContaining('The person has not granted the scope contact:user:search') as string,
	});
});
