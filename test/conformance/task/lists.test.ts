/** Lists, sections and custom fields of tasks, by the official SDK. */
import { codeOf, startTasks, type TaskFixture } from '../../support/conformance/tasks';

let fixture: TaskFixture;
beforeAll(async () => {
	fixture = await startTasks();
});
afterAll(() => fixture.simulator.close());

const V2 = '/open-apis/task/v2';

type ListData = NonNullable<Parameters<TaskFixture['sdk']['task']['v2']['tasklist']['create']>[0]>['data'];

async function newList(data: Partial<ListData> = {}) {
	const made = await fixture.sdk.task.v2.tasklist.create({ data: { name: 'Week', ...data } });
	return made.data?.tasklist?.guid ?? '';
}
const readList = async (guid: string) => (await fixture.http.get(`${V2}/tasklists/${guid}`)).data.tasklist as object;
const taskIn = async (tasklist_guid: string, more: object = {}) => {
	const body = { summary: 'Write', tasklists: [{ tasklist_guid }], ...more };
	const { data, msg } = await fixture.http.post(`${V2}/tasks`, body);
	const { guid } = (data.task ?? {}) as { guid?: string };
	if (guid === undefined) throw new Error(msg);
	return guid;
};

it('lists: the creator is the owner and no member; who is added again changes the role', async () => {
	const { person, simulator, chatId } = fixture;
	const guid = await newList({ members: [{ id: person, type: 'user', role: 'viewer' }] });
	expect(await readList(guid)).toMatchObject({
		owner: { id: simulator.appId, type: 'app' },
		members: [{ id: person, role: 'viewer' }],
	});
	const path = { tasklist_guid: guid };
	const members = [
		{ id: person, role: 'editor' },
		{ id: chatId, type: 'chat', role: 'viewer' },
	];
	await fixture.sdk.task.v2.tasklist.addMembers({ path, data: { members } });
	expect(await readList(guid)).toMatchObject({
		members: [
			{ id: person, role: 'editor' },
			{ id: chatId, type: 'chat' },
		],
	});
	await fixture.sdk.task.v2.tasklist.removeMembers({ path, data: { members: [{ id: chatId, type: 'chat' }] } });
	const owner = { owner: { id: person, type: 'user' } };
	const data = { tasklist: owner, update_fields: ['owner'], origin_owner_to_role: 'viewer' as const };
	await fixture.sdk.task.v2.tasklist.patch({ path, data });
	expect(await readList(guid)).toMatchObject({
		owner: { id: person },
		members: [{ id: simulator.appId, role: 'viewer' }],
	});
	// Who only reads changes nothing.
	expect(await codeOf(fixture.sdk.task.v2.tasklist.delete({ path }))).toBe(1470403);
	expect(await codeOf(fixture.sdk.task.v2.tasklist.delete({ path }, fixture.asPerson))).toBe(0);
	expect((await fixture.http.get(`${V2}/tasklists/${guid}`)).code).toBe(1470404);
});

it('lists: an app sees those of the groups that its bot is in', async () => {
	const names = async () =>
		((await fixture.http.get(`${V2}/tasklists`)).data.items as Array<{ name: string }>).map(({ name }) => name);
	expect(await names()).toContain('团队任务 Team tasks');
	const made = await fixture.sdk.task.v2.tasklist.create({ data: { name: 'Private' } }, fixture.asPerson);
	expect(await names()).not.toContain('Private');
	expect((await fixture.http.get(`${V2}/tasklists/${made.data?.tasklist?.guid}`)).code).toBe(1470403);
});

describe('pages', () => {
	it('end with an empty token, with which the list begins anew', async () => {
		const guid = await newList();
		for (const summary of ['One', 'Two', 'Three']) await taskIn(guid, { summary });
		const page = async (token: string) =>
			(await fixture.http.get(`${V2}/tasklists/${guid}/tasks?page_size=2&page_token=${token}`)).data;
		const first = await page('');
		expect(first).toMatchObject({ has_more: true, items: [{ summary: 'One' }, { summary: 'Two' }] });
		const last = await page(String(first.page_token));
		expect(last).toMatchObject({ has_more: false, page_token: '', items: [{ summary: 'Three' }] });
		expect(await page(String(last.page_token))).toEqual(first);
		expect((await fixture.http.get(`${V2}/tasklists/${guid}/tasks?page_size=101`)).code).toBe(1470400);
	});

	it('may be empty although more follow', async () => {
		const guid = await newList();
		await taskIn(guid);
		await fixture.http.admin('PUT', '/settings', { pages: 'uneven' });
		const { data } = await fixture.http.get(`${V2}/tasklists/${guid}/tasks`);
		await fixture.http.admin('PUT', '/settings', { pages: 'full' });
		expect(data).toMatchObject({ items: [], has_more: true });
	});

	it('are filtered by whether tasks are completed', async () => {
		const guid = await newList();
		await taskIn(guid, { summary: 'Done', completed_at: '1688529478195' });
		await taskIn(guid, { summary: 'Open' });
		const { data } = await fixture.http.get(`${V2}/tasklists/${guid}/tasks?completed=true`);
		expect(data.items).toMatchObject([{ summary: 'Done' }]);
	});
});

