/** The tools of the official plugin for tasks, which a model calls for a person. */
import { randomUUID } from 'node:crypto';
import { hushPlugin, pluginConfig, type PluginTool, pluginTools, TASK_TOOLS } from '../../support/conformance/plugin';
import { type Fixture, first, startFixture } from '../../support/conformance/harness';

type Json = Record<string, unknown>;

let fixture: Fixture;
let tools: Map<string, PluginTool>;
let openId: string;

async function call(tool: string, action: string, params: object = {}): Promise<Json> {
	const { details, content } = (await tools.get(`feishu_task_${tool}`)?.execute('call', { action, ...params })) ?? {};
	return (details ?? JSON.parse(content?.[0]?.text ?? '{}')) as Json;
}

const guidOf = (answer: Json, name: string) => String((answer[name] as Json | undefined)?.guid);

/** What the tool tells, which leaves out codes, with the code of its last request where it made one. */
async function refusal(tool: string, action: string, params: object): Promise<string> {
	const { requests } = fixture.simulator;
	requests.length = 0;
	const { error } = await call(tool, action, params);
	expect(error).toEqual(expect.any(String));
	return `${String(error)} (${requests.at(-1)?.code ?? 'no request'})`;
}

beforeEach(hushPlugin);
beforeAll(async () => {
	hushPlugin();
	fixture = await startFixture();
	openId = first(fixture.members);
	const { token } = await fixture.http.admin<{ token: string }>('POST', '/tokens', { open_id: openId });
	tools = pluginTools(pluginConfig(fixture.simulator), { openId, token }, TASK_TOOLS);
});
afterAll(() => fixture.simulator.close());

it('tasks: create, get, list, patch, add members', async () => {
	const due = { timestamp: '2026-02-25T18:00:00+08:00' };
	const members = [{ id: openId, role: 'assignee' }];
	const task_guid = guidOf(await call('task', 'create', { summary: 'Write', due, members }), 'task');
	expect(await call('task', 'get', { task_guid })).toMatchObject({
		task: { summary: 'Write', due: { timestamp: String(Date.parse(due.timestamp)), is_all_day: false } },
	});
	expect((await call('task', 'list', { completed: false })).tasks).toMatchObject([{ guid: task_guid }]);
	const done = { task_guid, completed_at: '2026-02-26T15:00:00+08:00' };
	expect(await call('task', 'patch', done)).toMatchObject({ task: { status: 'done' } });
	expect(await call('task', 'patch', { task_guid, completed_at: '0' })).toMatchObject({ task: { status: 'todo' } });
	const more = { task_guid, members: [{ id: fixture.members[1], role: 'follower' }] };
	const added = await call('task', 'add_members', more);
	expect((added.task as { members: Json[] }).members.map(({ role }) => role)).toEqual(['assignee', 'follower']);
});

it('lists and sections: create, get, list, tasks, patch, add members', async () => {
	const tasklist_guid = guidOf(await call('tasklist', 'create', { name: 'Week' }), 'tasklist');
	expect(await call('tasklist', 'get', { tasklist_guid })).toMatchObject({ tasklist: { name: 'Week' } });
	expect(await call('tasklist', 'patch', { tasklist_guid, name: 'Month' })).toMatchObject({
		tasklist: { name: 'Month' },
	});
	const lists = (await call('tasklist', 'list')).tasklists as Json[];
	expect(lists.map(({ name }) => name)).toEqual(['团队任务 Team tasks', 'Month']);
	const members = [{ id: fixture.members[1], role: 'editor' }];
	expect(await call('tasklist', 'add_members', { tasklist_guid, members })).toMatchObject({ tasklist: { members } });
	const place = { resource_type: 'tasklist', resource_id: tasklist_guid };
	const section_guid = guidOf(await call('section', 'create', { ...place, name: 'Soon' }), 'section');
	expect(await call('section', 'get', { section_guid })).toMatchObject({ section: { name: 'Soon' } });
	expect(await call('section', 'patch', { section_guid, name: 'Now' })).toMatchObject({ section: { name: 'Now' } });
	expect((await call('section', 'list', place)).sections).toMatchObject([{ is_default: true }, { name: 'Now' }]);
	await call('task', 'create', { summary: 'Write', tasklists: [{ tasklist_guid, section_guid }] });
	expect((await call('tasklist', 'tasks', { tasklist_guid })).tasks).toMatchObject([{ summary: 'Write' }]);
	expect((await call('section', 'tasks', { section_guid })).tasks).toMatchObject([{ summary: 'Write' }]);
});

