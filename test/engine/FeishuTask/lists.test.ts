/** Lists, sections, custom fields, comments and attachments of tasks, and the pickers for them. */
import type { IDataObject, INodeListSearchResult, INodeParameters } from 'n8n-workflow';

import { byId, list as fromList, listContext, only, usePlatform } from '../../support/engine';
import { listWalks } from '../../../nodes/shared/fields/listWalks';
import { FeishuTask } from '../../../nodes/FeishuTask/FeishuTask.node';
import { person } from '../../support/engine/ownChat';
import { ownAttachment, ownComment, ownField, ownList, ownSection, ownTask, taskOf } from '../../support/engine/tasks';

const platform = usePlatform();
beforeEach(() => listWalks.forgetAll());

async function out(resource: string, operation: string, more: INodeParameters) {
	const { error, items } = await platform.run({ parameters: { resource, operation, ...more } });
	if (error) throw error;
	return items.map(({ json }) => json);
}

test('a list has people, groups and apps, who get another role when they are added again', async () => {
	const [, second] = platform.users;
	const chat = platform.chat.chat_id;
	const members = { people: person(second?.open_id ?? ''), memberGroups: { chat: [{ chat: byId(chat) }] } };
	const made = only(await out('tasklist', 'create', { listName: 'Release', ...members }));
	expect(made).toMatchObject({ url: expect.stringContaining('task_list?guid=') as string });
	const viewer = { tasklist: byId(String(made.guid)), people: person(second?.open_id ?? ''), listRole: 'viewer' };
	const [after] = await out('tasklist', 'addMembers', viewer);
	expect(after?.members).toMatchObject([
		{ id: chat, type: 'chat', role: 'editor' },
		{ id: second?.open_id, role: 'viewer' },
	]);
	const owner = { owner: { __rl: true, mode: 'email', value: second?.email ?? '' }, formerOwner: 'viewer' };
	const [given] = await out('tasklist', 'update', { tasklist: byId(String(made.guid)), listChanges: owner });
	expect(given).toMatchObject({ owner: { id: second?.open_id } });
	const { error } = await platform.run({
		parameters: { resource: 'tasklist', operation: 'delete', tasklist: byId(String(made.guid)) },
	});
	expect(error?.message).toBe('Only the owner of a task list may delete it');
	expect(error?.description).toContain('The right to edit is not enough');
});

test('a list that nobody but the app sees says so', async () => {
	const { hints } = await platform.run({
		parameters: { resource: 'tasklist', operation: 'create', listName: 'Alone' },
	});
	expect(hints).toEqual(['Nobody but the app sees this task list: it has no people and no groups']);
});

test('sections stand beside others, are renamed, and leave their tasks to the first one', async () => {
	const list = ownList(platform);
	const later = ownSection(platform, list);
	const beside = { sectionPlace: 'before', otherSection: byId(later.guid) };
	await out('section', 'create', { tasklist: byId(list.guid), sectionName: 'Soon', ...beside });
	const names = async () => (await out('section', 'getAll', { tasklist: byId(list.guid) })).map(({ name }) => name);
	expect(await names()).toEqual(['Default section', 'Soon', 'Later']);
	const { guid } = ownTask(platform, { tasklists: [{ tasklist_guid: list.guid, section_guid: later.guid }] });
	await out('section', 'delete', { tasklist: byId(list.guid), section: byId(later.guid) });
	expect(taskOf(platform, guid).tasklists[0]?.section_guid).not.toBe(later.guid);
});

test('an option is renamed and hidden by its name', async () => {
	const list = ownList(platform);
	const field = ownField(platform, list, 'single_select');
	const where = { tasklist: byId(list.guid), customField: byId(field.guid), knownOption: 'High' };
	await out('taskField', 'updateOption', { ...where, optionChanges: { newOptionName: 'Urgent', hideOption: true } });
	expect(field.options).toMatchObject([{ name: 'Urgent', is_hidden: true }, { name: 'Low' }]);
	const { error } = await platform.run({
		parameters: { resource: 'taskField', operation: 'updateOption', ...where, optionChanges: { optionColor: 3 } },
	});
	expect(error?.description).toContain('It has: Urgent, Low');
});