it('sections: before and after others, tasks moved between them, the default one stays', async () => {
	const guid = await newList();
	const resource = { resource_type: 'tasklist', resource_id: guid };
	const make = async (name: string, more: object = {}) => {
		const made = await fixture.sdk.task.v2.section.create({ data: { name, ...resource, ...more } });
		return made.data?.section?.guid ?? '';
	};
	const sections = async () => (await fixture.sdk.task.v2.section.list({ params: resource })).data?.items ?? [];
	const later = await make('Later');
	await make('Soon', { insert_before: later });
	expect((await sections()).map(({ name }) => name)).toEqual(['', 'Soon', 'Later']);
	const first = (await sections())[0]?.guid ?? '';
	const task = await taskIn(guid);
	const inSection = async (section_guid: string) =>
		(await fixture.sdk.task.v2.section.tasks({ path: { section_guid } })).data?.items?.map((one) => one.guid);
	expect(await inSection(first)).toEqual([task]);
	await fixture.http.post(`${V2}/tasks/${task}/add_tasklist`, { tasklist_guid: guid, section_guid: later });
	expect([await inSection(first), await inSection(later)]).toEqual([[], [task]]);
	expect(await codeOf(fixture.sdk.task.v2.section.delete({ path: { section_guid: first } }))).toBe(1470400);
	await fixture.sdk.task.v2.section.delete({ path: { section_guid: later } });
	expect(await inSection(first)).toEqual([task]);
	const both = { name: 'Odd', ...resource, insert_before: first, insert_after: first };
	expect((await fixture.http.post(`${V2}/sections`, both)).code).toBe(1470400);
});

