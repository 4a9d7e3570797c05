/** Tasks, by the official SDK. */
import { randomUUID } from 'node:crypto';
import { codeOf, startTasks, type TaskFixture } from '../../support/conformance/tasks';

let fixture: TaskFixture;
beforeAll(async () => {
	fixture = await startTasks();
});
afterAll(() => fixture.simulator.close());

const DAY = 86_400_000;
const TASKS = '/open-apis/task/v2/tasks';

type Made = Awaited<ReturnType<TaskFixture['sdk']['task']['v2']['task']['create']>>;
type Data = NonNullable<Parameters<TaskFixture['sdk']['task']['v2']['task']['create']>[0]>['data'];

const create = (data: Partial<Data> = {}): Promise<Made> =>
	fixture.sdk.task.v2.task.create({ data: { summary: 'Write', ...data } });
const guidOf = (made: Made) => made.data?.task?.guid ?? '';

async function patch(guid: string, task: object, update_fields: string[] = Object.keys(task)) {
	return await fixture.http.call('PATCH', `${TASKS}/${guid}`, { task, update_fields });
}

async function read(guid: string) {
	const { data } = await fixture.http.get(`${TASKS}/${guid}`);
	return data.task as Record<string, unknown>;
}

it('are made, read, changed and deleted, with an address that people open', async () => {
	const guid = guidOf(await create({ description: 'All of it' }));
	const made = await read(guid);
	expect(made).toMatchObject({ guid, summary: 'Write', status: 'todo', completed_at: '0', source: 6, mode: 2 });
	expect(made.url).toBe(
		`https://applink.feishu.cn/client/todo/detail?guid=${guid}&suite_entity_num=${String(made.task_id)}`,
	);
	expect(made.creator).toMatchObject({ id: fixture.simulator.appId, type: 'app' });
	// An app that says nothing is the origin itself.
	expect(made.origin).toMatchObject({ platform_i18n_name: { en_us: expect.any(String) as string } });
	await patch(guid, { summary: 'Rewrite' });
	expect(await read(guid)).toMatchObject({ summary: 'Rewrite', description: 'All of it' });
	expect(await codeOf(fixture.sdk.task.v2.task.delete({ path: { task_guid: guid } }))).toBe(0);
	const gone = await fixture.http.get(`${TASKS}/${guid}`);
	expect([gone.status, gone.code]).toEqual([404, 1470404]);
	const odd = await fixture.http.get(`${TASKS}/none`);
	expect([odd.status, odd.code]).toEqual([400, 1470400]);
});

describe('the fields that a change names', () => {
	it('are cleared where there is no value, and what is not named is left alone', async () => {
		const guid = guidOf(await create({ description: 'All of it', due: { timestamp: String(DAY), is_all_day: true } }));
		await patch(guid, { summary: 'New', description: 'ignored' }, ['summary', 'due']);
		const after = await read(guid);
		expect(after).toMatchObject({ summary: 'New', description: 'All of it' });
		expect(after.due).toBeUndefined();
	});

	it.each([
		['no field', {}, []],
		['a field of another endpoint', { members: [] }, ['members']],
		['an empty summary', { summary: '' }, ['summary']],
		['a summary that is taken away', {}, ['summary']],
		['a summary that is too long', { summary: 'x'.repeat(3001) }, ['summary']],
		['a time before 1970', { due: { timestamp: '-1' } }, ['due']],
		['a rule without a due time', { repeat_rule: 'FREQ=DAILY' }, ['repeat_rule']],
		['a mode that there is not', { mode: 3 }, ['mode']],
	])('are refused: %s', async (_what, task, names) => {
		const guid = guidOf(await create());
		const { status, code } = await patch(guid, task, names);
		expect([status, code]).toEqual([400, 1470400]);
	});
});

