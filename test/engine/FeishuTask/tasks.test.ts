/** Tasks: how they are made, changed and completed, and what is read of them. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, only, usePlatform, type CredentialRef, type ItemSpec } from '../../support/engine';
import { EVERYONE } from '../../support/engine/everyone';
import { person, several } from '../../support/engine/ownChat';
import { ownField, ownList, ownSection, ownTask, taskOf } from '../../support/engine/tasks';

const platform = usePlatform();

const task = (operation: string, more: INodeParameters) => ({ resource: 'task', operation, ...more });
const run = async (parameters: INodeParameters, items: readonly ItemSpec[] = [{}], credential?: CredentialRef) =>
	await platform.run({ parameters, items, ...(credential && { credential }) });

/** What comes out; of failures the error. */
async function out(parameters: INodeParameters, items?: readonly ItemSpec[], credential?: CredentialRef) {
	const { error, items: made } = await run(parameters, items, credential);
	if (error) throw error;
	return made.map(({ json }) => json);
}
const create = async (more: INodeParameters) => only(await out(task('create', { summary: 'Write', ...more })));
const values = (value: INodeParameters): INodeParameters => ({ mappingMode: 'defineBelow', value });
/** The body of the last request with this method. */
function sent(method: string): Record<string, unknown> {
	const request = platform.calls.filter((one) => one.method === method).at(-1);
	return JSON.parse(request?.bodyText ?? '{}') as Record<string, unknown>;
}
const times = { now: () => platform.store.clock.now() };