describe('custom fields', () => {
	const fieldIn = async (resource_id: string, type: string, setting: object = {}) => {
		const body = { resource_type: 'tasklist', resource_id, name: type, type, [`${type}_setting`]: setting };
		const { data } = await fixture.http.post(`${V2}/custom_fields`, body);
		return data.custom_field as { guid: string } & Record<string, { options: Array<{ guid: string }> }>;
	};
	const options = { options: [{ name: 'High', color_index: 1 }, { name: 'Low' }] };

	const cases: ReadonlyArray<readonly [type: string, setting: object, given: unknown, read: unknown]> = [
		['number', { format: 'percentage', decimal_count: 2 }, '+020.124', '20.12'],
		['text', {}, 'words', 'words'],
		['datetime', { format: 'yyyy-mm-dd' }, String(1_682_899_200_000 + 5), '1682899200000'],
	];
	it.each(cases)(
		'of the type %s are kept in their shortest form, and emptied by ""',
		async (type, setting, given, read) => {
			const list = await newList();
			const { guid } = await fieldIn(list, type, setting);
			const task = await taskIn(list, { custom_fields: [{ guid, [`${type}_value`]: given }] });
			const value = async () => {
				const { data } = await fixture.http.get(`${V2}/tasks/${task}`);
				return (data.task as { custom_fields: object[] }).custom_fields;
			};
			expect(await value()).toEqual([{ guid, type, name: type, [`${type}_value`]: read }]);
			const body = { task: { custom_fields: [{ guid, [`${type}_value`]: '' }] }, update_fields: ['custom_fields'] };
			await fixture.http.call('PATCH', `${V2}/tasks/${task}`, body);
			expect(await value()).toMatchObject([{ [`${type}_value`]: '' }]);
		},
	);

	it('with options take the guids of those, with members people', async () => {
		const list = await newList();
		const single = await fieldIn(list, 'single_select', options);
		const several = await fieldIn(list, 'multi_select', options);
		const member = await fieldIn(list, 'member', { multi: false });
		const [high = '', low = ''] = several.multi_select_setting?.options.map(({ guid }) => guid) ?? [];
		const one = single.single_select_setting?.options[0]?.guid;
		const custom_fields = [
			{ guid: single.guid, single_select_value: one },
			{ guid: several.guid, multi_select_value: [high, low] },
			{ guid: member.guid, member_value: [{ id: fixture.person, type: 'user' }] },
		];
		const task = await taskIn(list, { custom_fields });
		const { data } = await fixture.http.get(`${V2}/tasks/${task}`);
		expect((data.task as { custom_fields: object[] }).custom_fields).toMatchObject(custom_fields);
		const refused = async (value: object) => {
			const body = { summary: 'x', tasklists: [{ tasklist_guid: list }], custom_fields: [value] };
			return (await fixture.http.post(`${V2}/tasks`, body)).code;
		};
		expect(await refused({ guid: single.guid, single_select_value: 'High' })).toBe(1470400);
		const two = [{ id: fixture.person }, { id: fixture.members[1] }];
		expect(await refused({ guid: member.guid, member_value: two })).toBe(1470400);
	});

	it.each(['1e9', ' 99 ', '20%', '0x125', '1.2.3'])('refuse %j as a number', async (number_value) => {
		const list = await newList();
		const { guid } = await fieldIn(list, 'number');
		const body = { summary: 'x', tasklists: [{ tasklist_guid: list }], custom_fields: [{ guid, number_value }] };
		expect((await fixture.http.post(`${V2}/tasks`, body)).code).toBe(1470400);
	});

	it('belong to lists: a task that is in none of them takes no value', async () => {
		const [list, other] = [await newList(), await newList()];
		const { guid } = await fieldIn(list, 'text');
		const body = { summary: 'x', tasklists: [{ tasklist_guid: other }], custom_fields: [{ guid, text_value: 'y' }] };
		expect((await fixture.http.post(`${V2}/tasks`, body)).code).toBe(1470400);
		const resource = { resource_type: 'tasklist', resource_id: other };
		await fixture.http.post(`${V2}/custom_fields/${guid}/add`, resource);
		expect((await fixture.http.post(`${V2}/tasks`, body)).code).toBe(0);
		const listed = await fixture.http.get(`${V2}/custom_fields?resource_type=tasklist&resource_id=${other}`);
		expect(listed.data.items).toMatchObject([{ guid }]);
		await fixture.http.post(`${V2}/custom_fields/${guid}/remove`, resource);
		await fixture.http.post(`${V2}/custom_fields/${guid}/remove`, { ...resource, resource_id: list });
		// In no list it is nobody's any more.
		expect((await fixture.http.get(`${V2}/custom_fields/${guid}`)).code).toBe(1470403);
	});

	it('get options one by one, which are hidden and not deleted', async () => {
		const list = await newList();
		const { guid, single_select_setting: setting } = await fieldIn(list, 'single_select', options);
		const before = setting?.options[0]?.guid;
		const path = `${V2}/custom_fields/${guid}`;
		const made = await fixture.http.post(`${path}/options`, { name: 'Highest', insert_before: before });
		const { guid: option } = made.data.option as { guid: string };
		await fixture.http.call('PATCH', `${path}/options/${option}`, {
			option: { is_hidden: true },
			update_fields: ['is_hidden'],
		});
		await fixture.http.call('PATCH', path, { custom_field: { name: 'Priority' }, update_fields: ['name'] });
		const { data } = await fixture.http.get(path);
		expect(data.custom_field).toMatchObject({
			name: 'Priority',
			single_select_setting: {
				options: [{ guid: option, name: 'Highest', is_hidden: true }, { name: 'High' }, { name: 'Low' }],
			},
		});
		const odd = { option: { name: 'x', color_index: 55 }, update_fields: ['name', 'color_index'] };
		expect((await fixture.http.call('PATCH', `${path}/options/${option}`, odd)).code).toBe(1470400);
	});
});

it('what happens in a list is told to groups', async () => {
	const path = { tasklist_guid: await newList() };
	const data = { name: 'News', subscribers: [{ id: fixture.chatId, type: 'chat' }], include_keys: [103, 121] };
	const made = await fixture.sdk.task.v2.tasklistActivitySubscription.create({ path, data });
	const guid = made.data?.activity_subscription?.guid ?? '';
	const one = { ...path, activity_subscription_guid: guid };
	const patch = { activity_subscription: { disabled: true }, update_fields: ['disabled' as const] };
	await fixture.sdk.task.v2.tasklistActivitySubscription.patch({ path: one, data: patch });
	const listed = await fixture.sdk.task.v2.tasklistActivitySubscription.list({ path });
	expect(listed.data?.items).toMatchObject([{ guid, name: 'News', include_keys: [103, 121], disabled: true }]);
	const odd = { ...data, include_keys: [103, 103] };
	expect(await codeOf(fixture.sdk.task.v2.tasklistActivitySubscription.create({ path, data: odd }))).toBe(1470400);
	const person = { ...data, subscribers: [{ id: fixture.person, type: 'user' }] };
	expect(await codeOf(fixture.sdk.task.v2.tasklistActivitySubscription.create({ path, data: person }))).toBe(1470400);
	await fixture.sdk.task.v2.tasklistActivitySubscription.delete({ path: one });
	expect(await codeOf(fixture.sdk.task.v2.tasklistActivitySubscription.get({ path: one }))).toBe(1470404);
});