describe('times', () => {
	it('are cut to seconds, or to days of UTC', async () => {
		const at = 1_682_899_200_000 + 3_600_123;
		const timed = await read(guidOf(await create({ due: { timestamp: String(at), is_all_day: false } })));
		expect(timed.due).toEqual({ timestamp: String(at - 123), is_all_day: false });
		const dated = await read(guidOf(await create({ due: { timestamp: String(at), is_all_day: true } })));
		expect(dated.due).toEqual({ timestamp: '1682899200000', is_all_day: true });
	});

	it.each([
		[
			'the start is later',
			{ timestamp: String(2 * DAY), is_all_day: true },
			{ timestamp: String(DAY), is_all_day: true },
		],
		['one is a date only', { timestamp: String(DAY), is_all_day: true }, { timestamp: String(DAY), is_all_day: false }],
	])('do not go together where %s', async (_what, start, due) => {
		expect(await codeOf(create({ start, due }))).toBe(1470400);
	});

	it('are needed by a reminder, of which there is one', async () => {
		expect(await codeOf(create({ reminders: [{ relative_fire_minute: 30 }] }))).toBe(1470400);
		const due = { timestamp: String(DAY), is_all_day: true };
		const guid = guidOf(await create({ due, reminders: [{ relative_fire_minute: 30 }] }));
		const path = { task_guid: guid };
		const more = { path, data: { reminders: [{ relative_fire_minute: 0 }] } };
		expect(await codeOf(fixture.sdk.task.v2.task.addReminders(more))).toBe(1470613);
		const [reminder] = (await read(guid)).reminders as Array<{ id: string }>;
		await fixture.sdk.task.v2.task.removeReminders({ path, data: { reminder_ids: [reminder?.id ?? ''] } });
		expect(await codeOf(fixture.sdk.task.v2.task.addReminders(more))).toBe(0);
		await patch(guid, {}, ['due']);
		expect((await read(guid)).reminders).toEqual([]);
	});
});

describe('completing', () => {
	it('happens once until the task is opened again', async () => {
		const guid = guidOf(await create());
		await patch(guid, { completed_at: '1688529478195' });
		expect(await read(guid)).toMatchObject({ status: 'done', completed_at: '1688529478195' });
		const again = await patch(guid, { completed_at: '1688529478196' });
		expect([again.code, again.msg]).toEqual([1470400, 'cannot set non-zero completed_at for a completed task']);
		await patch(guid, { completed_at: '0' });
		expect(await read(guid)).toMatchObject({ status: 'todo', completed_at: '0' });
	});

	it('is for the creator alone where all assignees have to', async () => {
		const members = [{ id: fixture.person, type: 'user', role: 'assignee' }];
		const guid = guidOf(await create({ mode: 1, members }));
		const body = { task: { completed_at: '1688529478195' }, update_fields: ['completed_at'] };
		const { status, code } = await fixture.http.call('PATCH', `${TASKS}/${guid}`, body, fixture.headers);
		expect([status, code]).toEqual([500, 1470500]);
		expect((await patch(guid, { completed_at: '1688529478195' })).code).toBe(0);
	});
});

describe('a client_token', () => {
	it('makes one task in five minutes', async () => {
		const client_token = randomUUID();
		const first = guidOf(await create({ client_token }));
		expect(guidOf(await create({ client_token }))).toBe(first);
		await fixture.http.admin('POST', '/clock', { ms: 5 * 60_000 });
		expect(guidOf(await create({ client_token }))).not.toBe(first);
	});

	it('is refused for the second of two at once, and outside of 10 to 100 characters', async () => {
		const body = { summary: 'Write', client_token: randomUUID() };
		const both = await Promise.all([fixture.http.post(TASKS, body), fixture.http.post(TASKS, body)]);
		const refused = both.filter(({ code }) => code !== 0).map(({ status, code }) => [status, code]);
		expect([[], [[500, 1470422]]]).toContainEqual(refused);
		expect(await codeOf(create({ client_token: 'short' }))).toBe(1470400);
	});
});

describe('members', () => {
	it('are assignees and followers, people and apps', async () => {
		const guid = guidOf(await create());
		const members = [
			{ id: fixture.person, type: 'user', role: 'assignee' },
			{ id: fixture.simulator.appId, type: 'app', role: 'follower' },
		];
		await fixture.sdk.task.v2.task.addMembers({ path: { task_guid: guid }, data: { members } });
		expect((await read(guid)).members).toMatchObject(members);
		await fixture.sdk.task.v2.task.removeMembers({ path: { task_guid: guid }, data: { members: members.slice(0, 1) } });
		expect((await read(guid)).members).toMatchObject(members.slice(1));
	});

	it.each([
		['of no such role', { type: 'user', role: 'owner' }, 1470400],
		['of no such type', { type: 'robot', role: 'follower' }, 1470500],
		['a group', { type: 'chat', role: 'follower' }, 1470500],
	])('are refused: %s', async (_what, member, expected) => {
		const id = member.type === 'chat' ? fixture.chatId : fixture.person;
		expect(await codeOf(create({ members: [{ id, ...member }] }))).toBe(expected);
	});
});