test('a comment is answered', async () => {
	const { guid } = ownTask(platform);
	const said = only(await out('taskComment', 'create', { task: byId(guid), taskCommentText: 'Really?' }));
	const options = { replyTo: String(said.id) };
	const [answer] = await out('taskComment', 'create', { task: byId(guid), taskCommentText: 'Yes', options });
	expect(answer).toMatchObject({ reply_to_comment_id: said.id, task_guid: guid });
});

test('what is no comment of the task is not answered, and the field says so', async () => {
	const options = { replyTo: '7198104824246747156' };
	const { error } = await platform.run({
		parameters: {
			...{ resource: 'taskComment', operation: 'create', task: byId(ownTask(platform).guid) },
			...{ taskCommentText: 'Yes', options },
		},
	});
	expect(error?.message).toBe("The field 'Reply To' names no comment of this task: 7198104824246747156");
	expect(error?.description).not.toContain('due');
});

test('an attachment comes back as it was sent', async () => {
	const { guid } = ownTask(platform);
	const sent = ownAttachment(platform, taskOf(platform, guid), '报价 quote.txt');
	const { items, error } = await platform.run({
		parameters: { resource: 'taskAttachment', operation: 'download', attachmentId: sent.guid, outputField: 'data' },
	});
	expect(error).toBeUndefined();
	const binary = only(items).binary?.data;
	expect([binary?.fileName, Buffer.from(binary?.data ?? '', 'base64').toString()]).toEqual(['报价 quote.txt', 'words']);
	// The address is for the moment only.
	expect(only(items).json).not.toHaveProperty('url');
});

test('an attachment that can not be fetched any more says why', async () => {
	const sent = ownAttachment(platform, ownTask(platform));
	platform.simulator.faults.add({
		path: '/file/download/task/*',
		action: { type: 'raw', http: 404, contentType: 'text/plain', body: 'gone' },
	});
	const { error } = await platform.run({
		parameters: { resource: 'taskAttachment', operation: 'download', attachmentId: sent.guid, outputField: 'data' },
	});
	expect(error?.message).toBe('The file of the attachment could not be fetched');
	expect(error?.description).toContain('three minutes and three downloads');
});

test('an empty file is refused before it is sent', async () => {
	const { error } = await platform.run({
		parameters: { resource: 'taskAttachment', operation: 'upload', task: byId(ownTask(platform).guid) },
		items: [{ files: { data: { bytes: Buffer.alloc(0), fileName: 'empty.txt', mimeType: 'text/plain' } } }],
	});
	expect(error?.message).toContain('holds an empty file');
	expect(platform.simulator.requests).toEqual([]);
});

describe('people whom an answer does not name', () => {
	const DIRECTORY = 'GET /open-apis/contact/v3/users/batch';
	afterEach(() => Object.assign(platform.store.settings, { taskNames: 'inTasks' }));
	function said() {
		const task = ownTask(platform);
		for (const { open_id: id } of platform.users.slice(0, 2))
			for (const words of ['Yes', 'No'])
				Object.assign(ownComment(platform, task, words), { creator: { id, type: 'user' } });
		return { task: byId(task.guid), returnAll: true };
	}
	const names = (comments: IDataObject[]) => comments.map(({ creator }) => (creator as IDataObject).name);

	test('are named by the directory, all in one request', async () => {
		const [ada, bob] = platform.users;
		const found = await out('taskComment', 'getAll', said());
		expect(names(found)).toEqual([ada?.name, ada?.name, bob?.name, bob?.name]);
		expect(platform.routes.filter((route) => route === DIRECTORY)).toHaveLength(1);
	});

	test('so in tasks and lists', async () => {
		platform.store.settings.taskNames = 'absent';
		const { open_id: id, name } = platform.user;
		const { guid } = ownTask(platform, { members: [{ id, type: 'user', role: 'assignee' }] });
		const [task] = await out('task', 'get', { task: byId(guid) });
		expect(task?.assignees).toEqual([{ id, type: 'user', name }]);
		const list = ownList(platform);
		list.members = [{ id, type: 'user', role: 'viewer' }];
		const [read] = await out('tasklist', 'get', { tasklist: byId(list.guid) });
		expect(read?.members).toEqual([{ id, type: 'user', role: 'viewer', name }]);
	});

	test('stay as they are where the directory may not be read', async () => {
		platform.simulator.faults.add({
			path: '/open-apis/contact/v3/users/batch',
			action: { type: 'code', http: 400, code: 99991672 },
		});
		const found = await out('taskComment', 'getAll', said());
		expect(names(found)).toEqual([undefined, undefined, undefined, undefined]);
	});
});

