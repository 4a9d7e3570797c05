/** What the node says where the platform refuses, by what has happened there. */
import type { INodeParameters } from 'n8n-workflow';

import type { Member } from '../../../simulator/state/tasks';
import type { TaskTrouble } from '../../../simulator/state/troubles';
import { newTask } from '../../../simulator/task/make';
import { byId, usePlatform, type CredentialRef } from '../../support/engine';
import { person } from '../../support/engine/ownChat';
import { EVERYONE } from '../../support/engine/everyone';
import { ADVICE } from '../../../feishu/advice';
import { ownComment, ownList, ownSection, ownTask } from '../../support/engine/tasks';

const platform = usePlatform();
const USUAL = { taskTrouble: 'none', unseenTask: 'denied' };
afterEach(() => Object.assign(platform.store.settings, USUAL));

async function refusal(parameters: INodeParameters, credential?: CredentialRef) {
	const { error } = await platform.run({ parameters, ...(credential && { credential }) });
	return error;
}

const asPerson = async () =>
	await EVERYONE.person?.make(platform, { region: 'custom', baseUrl: platform.simulator.url });
const asked = (route: string) => platform.routes.filter((one) => one === route).length;

describe('trouble of the platform', () => {
	const search = { resource: 'task', operation: 'search', searchFor: 'quote', requestOptions: { tries: 2 } };
	const lists = { resource: 'tasklist', operation: 'search', searchFor: 'team', requestOptions: { tries: 2 } };
	test.each<[TaskTrouble, INodeParameters, string]>([
		['searchFails', search, 'POST /open-apis/task/v2/tasks/search'],
		['searchFails', lists, 'POST /open-apis/task/v2/tasklists/search'],
		['searchUnreachable', search, 'POST /open-apis/task/v2/tasks/search'],
		['searchUnreachable', lists, 'POST /open-apis/task/v2/tasklists/search'],
	])('%s: a search is tried again, and then says that it passes (%#)', async (taskTrouble, parameters, route) => {
		platform.store.settings.taskTrouble = taskTrouble;
		const error = await refusal(parameters, await asPerson());
		expect(asked(route)).toBe(2);
		expect(error?.message).toBe('The search of Feishu had a problem of its own');
		expect(error?.description).toContain('Try again in a moment');
		expect(error?.description).toContain('Tried 2 times');
	});

	test('an error of its own: what may be sent twice is tried again', async () => {
		platform.store.settings.taskTrouble = 'internal';
		const error = await refusal({ resource: 'tasklist', operation: 'getAll', requestOptions: { tries: 2 } });
		expect(asked('GET /open-apis/task/v2/tasklists')).toBe(2);
		expect(error?.message).toBe('Feishu could not do this with the task');
		expect(error?.description).toContain('Try once more');
	});

	test('what may not be sent twice is sent once', async () => {
		platform.store.settings.taskTrouble = 'internal';
		const error = await refusal({ resource: 'tasklist', operation: 'create', listName: 'Week' });
		expect(asked('POST /open-apis/task/v2/tasklists')).toBe(1);
		expect(error?.description).toContain('It may have been carried out all the same');
	});
});

describe('what somebody may not read', () => {
	const task = () => {
		const by = { id: platform.users[1]?.open_id ?? '', type: 'user' } as const;
		return byId(newTask(platform.store, by, { summary: 'Theirs' }).guid);
	};
	test.each([
		['denied', 'The app may not see or change this task or task list', 'An app counts as one more person'],
		['notFound', "The task, list or other thing does not exist, or this app can't see it", 'An app sees what it made'],
	] as const)('to an app, where that is %s', async (unseenTask, message, advice) => {
		platform.store.settings.unseenTask = unseenTask;
		for (const parameters of [
			{ resource: 'task', operation: 'get', task: task() },
			{ resource: 'task', operation: 'update', task: task(), taskChanges: { title: 'Ours' } },
			{ resource: 'taskComment', operation: 'create', task: task(), taskCommentText: 'Ours' },
			{ resource: 'subtask', operation: 'getAll', parentTask: task() },
		]) {
			const error = await refusal(parameters);
			expect(error?.message).toBe(message);
			expect(error?.description).toContain(advice);
		}
	});

	test.each([
		['denied', 'The person may not see or change this task or task list'],
		['notFound', "The task, list or other thing does not exist, or the person can't see it"],
	] as const)('to a person, where that is %s', async (unseenTask, message) => {
		platform.store.settings.unseenTask = unseenTask;
		const { guid } = ownTask(platform);
		const error = await refusal({ resource: 'task', operation: 'get', task: byId(guid) }, await asPerson());
		expect(error?.message).toBe(message);
		expect(error?.description).not.toMatch(/\bapp\b/i);
	});
});