it('subtasks lie below a task, and can be taken out', async () => {
	const above = guidOf(await create());
	const made = await fixture.sdk.task.v2.taskSubtask.create({ path: { task_guid: above }, data: { summary: 'Part' } });
	const guid = made.data?.subtask?.guid ?? '';
	expect(await read(guid)).toMatchObject({ parent_task_guid: above });
	expect(await read(above)).toMatchObject({ subtask_count: 1 });
	const listed = await fixture.sdk.task.v2.taskSubtask.list({ path: { task_guid: above } });
	expect(listed.data?.items).toMatchObject([{ guid }]);
	expect((await fixture.http.post(`${TASKS}/${above}/set_ancestor_task`, { ancestor_guid: guid })).code).toBe(1470400);
	await fixture.http.post(`${TASKS}/${guid}/set_ancestor_task`, {});
	expect((await read(guid)).parent_task_guid).toBeUndefined();
	await fixture.http.post(`${TASKS}/${guid}/set_ancestor_task`, { ancestor_guid: above });
	await fixture.sdk.task.v2.task.delete({ path: { task_guid: above } });
	expect((await fixture.http.get(`${TASKS}/${guid}`)).code).toBe(1470404);
});

it('dependencies stand on both sides', async () => {
	const [first, second] = [guidOf(await create()), guidOf(await create())];
	const path = { task_guid: first };
	const data = { dependencies: [{ type: 'next' as const, task_guid: second }] };
	await fixture.sdk.task.v2.task.addDependencies({ path, data });
	expect((await read(second)).dependencies).toEqual([{ type: 'prev', task_guid: first }]);
	expect(await codeOf(fixture.sdk.task.v2.task.addDependencies({ path, data }))).toBe(1470400);
	await fixture.sdk.task.v2.task.removeDependencies({ path, data: { dependencies: [{ task_guid: second }] } });
	expect((await read(second)).dependencies).toEqual([]);
});

it('dependencies make no circle', async () => {
	const [first, second, third] = [guidOf(await create()), guidOf(await create()), guidOf(await create())];
	const after = async (task_guid: string, other: string) =>
		await codeOf(
			fixture.sdk.task.v2.task.addDependencies({
				path: { task_guid },
				data: { dependencies: [{ type: 'prev', task_guid: other }] },
			}),
		);
	expect([await after(first, second), await after(second, third)]).toEqual([0, 0]);
	expect(await after(third, first)).toBe(1470400);
	expect((await read(third)).dependencies).toEqual([{ type: 'next', task_guid: second }]);
});

describe('who sees what', () => {
	it('an app is one more person: it sees what it made or is a member of, and not what people have', async () => {
		const made = await fixture.sdk.task.v2.task.create({ data: { summary: 'Mine' } }, fixture.asPerson);
		const guid = made.data?.task?.guid ?? '';
		const refused = await fixture.http.get(`${TASKS}/${guid}`);
		expect([refused.status, refused.code]).toEqual([403, 1470403]);
		const members = [{ id: fixture.simulator.appId, type: 'app', role: 'follower' }];
		await fixture.sdk.task.v2.task.addMembers({ path: { task_guid: guid }, data: { members } }, fixture.asPerson);
		expect(await read(guid)).toMatchObject({ summary: 'Mine' });
		// A follower reads, and changes nothing.
		expect((await patch(guid, { summary: 'Ours' })).code).toBe(1470403);
	});

	it('its own tasks are those assigned to it, where an app may ask', async () => {
		const members = [{ id: fixture.simulator.appId, type: 'app', role: 'assignee' }];
		const guid = guidOf(await create({ summary: 'For the app', members }));
		const { data } = await fixture.http.get(`${TASKS}?completed=false`);
		expect(data.items).toMatchObject([{ guid }]);
		expect((await fixture.http.get(`${TASKS}?type=all`)).code).toBe(1470400);
		await fixture.http.admin('PUT', '/settings', { appTaskList: 'refused' });
		expect((await fixture.http.get(TASKS)).code).toBe(99991663);
		await fixture.http.admin('PUT', '/settings', { appTaskList: 'answered' });
	});

	it('what is related to a person comes by the time of its last change', async () => {
		const path = '/open-apis/task/v2/task_v2/list_related_task';
		const page = await fixture.http.get(`${path}?page_size=1`, fixture.headers);
		const [first] = page.data.items as Array<{ updated_at: string }>;
		expect(page.data).toMatchObject({ has_more: true, page_token: `${first?.updated_at}000` });
		const next = await fixture.http.get(
			`${path}?page_size=1&page_token=${String(page.data.page_token)}`,
			fixture.headers,
		);
		expect(next.data.items).not.toEqual(page.data.items);
		expect((await fixture.http.get(path)).code).toBe(99991663);
	});
});