describe('the pickers', () => {
	const { listSearch, resourceMapping } = new FeishuTask().methods;
	async function search(
		method: string,
		panel: INodeParameters = {},
		filter = '',
	): Promise<INodeListSearchResult['results']> {
		const found = await listSearch[method]?.call(listContext('feishuTask', platform.credential, panel), filter);
		return found?.results ?? [];
	}

	test('lists by name, and sections and fields of the one that is chosen', async () => {
		const list = ownList(platform, 'Picked list');
		const section = ownSection(platform, list, 'Picked section');
		const field = ownField(platform, list, 'number', 'Picked field');
		expect(await search('searchTasklists', {}, 'picked')).toMatchObject([{ name: 'Picked list', value: list.guid }]);
		const panel = { tasklist: fromList(list.guid) };
		expect(await search('searchSections', panel)).toMatchObject([
			{ name: 'Default section' },
			{ name: 'Picked section', value: section.guid },
		]);
		expect(await search('searchCustomFields', panel)).toMatchObject([{ name: 'Picked field', value: field.guid }]);
		await expect(search('searchSections')).rejects.toThrow('Choose the task list first');
	});

	test('open tasks by their titles, and completed ones where they are opened again', async () => {
		const list = ownList(platform);
		const { guid } = ownTask(platform, { summary: 'Picked task' }, list);
		const { guid: done } = ownTask(platform, { summary: 'Picked and done', completed_at: 1 }, list);
		expect(await search('searchTasks', {}, 'picked')).toMatchObject([{ name: 'Picked task (Week)', value: guid }]);
		expect(await search('searchCompletedTasks', {}, 'picked')).toMatchObject([
			{ name: 'Picked and done (Week)', value: done },
		]);
	});

	test('tasks of one title are told apart by their list, due date and assignee', async () => {
		const [list, other] = [ownList(platform, 'Sprint 7'), ownList(platform, 'Sprint 8')];
		const summary = 'Twofold task';
		const due = { timestamp: Date.UTC(2026, 0, 31, 3), is_all_day: false };
		const members = [{ id: platform.user.open_id, type: 'user', role: 'assignee' } as const];
		ownTask(platform, { summary, due }, list);
		ownTask(platform, { summary, due: { timestamp: Date.UTC(2026, 0, 31), is_all_day: true } }, other);
		ownTask(platform, { summary, members }, other);
		// The moment is still the 30th where the workflow is.
		expect((await search('searchTasks', {}, 'twofold')).map(({ name }) => name)).toEqual([
			'Twofold task (due 2026-01-30, Sprint 7)',
			'Twofold task (due 2026-01-31, Sprint 8)',
			`Twofold task (${platform.user.name}, Sprint 8)`,
		]);
		expect(await search('searchTasks', {}, 'twofold sprint 7')).toHaveLength(1);
	});

	test('a long name of a list is cut behind the rest, and all of it is searched', async () => {
		const list = ownList(platform, 'The very long name of a list for release seventeen');
		ownTask(platform, { summary: 'Lengthy', due: { timestamp: Date.UTC(2026, 0, 31), is_all_day: true } }, list);
		const [found] = await search('searchTasks', {}, 'lengthy seventeen');
		expect(found?.name).toBe('Lengthy (due 2026-01-31, The very long name …)');
	});

	test('tasks that nothing else tells apart tell when they were made', async () => {
		const list = ownList(platform);
		ownTask(platform, { summary: 'Alike' }, list);
		ownTask(platform, { summary: 'Alike', created_at: Date.UTC(2026, 0, 31, 12) }, list);
		const names = (await search('searchTasks', {}, 'alike')).map(({ name }) => name);
		expect(names).toEqual(['Alike (Week)', 'Alike (made 2026-01-31, Week)']);
	});

	test('what is not listed although the app can open it is said where nothing is found', async () => {
		const { guid } = ownTask(platform, { summary: 'Loose task' });
		const lines = await search('searchTasks', {}, 'loose');
		expect(lines.map(({ name }) => name).join(' ')).toContain('Not listed: tasks outside of task lists');
		expect(only(await out('task', 'get', { task: byId(guid) }))).toMatchObject({ summary: 'Loose task' });
	});

	test('subscriptions of a list, and comments and attachments of a task', async () => {
		const list = ownList(platform);
		const chat = byId(platform.chat.chat_id);
		const told = { subscriptionName: 'Picked news', chat, listEvents: ['100'] };
		const [made] = await out('taskActivity', 'create', { tasklist: byId(list.guid), ...told });
		expect(await search('searchSubscriptions', { tasklist: fromList(list.guid) })).toMatchObject([
			{ name: 'Picked news', value: made?.guid },
		]);
		const task = ownTask(platform);
		const [long, short] = [ownComment(platform, task, 'x'.repeat(90)), ownComment(platform, task, 'Picked words')];
		const attached = ownAttachment(platform, task, 'picked.txt');
		const panel = { task: byId(task.guid) };
		expect(await search('searchComments', panel)).toMatchObject([
			{ name: 'Picked words', value: short.id },
			{ name: `${'x'.repeat(60)}…`, value: long.id },
		]);
		expect(await search('searchAttachments', panel)).toMatchObject([{ name: 'picked.txt', value: attached.guid }]);
		await expect(search('searchComments')).rejects.toThrow('Choose the task first');
	});

	test.each(['id', 'list'])('what is chosen is what is asked for: %s', async (mode) => {
		const task = ownTask(platform);
		const comment = ownComment(platform, task, 'Really?');
		const taskCommentId = { __rl: true, mode, value: comment.id };
		expect(await out('taskComment', 'get', { taskCommentId })).toMatchObject([{ content: 'Really?' }]);
		const chosen = { task: byId(task.guid), taskCommentId };
		expect(await out('taskComment', 'delete', chosen)).toEqual([{ deleted: true, id: comment.id }]);
	});

	test('custom fields with their options by name; hidden ones are not offered', async () => {
		const list = ownList(platform);
		const field = ownField(platform, list, 'single_select', 'Priority');
		Object.assign(only(field.options), { is_hidden: true });
		const context = listContext('feishuTask', platform.credential, { tasklist: fromList(list.guid) });
		const found = await resourceMapping.getTaskFields?.call(context);
		expect(found?.fields).toMatchObject([
			{ id: field.guid, displayName: 'Priority', type: 'options', options: [{ name: 'Low', value: 'Low' }] },
		]);
	});

	test('why there are no custom fields stands in their place: no list, none in it, no scope for it', async () => {
		const notice = async (panel: INodeParameters = {}) => {
			const context = listContext('feishuTask', platform.credential, panel);
			const found = await resourceMapping.getTaskFields?.call(context);
			expect(found?.fields).toEqual([]);
			return found?.emptyFieldsNotice;
		};
		expect(await notice()).toContain('come with a task list');
		const panel = { tasklist: fromList(ownList(platform).guid) };
		expect(await notice(panel)).toBe('The task list has no custom fields');
		expect(await notice({ tasklist: byId('a list') })).toContain('Task List');
		platform.simulator.faults.add({
			path: '/open-apis/task/v2/custom_fields',
			action: {
				type: 'raw',
				http: 400,
				contentType: 'application/json',
				body: '{"code":99991672,"msg":"Access denied"}',
			},
		});
		expect(await notice(panel)).toContain('task:custom_field:read');
	});

	test('fields of several values say how they are told apart', async () => {
		const list = ownList(platform);
		for (const kind of ['multi_select', 'member'] as const) ownField(platform, list, kind, kind);
		const context = listContext('feishuTask', platform.credential, { tasklist: fromList(list.guid) });
		const found = await resourceMapping.getTaskFields?.call(context);
		expect(found?.fields.map(({ displayName }) => displayName)).toEqual([
			'multi_select (several with commas: High, Low)',
			'member (e-mails or names, with commas between)',
		]);
	});
});