describe('Create', () => {
	test('adds who is to see it, and gives the link', async () => {
		const [first, second] = platform.users;
		const made = await create({
			assignees: person(first?.open_id ?? ''),
			followers: several(second?.email ?? ''),
			taskOptions: { description: 'All of it', completedWhen: 'all', milestone: true, apps: platform.simulator.appId },
		});
		expect(made).toMatchObject({
			summary: 'Write',
			status: 'todo',
			completed_at: '',
			mode: 'all',
			is_milestone: true,
			assignees: [{ id: first?.open_id, name: first?.name }],
			followers: [{ id: second?.open_id }, { id: platform.simulator.appId, type: 'app' }],
			url: expect.stringContaining('/client/todo/detail?guid=') as string,
		});
		expect(taskOf(platform, made.guid).description).toBe('All of it');
	});

	test('says so where nobody but the app sees it', async () => {
		const { hints } = await run(task('create', { summary: 'Alone' }));
		expect(hints.join()).toContain('Nobody but the app sees this task');
		const withList = await run(task('create', { summary: 'Seen', tasklist: byId(ownList(platform).guid) }));
		expect(withList.hints).toEqual([]);
	});

	test.each<[string, string, INodeParameters, number, boolean, string]>([
		['a date', '2026-01-31', {}, Date.UTC(2026, 0, 31), true, '2026-01-31'],
		['a moment', '2026-01-31T08:00:00+08:00', {}, Date.UTC(2026, 0, 31), false, '2026-01-31T00:00:00.000Z'],
		[
			'a date with a time',
			'2026-01-31',
			{ allDay: false },
			Date.parse('2026-01-31T00:00:00-05:00'),
			false,
			'2026-01-31T05:00:00.000Z',
		],
		// In the zone of the workflow, where it is still the 30th.
		['a moment for all day', '2026-01-31T03:00:00Z', { allDay: true }, Date.UTC(2026, 0, 30), true, '2026-01-30'],
	])('%s is due as it is meant', async (_what, due, taskOptions, timestamp, is_all_day, read) => {
		const made = await create({ due, taskOptions });
		expect(taskOf(platform, made.guid).due).toEqual({ timestamp, is_all_day });
		expect(made.due).toBe(read);
	});

	test.each(['2026-02-31', '01.12.2026', '12/5/2026', '2026-13-01'])('%s is no date anywhere', async (written) => {
		const list = ownList(platform);
		ownField(platform, list, 'datetime', 'Reviewed');
		const place = { summary: 'Never', tasklist: byId(list.guid) };
		const refusals = [
			await run(task('create', { ...place, due: written })),
			await run(task('create', { ...place, taskOptions: { start: written } })),
			await run(task('create', { ...place, customFields: values({ Reviewed: written }) })),
			await run(task('getAll', { tasklist: byId(list.guid), taskFilters: { dueBefore: written } })),
			await run(task('getAll', { tasklist: byId(list.guid), taskFilters: { dueAfter: written } })),
		];
		expect(refusals.map(({ error }) => error?.message)).toEqual(
			['Due', 'Start', 'Custom Fields → Reviewed', 'Due Before', 'Due After'].map(
				(label) => `The field '${label}' holds no date: ${written}`,
			),
		);
	});

	test('names the custom field that somebody is not found for', async () => {
		const list = ownList(platform);
		ownField(platform, list, 'member', 'Reviewers');
		const customFields = values({ Reviewers: '张' });
		const { error } = await run(task('create', { summary: 'Never', tasklist: byId(list.guid), customFields }));
		expect(error?.message).toBe("'Reviewers' in 'Custom Fields' names somebody who was not found: 张");
		expect(error?.description).toContain('Use the full name');
	});

	test('repeats and reminds', async () => {
		const made = await create({ due: '2026-01-31T08:00:00Z', taskOptions: { repeat: 'weekdays', reminder: 15 } });
		expect(made).toMatchObject({ repeat_rule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR', reminder_minutes: 15 });
		const ruled = await create({ due: '2026-01-31', taskOptions: { repeatRule: 'RRULE:FREQ=YEARLY' } });
		expect(ruled.repeat_rule).toBe('FREQ=YEARLY');
	});

	test('goes into a section of a list, with custom fields of all kinds by their names', async () => {
		const list = ownList(platform);
		const section = ownSection(platform, list);
		const kinds = ['number', 'text', 'datetime', 'member', 'single_select', 'multi_select'] as const;
		for (const kind of kinds) ownField(platform, list, kind, `My ${kind}`);
		const { name, email } = only(platform.users);
		const customFields = values({
			'My number': 1.25,
			'My text': 'words',
			'My datetime': '2026-01-31',
			'My member': email,
			'My single_select': 'High',
			'My multi_select': 'High, Low',
		});
		const made = await create({ tasklist: byId(list.guid), section: byId(section.guid), customFields });
		expect(made).toMatchObject({
			tasklists: [{ tasklist_guid: list.guid, section_guid: section.guid }],
			custom_fields: {
				'My number': 1.25,
				'My text': 'words',
				'My datetime': '2026-01-31',
				'My member': [{ name }],
				'My single_select': 'High',
				'My multi_select': ['High', 'Low'],
			},
		});
	});

	test('names people of all fields by one kind of ID', async () => {
		const list = ownList(platform);
		ownField(platform, list, 'member', 'Reviewers');
		const [first, second] = platform.users;
		const given = { tasklist: byId(list.guid), customFields: values({ Reviewers: second?.email ?? '' }) };
		const made = await create({ ...given, assignees: several(first?.union_id ?? '') });
		expect(made).toMatchObject({
			assignees: [{ id: first?.open_id }],
			custom_fields: { Reviewers: [{ id: second?.open_id }] },
		});
		const { error } = await run(task('create', { summary: 'Never', ...given, assignees: several('on_nosuch') }));
		expect(error?.message).toContain('on_nosuch');
	});

	test('takes the keys of the item that are called like fields, and leaves others alone', async () => {
		const list = ownList(platform);
		ownField(platform, list, 'single_select', 'Priority');
		const customFields = { mappingMode: 'autoMapInputData', value: null };
		const given = { summary: 'Write', tasklist: byId(list.guid), customFields };
		const [made] = await out(task('create', given), [{ json: { Priority: 'Low', Other: 'x' } }]);
		expect(made?.custom_fields).toEqual({ Priority: 'Low' });
	});

	test('says what the item has and which fields there are, where no key is called like one', async () => {
		const list = ownList(platform);
		for (const name of ['Priority', 'Hours']) ownField(platform, list, 'text', name);
		const customFields = { mappingMode: 'autoMapInputData', value: null };
		const items = [{ json: { prio: 'Low', count: 2 } }];
		const place = { tasklist: byId(list.guid), customFields };
		for (const parameters of [
			task('create', { summary: 'Never', ...place }),
			task('update', { task: byId(ownTask(platform, {}, list).guid), taskChanges: { title: 'Never' }, ...place }),
		]) {
			const { error } = await run(parameters, items);
			expect(error?.message).toBe(
				"The field 'Custom Fields' finds nothing in the item that is called like a custom field: it has prio, count",
			);
			expect(error?.description).toContain('The task list has Priority, Hours');
		}
		expect(platform.routes).not.toContain('POST /open-apis/task/v2/tasks');
		const { error, hints } = await run(task('create', { summary: 'Write', customFields }), items);
		expect(error).toBeUndefined();
		expect(hints.join()).toContain("'Custom Fields' takes nothing from the items without a task list");
	});

	test('names the options that there are, before the task is made', async () => {
		const list = ownList(platform);
		ownField(platform, list, 'single_select', 'Priority');
		const given = { summary: 'Never', tasklist: byId(list.guid), customFields: values({ Priority: 'Medium' }) };
		const { error } = await run(task('create', given));
		expect(error?.message).toContain("has no option 'Medium'");
		expect(error?.description).toContain('High, Low');
		expect(platform.routes).not.toContain('POST /open-apis/task/v2/tasks');
		const { error: unknown } = await run(task('create', { ...given, customFields: values({ Urgency: 'x' }) }));
		expect(unknown?.description).toContain('It has: Priority');
	});

	test('is made once, though the answer is lost', async () => {
		const path = '/open-apis/task/v2/tasks';
		platform.simulator.faults.add({ path, times: 1, action: { type: 'dropAfter' } });
		const made = await create({ summary: 'Once only' });
		const named = [...platform.store.tasks.all.values()].filter(({ summary }) => summary === 'Once only');
		expect(named.map(({ guid }) => guid)).toEqual([made.guid]);
	});
});

describe('Update', () => {
	test('changes what is added, clears what is named, and leaves the rest', async () => {
		const due = { timestamp: Date.UTC(2026, 0, 31), is_all_day: true };
		const { guid } = ownTask(platform, { description: 'All of it', due, is_milestone: true });
		await out(
			task('update', { task: byId(guid), taskChanges: { title: 'Rewrite' }, clearFields: ['due', 'is_milestone'] }),
		);
		expect(sent('PATCH')).toEqual({ task: { summary: 'Rewrite' }, update_fields: ['summary', 'due', 'is_milestone'] });
		const after = taskOf(platform, guid);
		expect(after).toMatchObject({ summary: 'Rewrite', description: 'All of it', is_milestone: false });
		expect(after.due).toBeUndefined();
	});

	test('finds custom fields in the lists of the task where none is chosen, and empties them', async () => {
		const list = ownList(platform);
		const field = ownField(platform, list, 'single_select', 'Priority');
		const { guid } = ownTask(platform, {}, list);
		const set = async (Priority: string) =>
			await out(task('update', { task: byId(guid), customFields: `={{ { Priority: '${Priority}' } }}` }));
		expect(await set('High')).toMatchObject([{ custom_fields: { Priority: 'High' } }]);
		await set('');
		expect(taskOf(platform, guid).custom_fields.has(field.guid)).toBe(false);
	});
});

describe('Update of custom fields by their names', () => {
	const whole = (value: string): INodeParameters => ({ mappingMode: 'defineBelow', value });
	test.each<[string, INodeParameters | string]>([
		['null of an object', "={{ { '工时 Hours': null } }}"],
		['"" of an object', "={{ { '工时 Hours': '' } }}"],
		['null of an expression in place of the boxes', whole("={{ { '工时 Hours': null } }}")],
		['"" of an expression in place of the boxes', whole("={{ { '工时 Hours': '' } }}")],
		['null by name', values({ '工时 Hours': null })],
		['"" by name', values({ '工时 Hours': '' })],
	])('%s empties', async (_what, customFields) => {
		const list = ownList(platform);
		const field = ownField(platform, list, 'number', '工时 Hours');
		const { guid } = ownTask(platform, {}, list);
		const set = async (given: INodeParameters | string) =>
			await out(task('update', { task: byId(guid), tasklist: byId(list.guid), customFields: given }));
		await set(values({ [field.guid]: 2 }));
		expect(taskOf(platform, guid).custom_fields.has(field.guid)).toBe(true);
		await set(customFields);
		expect(taskOf(platform, guid).custom_fields.has(field.guid)).toBe(false);
	});

	test('a box that nobody touched leaves what there is, and mere words are refused', async () => {
		const list = ownList(platform);
		const field = ownField(platform, list, 'number', 'Hours');
		const { guid } = ownTask(platform, {}, list);
		const where = { task: byId(guid), tasklist: byId(list.guid), taskChanges: { title: 'Rewrite' } };
		await out(task('update', { ...where, customFields: values({ [field.guid]: 2 }) }));
		await out(task('update', { ...where, customFields: values({ [field.guid]: null }) }));
		expect(taskOf(platform, guid).custom_fields.has(field.guid)).toBe(true);
		for (const customFields of ["={{ 'foo' }}", whole("={{ 'foo' }}")]) {
			const { error } = await run(task('update', { ...where, customFields }));
			expect(error?.message).toBe("The field 'Custom Fields' is not valid JSON");
		}
	});
});

describe('completing', () => {
	test('tells when; again it stays as it was, and is opened again', async () => {
		const { guid } = ownTask(platform);
		const [done] = await out(task('complete', { task: byId(guid) }));
		expect(done).toMatchObject({ status: 'done', completed_at: expect.stringMatching(/^20\d\d-/) as string });
		expect(await out(task('complete', { task: byId(guid) }))).toMatchObject([{ completed_at: done?.completed_at }]);
		expect(await out(task('reopen', { task: byId(guid) }))).toMatchObject([{ status: 'todo', completed_at: '' }]);
	});

	test('says who may, where all assignees have to', async () => {
		const { open_id: id } = platform.user;
		const { guid } = ownTask(platform, {
			mode: 1,
			creator: { id, type: 'user' },
			members: [{ id: platform.simulator.appId, type: 'app', role: 'assignee' }],
		});
		const { error } = await run(task('complete', { task: byId(guid), requestOptions: {} }));
		expect(error?.message).toBe('Feishu could not do this with the task');
		expect(error?.description).toContain('only who made it may complete it');
	});
});

describe('reading', () => {
	test('an app is told what it may see', async () => {
		const { open_id: id } = platform.user;
		const foreign = ownTask(platform, { creator: { id, type: 'user' } });
		const { error } = await run(task('get', { task: byId(foreign.guid) }));
		expect(error?.message).toBe('The app may not see or change this task or task list');
		expect(error?.description).toContain('An app counts as one more person');
	});

	test('raw, where Simplify is off', async () => {
		const { guid } = ownTask(platform, { due: { timestamp: 86_400_000, is_all_day: true } });
		expect(await out(task('get', { task: byId(guid), simple: false }))).toMatchObject([
			{ completed_at: '0', due: { timestamp: '86400000', is_all_day: true } },
		]);
	});

	test('Get Many finds what is overdue, of whom, and with which words', async () => {
		const list = ownList(platform);
		const day = 86_400_000;
		const [ada] = platform.users;
		const members = [{ id: ada?.open_id ?? '', type: 'user', role: 'assignee' } as const];
		const due = (days: number) => ({ timestamp: Math.floor(times.now() / day + days) * day, is_all_day: true });
		ownTask(platform, { summary: 'Late quote', due: due(-3), members }, list);
		ownTask(platform, { summary: 'Late and done', due: due(-3), completed_at: 1 }, list);
		ownTask(platform, { summary: 'In time', due: due(3) }, list);
		ownTask(platform, { summary: 'Whenever' }, list);
		const find = async (taskFilters: INodeParameters, more: INodeParameters = {}) => {
			const found = await out(task('getAll', { tasklist: byId(list.guid), returnAll: true, taskFilters, ...more }));
			return found.map(({ summary }) => summary);
		};
		expect(await find({ overdue: true })).toEqual(['Late quote']);
		expect(await find({ taskStatus: 'done' })).toEqual(['Late and done']);
		expect(await find({ titleContains: 'LATE' })).toEqual(['Late quote', 'Late and done']);
		expect(await find({ unassigned: true, taskStatus: 'open' })).toEqual(['In time', 'Whenever']);
		expect(await find({ dueAfter: new Date(times.now()).toISOString() })).toEqual(['In time']);
		expect(await find({}, { assignedTo: several(ada?.email ?? '') })).toEqual(['Late quote']);
		expect(await find({}, { returnAll: false, limit: 2 })).toHaveLength(2);
	});

	test('Get Many counts the day of a date that is the last or the first one', async () => {
		const list = ownList(platform);
		const due = (day: number) => ({ timestamp: Date.UTC(2026, 0, day), is_all_day: true });
		for (const day of [30, 31]) ownTask(platform, { summary: `The ${day}`, due: due(day) }, list);
		ownTask(platform, { summary: 'Next', due: due(32) }, list);
		// In New York, the zone of the workflow, this is late on the 31st.
		const late = { timestamp: Date.parse('2026-02-01T03:00:00Z'), is_all_day: false };
		ownTask(platform, { summary: 'Late', due: late }, list);
		const find = async (taskFilters: INodeParameters) =>
			(await out(task('getAll', { tasklist: byId(list.guid), returnAll: true, taskFilters }))).map(
				(one) => one.summary,
			);
		expect(await find({ dueBefore: '2026-01-31' })).toEqual(['The 30', 'The 31', 'Late']);
		expect(await find({ dueAfter: '2026-01-31' })).toEqual(['The 31', 'Next', 'Late']);
		expect(await find({ dueAfter: '2026-01-31', dueBefore: '2026-01-31' })).toEqual(['The 31', 'Late']);
		expect(await find({ dueBefore: '2026-01-31T00:00:00' })).toEqual(['The 30']);
		const reversed = { dueAfter: '2026-02-01', dueBefore: '2026-01-31' };
		const { error } = await run(task('getAll', { tasklist: byId(list.guid), taskFilters: reversed }));
		expect(error?.message).toBe("The field 'Due After' is later than 'Due Before'");
	});

	test('Get Many walks pages that are empty or end with an empty token, and ends', async () => {
		const list = ownList(platform);
		for (let count = 0; count < 101; count += 1) ownTask(platform, { summary: `Task ${count}` }, list);
		for (const pages of ['full', 'uneven'] as const) {
			platform.store.settings.pages = pages;
			const found = await out(task('getAll', { tasklist: byId(list.guid), returnAll: true }));
			expect(new Set(found.map(({ guid }) => guid)).size).toBe(101);
			expect(found).toHaveLength(101);
		}
		platform.store.settings.pages = 'full';
	});

	test('Get Many of a section, with all details', async () => {
		const list = ownList(platform);
		const section = ownSection(platform, list);
		const tasklists = [{ tasklist_guid: list.guid, section_guid: section.guid }];
		ownTask(platform, { summary: 'There', description: 'All of it', tasklists });
		ownTask(platform, { summary: 'Elsewhere' }, list);
		const place = { tasksOf: 'section', tasklist: byId(list.guid), section: byId(section.guid) };
		expect(await out(task('getAll', place))).toMatchObject([{ summary: 'There' }]);
		expect((await out(task('getAll', place)))[0]).not.toHaveProperty('description');
		expect(await out(task('getAll', { ...place, includeDetails: true }))).toMatchObject([{ description: 'All of it' }]);
	});

	test('Get Many of the app itself says what the platform says, where apps may not ask', async () => {
		platform.store.settings.appTaskList = 'refused';
		const { error } = await run(task('getAll', { tasksOf: 'mine' }));
		platform.store.settings.appTaskList = 'answered';
		expect(error?.description).toContain('Not every organization lets an app ask for its own tasks');
		const members = [{ id: platform.simulator.appId, type: 'app', role: 'assignee' } as const];
		ownTask(platform, { summary: 'For the app', members });
		const mine = await out(task('getAll', { tasksOf: 'mine', returnAll: true }));
		expect(mine.map(({ summary }) => summary)).toContain('For the app');
	});

	test('Get Many of all that a person has to do with', async () => {
		const credential = await EVERYONE.person?.make(platform, { region: 'custom', baseUrl: platform.simulator.url });
		const { open_id: id } = platform.user;
		const done = { completed_at: 1, members: [{ id, type: 'user', role: 'follower' } as const] };
		const { guid } = ownTask(platform, { summary: 'Followed', ...done });
		const related = { tasksOf: 'related', returnAll: true, taskFilters: { taskStatus: 'done' } };
		const found = await out(task('getAll', related), [{}], credential);
		expect(found.map((one) => one.guid)).toContain(guid);
		expect(found.every(({ status }) => status === 'done')).toBe(true);
	});

	test('a person searches, up to what the platform gives', async () => {
		const credential = await EVERYONE.person?.make(platform, { region: 'custom', baseUrl: platform.simulator.url });
		const { open_id: id } = platform.user;
		for (let count = 0; count < 155; count += 1)
			ownTask(platform, { summary: `Searched ${count}`, members: [{ id, type: 'user', role: 'follower' }] });
		const all = { searchFor: 'Searched', returnAll: true, requestOptions: { keepToLimits: false } };
		const found = await run(task('search', all), [{}], credential);
		expect(found.error).toBeUndefined();
		expect(found.items).toHaveLength(150);
		expect(found.hints.join()).toContain('the first 150');
	});
});

test('a person searches by people, who are found by their addresses', async () => {
	const credential = await EVERYONE.person?.make(platform, { region: 'custom', baseUrl: platform.simulator.url });
	const [, second] = platform.users;
	const { open_id: id } = platform.user;
	const summary = `Of both ${platform.store.tasks.all.size}`;
	const assigned = { id: second?.open_id ?? '', type: 'user', role: 'assignee' } as const;
	ownTask(platform, { summary, members: [assigned, { id, type: 'user', role: 'follower' }] });
	const by = { searchFor: summary, assignedTo: several(second?.email ?? '') };
	expect(await out(task('search', by), [{}], credential)).toMatchObject([{ summary }]);
	const { error } = await run(task('search', { ...by, assignedTo: several('nobody@example.com') }), [{}], credential);
	expect(error?.message).toContain('names people who were not found: nobody@example.com');
});

test('a person searches until the end of a day', async () => {
	const credential = await EVERYONE.person?.make(platform, { region: 'custom', baseUrl: platform.simulator.url });
	await out(task('search', { searchFilters: { dueAfter: '2026-01-31', dueBefore: '2026-01-31' } }), [{}], credential);
	expect(sent('POST')).toMatchObject({
		filter: { due_time: { start_time: '2026-01-31T05:00:00.000Z', end_time: '2026-02-01T04:59:59.999Z' } },
	});
});

test('a reminder takes the place of the one that is there', async () => {
	const due = { timestamp: times.now() + 86_400_000, is_all_day: false };
	const { guid } = ownTask(platform, { due, reminders: [{ id: 'old', relative_fire_minute: 60 }] });
	expect(await out(task('setReminder', { task: byId(guid), reminderMinutes: 5 }))).toMatchObject([
		{ reminder_minutes: 5 },
	]);
	expect(taskOf(platform, guid).reminders).toMatchObject([{ relative_fire_minute: 5 }]);
	expect(await out(task('removeReminder', { task: byId(guid) }))).toMatchObject([{ reminder_minutes: null }]);
});