describe('a value that is refused is named', () => {
	const due = { timestamp: Date.UTC(2026, 0, 21), is_all_day: true };
	const update = (guid: string, taskChanges: INodeParameters, clearFields: string[] = []) => ({
		...{ resource: 'task', operation: 'update', task: byId(guid), taskChanges, clearFields },
	});

	test('a start after the due time that the task has', async () => {
		const { guid } = ownTask(platform, { due });
		const error = await refusal(update(guid, { start: '2026-02-01' }));
		expect(error?.message).toBe("'Start' would be after 'Due': 2026-02-01 and 2026-01-21");
		expect(error?.description).toContain('Change both together');
	});

	test('a time beside a date', async () => {
		const { guid } = ownTask(platform, { due });
		const error = await refusal(update(guid, { start: '2026-01-02T08:00:00Z' }));
		expect(error?.message).toContain("One of 'Start' and 'Due' would have a time and the other one none");
	});

	test('a due time that is taken from what repeats', async () => {
		const { guid } = ownTask(platform, { due, repeat_rule: 'FREQ=DAILY' });
		const error = await refusal(update(guid, {}, ['due']));
		expect(error?.message).toBe('The task repeats, and would have no due time');
	});

	test('a due time that is taken from what reminds', async () => {
		platform.store.settings.taskReminderWithoutDue = 'refused';
		const { guid } = ownTask(platform, { due, reminders: [{ id: '1', relative_fire_minute: 5 }] });
		const error = await refusal(update(guid, {}, ['due']));
		platform.store.settings.taskReminderWithoutDue = 'removed';
		expect(error?.message).toBe('The task has a reminder, and would have no due time');
	});

	test('a section of another list', async () => {
		const [list, other] = [ownList(platform), ownList(platform)];
		const otherSection = byId(ownSection(platform, other).guid);
		const place = { tasklist: byId(list.guid), section: otherSection };
		const task = byId(ownTask(platform).guid);
		const moved = await refusal({ resource: 'task', operation: 'addToList', task, ...place });
		expect(moved?.message).toBe("The field 'Section' holds a section that is not in the task list");
		const made = await refusal({ resource: 'task', operation: 'create', summary: 'Write', ...place });
		expect(made?.message).toBe(moved?.message);
		const beside = { tasklist: byId(list.guid), sectionName: 'Soon', sectionPlace: 'after', otherSection };
		const section = await refusal({ resource: 'section', operation: 'create', ...beside });
		expect(section?.message).toBe("The field 'Other Section' holds a section that is not in the task list");
	});

	test('the task itself as one that it depends on, before anything is sent', async () => {
		const { guid } = ownTask(platform);
		const depending = { resource: 'task', operation: 'addDependencies', task: byId(guid), otherTasks: guid };
		const error = await refusal(depending);
		expect(error?.message).toBe("The field 'Other Tasks' names the task itself");
		expect(platform.routes).not.toContain('POST /open-apis/task/v2/tasks/:task_guid/add_dependencies');
	});
});

describe('who may do it', () => {
	test('a list is given away by its owner', async () => {
		const list = ownList(platform);
		list.owner = { id: platform.user.open_id, type: 'user' };
		list.members = [{ id: platform.simulator.appId, type: 'app', role: 'editor' }];
		const parameters = { resource: 'tasklist', operation: 'update', tasklist: byId(list.guid) };
		const owner = { __rl: true, mode: 'email', value: platform.users[1]?.email ?? '' };
		const error = await refusal({ ...parameters, listChanges: { owner } });
		expect(error?.message).toBe('Only the owner of a task list may give it to somebody else');
		expect(await refusal({ ...parameters, listChanges: { newName: 'Ours' } })).toBeUndefined();
	});

	test('a group is told of a list by who is in it, and may change the list', async () => {
		const chat = platform.chat;
		const bots = chat.bots.splice(0);
		const told = { subscriptionName: 'News', chat: byId(chat.chat_id), listEvents: ['100'] };
		const tasklist = byId(ownList(platform).guid);
		const parameters = { resource: 'taskActivity', operation: 'create', tasklist, ...told };
		const error = await refusal(parameters);
		chat.bots.push(...bots);
		expect(error?.message).toBe('The task list may not be changed, or the group is not one of your own');
		const { items } = await platform.run({ parameters });
		expect(items[0]?.json).toMatchObject({ include_keys: [100], events: ['Task Added to the List'] });
	});

	test.each([
		['update', { taskCommentText: 'Really' }, 'change'],
		['delete', {}, 'delete'],
	])('a comment is for who wrote it: %s', async (operation, more, verb) => {
		const comment = ownComment(platform, ownTask(platform));
		comment.creator = { id: platform.user.open_id, type: 'user' };
		const error = await refusal({ resource: 'taskComment', operation, taskCommentId: comment.id, ...more });
		expect(error?.message).toBe(`Only who wrote a comment may ${verb} it`);
	});
});

describe('more than there may be', () => {
	const many = (count: number, role: string): Member[] =>
		Array.from({ length: count }, (_, index) => ({ id: `cli_${index}`, type: 'app', role }));

	test.each([
		['assignee', 'The task has too many assignees', 'A task takes 50 assignees'],
		['follower', 'The task has too many followers', 'A task takes 50 followers'],
	])('members of a task: %s', async (taskRole, message, advice) => {
		const task = byId(ownTask(platform, { members: many(50, taskRole) }).guid);
		const whom = { people: person(platform.user.open_id), taskRole };
		const error = await refusal({ resource: 'task', operation: 'addMembers', task, ...whom });
		expect(error?.message).toBe(message);
		expect(error?.description).toContain(advice);
	});

	test('members of a list', async () => {
		const list = ownList(platform);
		list.members = many(500, 'viewer');
		const parameters = { resource: 'tasklist', operation: 'addMembers', tasklist: byId(list.guid) };
		const error = await refusal({ ...parameters, people: person(platform.user.open_id) });
		expect(error?.message).toBe('The task list has too many members');
		expect(error?.description).toContain('add a group instead of each person');
	});
});

test('each code of the pages has words', () => {
	const codes = [400, 403, 404, 422, 500, 610, 611, 612, 613].map((end) => 1_470_000 + end);
	codes.push(1474002, 1474003, 1474004, 1474005, 1474006, 1475001, 1475002);
	expect(codes.filter((code) => !ADVICE.has(code))).toEqual([]);
});