it('subtasks and comments: create, list, get', async () => {
	const task_guid = guidOf(await call('task', 'create', { summary: 'Write' }), 'task');
	await call('subtask', 'create', { task_guid, summary: 'Part' });
	expect((await call('subtask', 'list', { task_guid })).subtasks).toMatchObject([{ summary: 'Part' }]);
	const { comment } = await call('comment', 'create', { task_guid, content: 'Fine' });
	expect(comment).toMatchObject({ content: 'Fine', creator: { id: openId } });
	expect((await call('comment', 'list', { resource_id: task_guid })).comments).toMatchObject([{ content: 'Fine' }]);
	expect(await call('comment', 'get', { comment_id: (comment as Json).id })).toMatchObject({
		comment: { content: 'Fine' },
	});
});

it('files: upload, by the app', async () => {
	const { http } = fixture;
	const task = { summary: 'With a file', members: [{ id: openId, role: 'assignee', type: 'user' }] };
	const resource_id = guidOf((await http.post('/open-apis/task/v2/tasks', task)).data, 'task');
	const file = Buffer.from('Hello').toString('base64');
	const sent = await call('attachment', 'upload', { resource_id, file, name: 'hello.txt' });
	expect(sent).toMatchObject({ data: { items: [{ name: 'hello.txt', size: 5, resource: { id: resource_id } }] } });
	expect(await refusal('attachment', 'upload', { resource_id: randomUUID(), file })).toContain('1470404');
});

it('agents: register, tell about themselves, and add steps', async () => {
	expect(await call('agent', 'register')).toMatchObject({ code: 0 });
	expect(await call('agent', 'update_profile', { profile_content: '# Me' })).toMatchObject({ code: 0 });
	const task_guid = guidOf(await call('task', 'create', { summary: 'Write' }), 'task');
	const steps = { task_guid, idempotent_key: 'k1', task_steps: [{ quote: 'q', content: 'c', timestamp: 1772000000 }] };
	expect(await call('task', 'append_steps', steps)).not.toHaveProperty('error');
	expect(await call('task', 'append_steps', { ...steps, task_steps: [] })).toMatchObject({
		error: 'task_steps is required and cannot be empty',
	});
});

it.each<[string, string, string, object, string]>([
	['a task without a title', 'task', 'create', { summary: '' }, '1470400'],
	['a time that is none', 'task', 'create', { summary: 'x', due: { timestamp: 'soon' } }, 'due'],
	['a task that is not there', 'task', 'get', { task_guid: randomUUID() }, '1470404'],
	['a change of nothing', 'task', 'patch', { task_guid: randomUUID() }, 'patch'],
	['a change of what is not there', 'task', 'patch', { task_guid: randomUUID(), summary: 'x' }, '1470404'],
	['nobody', 'task', 'add_members', { task_guid: randomUUID(), members: [] }, 'members is required'],
	['a part of nothing', 'subtask', 'create', { task_guid: randomUUID(), summary: 'x' }, '1470404'],
	['the parts of nothing', 'subtask', 'list', { task_guid: randomUUID() }, '1470404'],
	['words about nothing', 'comment', 'create', { task_guid: randomUUID(), content: 'x' }, '1470404'],
	['a comment that is not there', 'comment', 'get', { comment_id: '7' }, '1470404'],
	['a list without a name', 'tasklist', 'create', { name: '' }, '1470400'],
	['a list that is not there', 'tasklist', 'get', { tasklist_guid: randomUUID() }, '1470404'],
	['its tasks', 'tasklist', 'tasks', { tasklist_guid: randomUUID() }, '1470404'],
	['no other name', 'tasklist', 'patch', { tasklist_guid: randomUUID() }, 'No fields to update'],
	['nobody of a list', 'tasklist', 'add_members', { tasklist_guid: randomUUID(), members: [] }, 'members is required'],
	['a section that is not there', 'section', 'get', { section_guid: randomUUID() }, '1470404'],
	['no other name of one', 'section', 'patch', { section_guid: randomUUID() }, 'No fields to update'],
])('refuses %s', async (_what, tool, action, params, words) => {
	expect(await refusal(tool, action, params)).toContain(words);
});

it('every tool of tasks is tried here', () => {
	const names = ['agent', 'attachment', 'comment', 'section', 'subtask', 'task', 'tasklist'];
	expect([...tools.keys()].sort()).toEqual(names.map((name) => `feishu_task_${name}`));
});
