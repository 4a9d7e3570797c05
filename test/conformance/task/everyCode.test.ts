/** Each code that the pages about tasks list is given by something that can happen, with the HTTP status of the pages. */
import { randomUUID } from 'node:crypto';
import { newList, newTask } from '../../../simulator/task/make';
import type { Actor, Member, Task } from '../../../simulator/state/tasks';
import { TASK_SETTINGS } from '../../../simulator/state/taskSettings';
import type { TaskTrouble } from '../../../simulator/state/troubles';
import { startTasks, type TaskFixture } from '../../support/conformance/tasks';

let fixture: TaskFixture;
beforeAll(async () => {
	fixture = await startTasks();
});
afterEach(() => Object.assign(fixture.simulator.store.settings, { taskTrouble: 'none', ...TASK_SETTINGS }));
afterAll(() => fixture.simulator.close());

/** By code the HTTP status. Source: …/task-v2/overview, …/task-v2/task/search, …/task-v2/tasklist/search and their neighbors */
const CODES: Readonly<Record<number, number>> = {
	1470400: 400,
	1470403: 403,
	1470404: 404,
	1470422: 500,
	1470500: 500,
	1470610: 400,
	1470611: 400,
	1470612: 400,
	1470613: 400,
	1474002: 400,
	1474003: 400,
	1474004: 400,
	1474005: 400,
	1474006: 400,
	1475001: 500,
	1475002: 500,
};

const api = () => fixture.sdk.task.v2;
const app = (): Actor => ({ id: fixture.simulator.appId, type: 'app' });
const person = (): Actor => ({ id: fixture.person, type: 'user' });
const task = (more: Partial<Task> = {}, by = app()) =>
	newTask(fixture.simulator.store, by, { summary: 'Write', ...more });
const at = ({ guid }: { guid: string }) => ({ task_guid: guid });
const many = (count: number, role: string) =>
	Array.from({ length: count }, (_, index): Member => ({ id: `cli_${index}`, type: 'app', role }));
const token = (words: string) => Buffer.from(words).toString('base64url');

type Search = NonNullable<Parameters<ReturnType<typeof api>['task']['search']>[0]>;
const search = async (payload: Partial<Search> = {}) =>
	await api().task.search({ data: { query: 'Write' }, ...payload }, fixture.asPerson);
const searchLists = async () => await api().tasklist.search({ data: { query: 'team' } }, fixture.asPerson);
const inTrouble = (taskTrouble: TaskTrouble) => Object.assign(fixture.simulator.store.settings, { taskTrouble });

const add = async (role: string) =>
	await api().task.addMembers({
		path: at(task({ members: many(50, role) })),
		data: { members: [{ ...person(), role }] },
	});

interface Situation {
	what: string;
	code: number;
	call(): Promise<unknown>;
}

