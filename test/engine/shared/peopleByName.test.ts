/** People by their names, wherever people are filled in: by an app, which looks through its directory, and by a person, who searches. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, usePlatform, type CredentialRef } from '../../support/engine';
import { EVERYONE } from '../../support/engine/everyone';
import { several } from '../../support/engine/ownChat';
import { ownList } from '../../support/engine/tasks';

const platform = usePlatform();

const DIRECTORY = '/open-apis/contact/v3/users/find_by_department';
const SEARCH = '/open-apis/search/v1/user';
const FIND = '/open-apis/contact/v3/users/batch_get_id';

const run = async (parameters: INodeParameters, items = [{}], credential?: CredentialRef) =>
	await platform.run({ parameters, items, ...(credential && { credential }) });
const taskFor = (...people: string[]): INodeParameters => ({
	resource: 'task',
	operation: 'create',
	summary: 'Write',
	assignees: several(people.join(', ')),
});
const asPerson = async () =>
	await EVERYONE.person?.make(platform, { region: 'custom', baseUrl: platform.simulator.url });
const called = (path: string) => platform.calls.filter((one) => one.path === path).length;
const second = () => {
	const [, user] = platform.users;
	if (!user) throw new Error('There is no second person');
	return user;
};
/** One more of the same name. */
function namesake(of: { name: string }) {
	const { open_id, ...rest } = second();
	const other = { ...rest, open_id: `${open_id}2`, union_id: 'on_namesake', user_id: 'namesake', name: of.name };
	platform.store.users.set(other.open_id, other);
	return other.open_id;
}

describe.each(['app', 'person'] as const)('%s', (who) => {
	const credential = async () => (who === 'person' ? await asPerson() : undefined);

	test('finds people by name, address and number side by side', async () => {
		const { name, email, open_id } = second();
		const { open_id: first, mobile } = platform.user;
		const { error, items } = await run(taskFor(name, mobile ?? '', email ?? ''), [{}], await credential());
		expect(error).toBeUndefined();
		expect(items[0]?.json.assignees).toMatchObject([{ id: open_id, name }, { id: first }]);
		expect(called(FIND)).toBe(who === 'app' ? 1 : 0);
		expect(called(SEARCH)).toBe(who === 'app' ? 0 : 3);
	});

	test('says that nobody is called so, and makes nothing', async () => {
		const before = platform.store.tasks.all.size;
		const { error, items } = await run(taskFor('欧阳没有'), [{}], await credential());
		expect(error?.message).toBe("The field 'Assignees' names people who were not found: 欧阳没有");
		expect(error?.description).toContain('names in full');
		expect(items).toEqual([]);
		expect(platform.store.tasks.all.size).toBe(before);
	});

	test('says that several are called so, and makes nothing', async () => {
		const before = platform.store.tasks.all.size;
		const { name } = second();
		const added = namesake(second());
		const { error } = await run(taskFor(name), [{}], await credential());
		platform.store.users.delete(added);
		expect(error?.message).toBe(`The field 'Assignees' names ${name}, and 2 people are called so`);
		expect(error?.description).toContain('Give the e-mail address or the ID');
		expect(platform.store.tasks.all.size).toBe(before);
	});
});

test('a person whose search knows names alone is told that an address finds nobody', async () => {
	platform.store.settings.userSearch = 'names';
	const before = platform.store.tasks.all.size;
	const { email, open_id, name } = second();
	const { error } = await run(taskFor(email), [{}], await asPerson());
	expect(error?.message).toBe(`The field 'Assignees' names people who were not found: ${email}`);
	expect(platform.store.tasks.all.size).toBe(before);
	const { items } = await run(taskFor(name), [{}], await asPerson());
	expect(items[0]?.json.assignees).toMatchObject([{ id: open_id }]);
	platform.store.settings.userSearch = 'all';
});

test('looks through the directory once for all items', async () => {
	const names = [platform.user.name, second().name];
	const { error, items } = await run(
		taskFor('={{ $json.name }}'),
		Array.from({ length: 6 }, (_, at) => ({ json: { name: names[at % 2] } })),
	);
	expect(error).toBeUndefined();
	expect(items).toHaveLength(6);
	const once = called(DIRECTORY);
	platform.simulator.requests.length = 0;
	await run(taskFor(second().name));
	expect(once).toBe(called(DIRECTORY));
});

