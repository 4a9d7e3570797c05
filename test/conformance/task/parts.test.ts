/** Comments, attachments, the search and the events of tasks. */
import { codeOf, startTasks, type TaskFixture } from '../../support/conformance/tasks';

let fixture: TaskFixture;
beforeAll(async () => {
	fixture = await startTasks();
});
afterAll(() => fixture.simulator.close());

const V2 = '/open-apis/task/v2';

async function newTask(more: object = {}): Promise<string> {
	const { data } = await fixture.http.post(`${V2}/tasks`, { summary: 'Write', ...more });
	return (data.task as { guid: string }).guid;
}

it('comments: said, answered, changed and deleted by who said them', async () => {
	const { sdk, asPerson, person } = fixture;
	const task = await newTask({ members: [{ id: person, role: 'follower' }] });
	const resource = { resource_type: 'task', resource_id: task };
	const said = await sdk.task.v2.comment.create({ data: { content: 'Really?', ...resource } });
	const id = said.data?.comment?.id ?? '';
	await sdk.task.v2.comment.create({ data: { content: 'Yes', reply_to_comment_id: id, ...resource } }, asPerson);
	const listed = async (direction: 'asc' | 'desc') =>
		(await sdk.task.v2.comment.list({ params: { ...resource, direction } })).data?.items?.map(({ content }) => content);
	expect([await listed('asc'), await listed('desc')]).toEqual([
		['Really?', 'Yes'],
		['Yes', 'Really?'],
	]);
	const path = { comment_id: id };
	const data = { comment: { content: 'Sure?' }, update_fields: ['content'] };
	expect(await codeOf(sdk.task.v2.comment.patch({ path, data }, asPerson))).toBe(1470403);
	await sdk.task.v2.comment.patch({ path, data });
	expect((await sdk.task.v2.comment.get({ path }, asPerson)).data?.comment).toMatchObject({ id, content: 'Sure?' });
	await sdk.task.v2.comment.delete({ path });
	expect(await codeOf(sdk.task.v2.comment.get({ path }))).toBe(1470404);
	const long = { data: { content: 'x'.repeat(3001), ...resource } };
	expect(await codeOf(sdk.task.v2.comment.create(long))).toBe(1470400);
});

describe('attachments', () => {
	const form = (task: string, ...names: string[]) => {
		const data = new FormData();
		data.append('resource_type', 'task');
		data.append('resource_id', task);
		for (const name of names) data.append('file', new Blob(['words']), name);
		return data;
	};
	const upload = async (task: string, ...names: string[]) =>
		await fixture.http.post(`${V2}/attachments/upload`, form(task, ...names));

	it('come several at a time, with addresses for three minutes and three downloads', async () => {
		const task = await newTask();
		const { data } = await upload(task, 'a.txt', 'b.txt');
		expect(data.items).toMatchObject([{ name: 'a.txt', size: 5, resource: { id: task } }, { name: 'b.txt' }]);
		const [{ guid = '' } = {}] = data.items as Array<{ guid?: string }>;
		const address = async () => {
			const found = await fixture.sdk.task.v2.attachment.get({ path: { attachment_guid: guid } });
			return found.data?.attachment?.url ?? '';
		};
		const url = await address();
		const statuses = [];
		for (let times = 0; times < 4; times += 1) statuses.push((await fetch(url)).status);
		expect(statuses).toEqual([200, 200, 200, 404]);
		const late = await address();
		await fixture.http.admin('POST', '/clock', { ms: 3 * 60_000 });
		expect((await fetch(late)).status).toBe(404);
		// In the task itself there is no address.
		const { data: read } = await fixture.http.get(`${V2}/tasks/${task}`);
		expect((read.task as { attachments: object[] }).attachments[0]).not.toHaveProperty('url');
		await fixture.sdk.task.v2.attachment.delete({ path: { attachment_guid: guid } });
		const listed = await fixture.sdk.task.v2.attachment.list({ params: { resource_id: task } });
		expect(listed.data?.items).toMatchObject([{ name: 'b.txt' }]);
	});

	it('are refused: none, and more than five', async () => {
		const task = await newTask();
		expect((await upload(task)).code).toBe(1470400);
		expect((await upload(task, '1', '2', '3', '4', '5', '6')).code).toBe(1470400);
	});
});