const SITUATIONS: readonly Situation[] = [
	{
		what: 'a task without a title',
		code: 1470400,
		call: async () => await api().task.create({ data: { summary: '' } }),
	},
	{
		what: 'a task that only another one sees',
		code: 1470403,
		call: async () => await api().task.get({ path: at(task({}, person())) }),
	},
	{
		what: 'the same, where it counts as not there',
		code: 1470404,
		async call() {
			fixture.simulator.store.settings.unseenTask = 'notFound';
			return await api().task.get({ path: at(task({}, person())) });
		},
	},
	{
		what: 'a change of what one sees and may not change, where what is not seen counts as not there',
		code: 1470403,
		async call() {
			fixture.simulator.store.settings.unseenTask = 'notFound';
			const data = { task: { summary: 'Ours' }, update_fields: ['summary'] };
			return await api().task.patch(
				{ path: at(task({ members: [{ ...person(), role: 'follower' }] })), data },
				fixture.asPerson,
			);
		},
	},
	{
		what: 'a task that depends on one which the caller may read and not change',
		code: 1470403,
		async call() {
			const other = task({ members: [{ ...app(), role: 'follower' }] }, person());
			const data = { dependencies: [{ type: 'prev' as const, task_guid: other.guid }] };
			return await api().task.addDependencies({ path: at(task()), data });
		},
	},
	{
		what: 'a group that the caller is not in, as one that is told what happens in a list',
		code: 1470403,
		async call() {
			const { store } = fixture.simulator;
			const list = newList(store, app(), { name: 'Week' });
			const chat = store.im.chats.get(fixture.chatId);
			const bots = chat?.bots.splice(0) ?? [];
			try {
				return await api().tasklistActivitySubscription.create({
					path: { tasklist_guid: list.guid },
					data: { name: 'News', subscribers: [{ id: fixture.chatId, type: 'chat' }], include_keys: [103] },
				});
			} finally {
				chat?.bots.push(...bots);
			}
		},
	},
	{
		what: 'a member who is not known, where that counts as an error of the platform',
		code: 1470500,
		async call() {
			fixture.simulator.store.settings.unknownTaskMember = 'internal';
			const data = { members: [{ id: 'ou_nosuch', type: 'user', role: 'follower' }] };
			return await api().task.addMembers({ path: at(task()), data });
		},
	},
	{
		what: 'a member who is not known',
		code: 1470400,
		async call() {
			const data = { members: [{ id: 'ou_nosuch', type: 'user', role: 'follower' }] };
			return await api().task.addMembers({ path: at(task()), data });
		},
	},
	{
		what: 'a task that was deleted',
		code: 1470404,
		async call() {
			const path = at(task());
			await api().task.delete({ path });
			return await api().task.get({ path });
		},
	},
	{
		what: 'a task that another request with the client_token is just making',
		code: 1470422,
		async call() {
			const client_token = randomUUID();
			fixture.simulator.store.tasks.making.add(`${app().id} ${client_token}`);
			return await api().task.create({ data: { summary: 'Write', client_token } });
		},
	},
	{
		what: 'completing for all, by who has not made it',
		code: 1470500,
		async call() {
			const path = at(task({ mode: 1, members: [{ ...app(), role: 'assignee' }] }, person()));
			return await api().task.patch({
				path,
				data: { task: { completed_at: '1688529478195' }, update_fields: ['completed_at'] },
			});
		},
	},
	{
		what: 'an error of the platform',
		code: 1470500,
		async call() {
			inTrouble('internal');
			return await api().tasklist.list();
		},
	},
	{ what: 'one assignee more than 50', code: 1470610, call: async () => await add('assignee') },
	{ what: 'one follower more than 50', code: 1470611, call: async () => await add('follower') },
	{
		what: 'one member of a list more than 500',
		code: 1470612,
		async call() {
			const list = newList(fixture.simulator.store, app(), { name: 'Week', members: many(500, 'viewer') });
			const data = { members: [{ ...person(), role: 'editor' }] };
			return await api().tasklist.addMembers({ path: { tasklist_guid: list.guid }, data });
		},
	},
	{
		what: 'a second reminder',
		code: 1470613,
		async call() {
			const due = { timestamp: 1_900_000_000_000, is_all_day: false };
			const path = at(task({ due, reminders: [{ id: '1', relative_fire_minute: 5 }] }));
			return await api().task.addReminders({ path, data: { reminders: [{ relative_fire_minute: 30 }] } });
		},
	},
	{
		what: 'a page token that is not known any more',
		code: 1474002,
		call: async () => await search({ params: { page_token: token('old') } }),
	},
	{
		what: 'a page of more than 30',
		code: 1474003,
		call: async () => await search({ params: { page_size: 31 } }),
	},
	{
		what: 'what comes after 150 results',
		code: 1474004,
		async call() {
			for (let count = 0; count < 151; count += 1) task({ summary: 'Endless' }, person());
			let page_token: string | undefined;
			for (let page = 0; page < 5; page += 1) {
				const { data } = await search({ data: { query: 'Endless' }, params: { page_size: 30, page_token } });
				page_token = data?.page_token;
			}
			return await search({ data: { query: 'Endless' }, params: { page_size: 30, page_token } });
		},
	},
	{
		what: 'a due time that is none',
		code: 1474005,
		call: async () => await search({ data: { query: '', filter: { due_time: { start_time: 'soon' } } } }),
	},
	{
		what: 'words of more than 50 characters',
		code: 1474006,
		call: async () => await search({ data: { query: 'x'.repeat(51) } }),
	},
	...(
		[
			['searchFails', 1475001],
			['searchUnreachable', 1475002],
		] as const
	).flatMap(([trouble, code]): Situation[] =>
		Object.entries({ tasks: search, lists: searchLists }).map(([what, call]) => ({
			what: `a search of ${what} while it is ${trouble}`,
			code,
			async call() {
				inTrouble(trouble);
				return await call();
			},
		})),
	),
];

/** What the SDK's client gives or throws. */
async function answerOf(call: Promise<unknown>): Promise<{ code?: number; status?: number }> {
	try {
		return { code: ((await call) as { code?: number }).code, status: 200 };
	} catch (error) {
		const { response } = error as { response?: { status: number; data?: { code?: number } } };
		return { code: response?.data?.code, status: response?.status };
	}
}

it.each(SITUATIONS)('$code: $what', async ({ code, call }) => {
	expect(await answerOf(call())).toEqual({ code, status: CODES[code] });
});

it('there is a situation for each code', () => {
	expect([...new Set(SITUATIONS.map(({ code }) => code))].sort()).toEqual(Object.keys(CODES).map(Number));
});

it('the searches alone are in trouble', async () => {
	inTrouble('searchFails');
	expect(await answerOf(api().task.get({ path: at(task()) }))).toMatchObject({ code: 0 });
});