test('a message goes to whom a name means, by ID as in a list', async () => {
	const message = (more: INodeParameters) => ({ resource: 'message', operation: 'send', text: 'Hello', ...more });
	const { open_id, name } = second();
	const one = await run(message({ sendTo: 'user', user: byId(name ?? '') }));
	expect(one.error).toBeUndefined();
	const many = await run(
		message({ sendTo: 'several', receivers: { lists: [{ list: `${name}, ${platform.user.mobile ?? ''}` }] } }),
	);
	expect(many.error).toBeUndefined();
	expect(many.items.map(({ json }) => json.sent)).toEqual([true, true]);
	const receivers = platform.calls
		.filter((call) => call.path === '/open-apis/im/v1/messages')
		.map(({ bodyText }) => (JSON.parse(bodyText ?? '{}') as { receive_id: string }).receive_id);
	expect(receivers).toEqual([open_id, open_id, platform.user.open_id]);
});

describe('a single word', () => {
	/** Somebody of that first name, and a user_id that an administrator has chosen. */
	const named = (changes: { name?: string; user_id?: string }) => {
		const { open_id, ...rest } = second();
		const other = { ...rest, open_id: `${open_id}3`, union_id: 'on_word', user_id: 'word1', name: 'Word', ...changes };
		platform.store.users.set(other.open_id, other);
		return other;
	};
	afterEach(() => platform.store.users.delete(`${second().open_id}3`));

	test.each(['app', 'person'] as const)('is a name where somebody is called so, as %s', async (who) => {
		const { open_id } = named({ name: 'Rosalind' });
		const credential = who === 'person' ? await asPerson() : undefined;
		const { error, items } = await run(taskFor('Rosalind', platform.user.open_id), [{}], credential);
		expect(error).toBeUndefined();
		expect(items[0]?.json.assignees).toMatchObject([{ id: open_id }, { id: platform.user.open_id }]);
	});

	test.each(['app', 'person'] as const)(
		'of which no name is found is told with the names that have it, as %s',
		async (who) => {
			named({ name: 'Rosalind Ash' });
			const before = platform.store.tasks.all.size;
			const credential = who === 'person' ? await asPerson() : undefined;
			const { error } = await run(taskFor('Rosalind', platform.user.open_id), [{}], credential);
			expect(error?.message).toBe("The field 'Assignees' names people who were not found: Rosalind");
			expect(error?.description).toMatch(/^Is it Rosalind Ash\? Check how they are written/);
			const { error: typo } = await run(taskFor(platform.user.name, 'Rosalimd'), [{}], credential);
			expect(typo?.message).toBe("The field 'Assignees' names people who were not found: Rosalimd");
			expect(typo?.description).toMatch(/^Check how they are written/);
			expect(platform.store.tasks.all.size).toBe(before);
		},
	);

	test('that is the user_id of somebody, and nobody’s name, is that person', async () => {
		const { open_id } = named({ user_id: 'Rosalind' });
		const { error, items } = await run(taskFor('Rosalind', platform.user.open_id));
		expect(error).toBeUndefined();
		expect(items[0]?.json.assignees).toMatchObject([{ id: open_id }, { id: platform.user.open_id }]);
	});

	test('in a filter is no less a name', async () => {
		const { error } = await run({
			...{ resource: 'task', operation: 'getAll', tasksOf: 'list', tasklist: byId(ownList(platform).guid) },
			assignedTo: several('Rosalimd'),
		});
		expect(error?.message).toBe("The field 'Assigned To' names people who were not found: Rosalimd");
	});

	test('of several people is told', async () => {
		named({ name: 'Rosalind' });
		const other = namesake({ name: 'Rosalind' });
		const { error } = await run(taskFor('Rosalind'));
		platform.store.users.delete(other);
		expect(error?.message).toBe("The field 'Assignees' names Rosalind, and 2 people are called so");
	});

	test('names the receiver of a message', async () => {
		const { open_id } = named({ name: 'Rosalind' });
		const { error } = await run({
			...{ resource: 'message', operation: 'send', text: 'Hello', sendTo: 'user' },
			user: byId('Rosalind'),
		});
		expect(error).toBeUndefined();
		const [call] = platform.calls.filter(({ path }) => path === '/open-apis/im/v1/messages');
		expect(call?.bodyText).toContain(open_id);
	});
});