describe('the search', () => {
	const search = async (body: object, query = '', headers = fixture.headers) =>
		await fixture.http.post(`${V2}/tasks/search${query}`, body, headers);

	it('is for people alone, and finds what they see', async () => {
		const { data } = await search({ query: 'quote' });
		expect(data).toMatchObject({
			items: [
				{
					id: expect.any(String) as string,
					meta_data: { app_link: expect.stringContaining('/client/todo/detail?guid=') as string },
				},
			],
			has_more: false,
		});
		expect((await fixture.http.post(`${V2}/tasks/search`, { query: 'quote' })).code).toBe(99991663);
		const lists = await fixture.http.post(`${V2}/tasklists/search`, { query: 'team' }, fixture.headers);
		expect(lists.data.items).toMatchObject([{ display_info: '团队任务 Team tasks' }]);
	});

	it('by who has made a task or is assigned to it, whether it is done, and when it is due', async () => {
		const mine = { creator_ids: [fixture.person] };
		const all = ((await search({ filter: mine })).data.items as object[]).length;
		const done = ((await search({ filter: { ...mine, is_completed: true } })).data.items as object[]).length;
		expect([all > 3, done]).toEqual([true, 1]);
		const soon = { ...mine, due_time: { start_time: new Date(fixture.simulator.store.clock.now()).toISOString() } };
		expect(((await search({ filter: soon })).data.items as object[]).length).toBe(1);
	});

	it.each([
		['a page of more than 30', {}, '?page_size=31', 1474003],
		['more than 150 in', {}, `?page_token=${Buffer.from('150').toString('base64url')}`, 1474004],
		['a time that is none', { filter: { due_time: { start_time: 'soon' } } }, '', 1474005],
		['words of more than 50', { query: 'x'.repeat(51) }, '', 1474006],
	])('refuses %s', async (_what, body, query, code) => {
		expect((await search(body, query)).code).toBe(code);
	});
});

describe('events', () => {
	const told = (type: string) =>
		fixture.simulator.push.deliveries
			.filter(({ event_type }) => event_type === type)
			.map(({ payload }) => payload.event);

	it('of tasks come to who has subscribed and is concerned, the older ones to the app that made them', async () => {
		const { person, http, headers } = fixture;
		const TYPE = 'task.task.update_user_access_v2';
		await newTask({ members: [{ id: person, role: 'assignee' }] });
		expect(told(TYPE)).toEqual([]);
		await http.post(`${V2}/task_v2/task_subscription`, {}, headers);
		const task = await newTask({ members: [{ id: person, role: 'assignee' }] });
		await newTask();
		await http.call('PATCH', `${V2}/tasks/${task}`, {
			task: { summary: 'New', completed_at: '1688529478195' },
			update_fields: ['summary', 'completed_at'],
		});
		expect(told(TYPE)).toEqual([
			{ task_guid: task, event_types: ['task_create'] },
			{ task_guid: task, event_types: ['task_summary_update', 'task_completed_update'] },
		]);
		expect(told('task.task.updated_v1')).toEqual([
			{ task_id: task, obj_type: 1 },
			{ task_id: task, obj_type: 5 },
		]);
		await http.post(`${V2}/comments`, { content: 'Fine', resource_type: 'task', resource_id: task });
		expect(told('task.task.comment.updated_v1').at(-1)).toMatchObject({ task_id: task, parent_id: '0', obj_type: 1 });
	});
});

it('the page shows what a person has, who adds tasks and completes them', async () => {
	const { http, simulator, members, person } = fixture;
	expect(await (await fetch(`${simulator.url}/tasks`)).text()).toContain('tasks-app.js');
	const seen = async (openId: string) =>
		await http.admin<{ tasks: Array<{ guid: string; summary: string; completed_at: string }>; lists: object[] }>(
			'GET',
			`/tasks?open_id=${openId}`,
		);
	const { guid } = await http.admin<{ guid: string }>('POST', '/tasks', { open_id: person, summary: 'Mine alone' });
	const named = async (openId: string) => (await seen(openId)).tasks.find((one) => one.guid === guid);
	expect([await named(members[1] ?? ''), (await named(person))?.completed_at]).toEqual([undefined, '0']);
	await http.admin('POST', `/tasks/${guid}/complete`, { open_id: person });
	expect((await named(person))?.completed_at).not.toBe('0');
	expect((await seen(person)).lists).toMatchObject([
		{ name: '团队任务 Team tasks', sections: [{ name: '待办 To do' }, { name: '进行中 In progress' }] },
	]);
});
