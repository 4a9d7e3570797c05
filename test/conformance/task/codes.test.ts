/** What is refused with a code of its own, and what differs by what the pages leave open. */
import { startTasks, type TaskFixture } from '../../support/conformance/tasks';

let fixture: TaskFixture;
beforeAll(async () => {
	fixture = await startTasks();
});
afterAll(() => fixture.simulator.close());

const V2 = '/open-apis/task/v2';
const people = (count: number, role: string) =>
	Array.from({ length: count }, (_, at) => ({ id: `cli_${role}${String(at).padStart(12, '0')}`, type: 'app', role }));

async function guidOf(path: string, body: object): Promise<string> {
	const { data } = await fixture.http.post(`${V2}/${path}`, body);
	const [made] = Object.values(data) as Array<{ guid: string }>;
	return made?.guid ?? '';
}

it('1474002: a token that the search does not know', async () => {
	const page_token = Buffer.from('old').toString('base64url');
	const path = `${V2}/tasks/search?page_token=${page_token}`;
	expect(await fixture.http.post(path, { query: 'Write' }, fixture.headers)).toMatchObject({
		code: 1474002,
		status: 400,
	});
});

it.each([
	['removed', 0, 0],
	['refused', 1470400, 1],
] as const)('a reminder without a due time is %s', async (answer, code, left) => {
	fixture.simulator.store.settings.taskReminderWithoutDue = answer;
	const due = { timestamp: '1772000000000', is_all_day: false };
	const guid = await guidOf('tasks', { summary: 'Write', due, reminders: [{ relative_fire_minute: 30 }] });
	const change = { task: {}, update_fields: ['due'] };
	expect((await fixture.http.call('PATCH', `${V2}/tasks/${guid}`, change)).code).toBe(code);
	const { data } = await fixture.http.get(`${V2}/tasks/${guid}`);
	const { reminders = [] } = data.task as { reminders?: object[] };
	expect(reminders).toHaveLength(left);
	fixture.simulator.store.settings.taskReminderWithoutDue = 'removed';
});

it.each([
	['deleted', 1470404],
	['kept', 0],
] as const)('the subtasks of a task that is deleted are %s', async (answer, code) => {
	fixture.simulator.store.settings.taskDeletedParent = answer;
	const guid = await guidOf('tasks', { summary: 'Write' });
	const part = await guidOf(`tasks/${guid}/subtasks`, { summary: 'Part' });
	await fixture.http.call('DELETE', `${V2}/tasks/${guid}`);
	expect((await fixture.http.get(`${V2}/tasks/${part}`)).code).toBe(code);
	fixture.simulator.store.settings.taskDeletedParent = 'deleted';
});

it.each([
	['assignee', 1470610],
	['follower', 1470611],
])('too many of the role %s', async (role, code) => {
	const guid = await guidOf('tasks', { summary: 'Write' });
	const { tasks } = fixture.simulator.store;
	const task = tasks.all.get(guid);
	if (!task) throw new Error('no task');
	const [one] = people(1, role);
	task.members.push(...(people(50, role) as never[]));
	const members = [{ ...one, id: fixture.person, type: 'user' }];
	expect(await fixture.http.post(`${V2}/tasks/${guid}/add_members`, { members })).toMatchObject({ code, status: 400 });
});

it('1470612: too many members of a list', async () => {
	const guid = await guidOf('tasklists', { name: 'Week' });
	const list = fixture.simulator.store.tasks.lists.get(guid);
	if (!list) throw new Error('There is no list');
	const [one] = list.members;
	list.members.push(...people(500, 'viewer').map((each) => ({ ...one, ...each, role: 'viewer' }) as never));
	const members = [{ id: fixture.person, type: 'user', role: 'editor' }];
	const path = `${V2}/tasklists/${guid}/add_members`;
	expect(await fixture.http.post(path, { members })).toMatchObject({ code: 1470612, status: 400 });
});
