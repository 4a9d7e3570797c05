/** What the node says where something is refused, or would be left out without a word. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, only, usePlatform, type ItemSpec } from '../../support/engine';
import { person, several } from '../../support/engine/ownChat';
import { ownField, ownList, ownTask, taskOf } from '../../support/engine/tasks';

const platform = usePlatform();

const run = async (resource: string, operation: string, more: INodeParameters, items: readonly ItemSpec[] = [{}]) =>
	await platform.run({ parameters: { resource, operation, ...more }, items });

async function refusal(resource: string, operation: string, more: INodeParameters) {
	const { error } = await run(resource, operation, more);
	return [error?.message, error?.description] as const;
}
const due = { timestamp: Date.UTC(2026, 0, 31), is_all_day: true };

test('what only a person may ask for says which credential it takes', async () => {
	const [message, description] = await refusal('task', 'getAll', { tasksOf: 'related' });
	expect(message).toBe("The field 'Tasks Of' holds what only a person can ask for");
	expect(description).toContain('Choose a credential of the kind Feishu OAuth2 API');
});

test('the default section is deleted by nobody', async () => {
	const list = ownList(platform);
	const section = byId(only(platform.store.tasks.sectionsOf('tasklist', list.guid)).guid);
	const [message] = await refusal('section', 'delete', { tasklist: byId(list.guid), section });
	expect(message).toBe('The default section of a task list can not be deleted');
});

describe('dependencies', () => {
	const before = async (first: string, second: string) =>
		await run('task', 'addDependencies', { task: byId(first), otherTasks: second, dependencyKind: 'prev' });

	test('that are there already stay, and those beside them are added', async () => {
		const [one, two, three] = [ownTask(platform), ownTask(platform), ownTask(platform)];
		await before(one.guid, two.guid);
		const { error, items } = await before(one.guid, two.guid);
		expect(error).toBeUndefined();
		expect(only(items).json).toEqual({ guid: one.guid, dependencies: [{ type: 'prev', task_guid: two.guid }] });
		const both = await before(one.guid, `${two.guid}, ${three.guid}`);
		expect(both.error).toBeUndefined();
		expect(taskOf(platform, one.guid).dependencies.map(({ task_guid: guid }) => guid)).toEqual([two.guid, three.guid]);
	});

	test('are made once, though the answer is lost', async () => {
		const [one, two] = [ownTask(platform), ownTask(platform)];
		const path = `/open-apis/task/v2/tasks/${one.guid}/add_dependencies`;
		platform.simulator.faults.add({ path, times: 1, action: { type: 'dropAfter' } });
		expect((await before(one.guid, two.guid)).error).toBeUndefined();
		expect(platform.routes.filter((route) => route === `POST ${path}`)).toHaveLength(2);
	});

	test('in the other order, and in a circle, are told apart', async () => {
		const [one, two, three] = [ownTask(platform), ownTask(platform), ownTask(platform)];
		await before(one.guid, two.guid);
		await before(two.guid, three.guid);
		const reversed = (await before(two.guid, one.guid)).error;
		expect(reversed?.message).toBe(
			`The field 'Other Tasks' names a task that comes after this one already: ${one.guid}`,
		);
		const circle = (await before(three.guid, one.guid)).error;
		expect(circle?.message).toBe(
			"The field 'Other Tasks' names a task with which the tasks would wait for each other in a circle",
		);
		expect(taskOf(platform, three.guid).dependencies).toHaveLength(1);
	});

	test('that are too many name the field', async () => {
		const full = Array.from({ length: 50 }, (_, index) => ({ type: 'prev' as const, task_guid: `${index}` }));
		const { guid } = ownTask(platform, { dependencies: full });
		const { error } = await before(guid, ownTask(platform).guid);
		expect(error?.message).toBe("Feishu refused a task of the field 'Other Tasks'");
		expect(error?.description).toContain('A task has 50 dependencies at most');
	});

	test('that are none are said to be none where they are removed', async () => {
		const [one, two] = [ownTask(platform), ownTask(platform)];
		const removing = { task: byId(one.guid), otherTasks: two.guid };
		const none = await run('task', 'removeDependencies', removing);
		expect(none.hints).toEqual([`'Other Tasks' names what was no dependency of the task: ${two.guid}`]);
		await before(one.guid, two.guid);
		expect((await run('task', 'removeDependencies', removing)).hints).toEqual([]);
		expect(taskOf(platform, one.guid).dependencies).toEqual([]);
	});
});

describe('a due time that is lacking', () => {
	test('for a reminder', async () => {
		const task = byId(ownTask(platform).guid);
		const [message, description] = await refusal('task', 'setReminder', { task, reminderMinutes: 5 });
		expect(message).toBe('The task has no due time, before which a reminder would come');
		expect(description).toContain('Give the task a due time first (Task → Update)');
	});

	test('for what is to repeat', async () => {
		const task = byId(ownTask(platform).guid);
		const [message, description] = await refusal('task', 'update', { task, taskChanges: { repeat: 'weekly' } });
		expect(message).toBe("'Repeat' needs a due time, and the task has none");
		expect(description).toContain("Set 'Due' as well");
	});
});

test.each([
	['create', { summary: 'Never', due: '2026-01-31', taskOptions: { reminder: -5 } }, 'Reminder'],
	['setReminder', { reminderMinutes: -5 }, 'Minutes Before Due'],
])('minutes after the due time are none: %s', async (operation, more, label) => {
	const task = byId(ownTask(platform, { due }).guid);
	const [message, description] = await refusal('task', operation, { task, ...more });
	expect(message).toBe(`The field '${label}' must be a number of 0 or more`);
	expect(description).toContain('0 is that time itself');
});

test('a task does not go below its own subtask', async () => {
	const above = ownTask(platform);
	const below = ownTask(platform, { parent: above.guid });
	const [message] = await refusal('subtask', 'move', { task: byId(above.guid), parentTask: byId(below.guid) });
	expect(message).toBe("The field 'Parent Task' must be neither the task itself nor a task below it");
});

test('a group that is not there is named by its field', async () => {
	const tasklist = byId(ownList(platform).guid);
	const chat = byId('oc_00000000000000000000000000000000');
	const told = { subscriptionName: 'News', chat, listEvents: ['100'] };
	const [message] = await refusal('taskActivity', 'create', { tasklist, ...told });
	expect(message).toBe("The field 'Group' holds a group that Feishu does not know");
});

describe('Update that changes nothing says what is lacking', () => {
	test.each<[INodeParameters, string, string]>([
		[{ allDay: true }, "The field 'All Day' changes nothing by itself", 'It goes with Start or Due'],
		[{ newDue: '' }, "The field 'Due' is empty", 'taken away under Clear'],
		[{ start: '' }, "The field 'Start' is empty", 'taken away under Clear'],
		[{ description: '' }, "The field 'Description' is empty", 'taken away under Clear'],
		[{}, "The field 'Changes' is empty", 'Add what is to change'],
	])('%j', async (taskChanges, message, advice) => {
		const found = await refusal('task', 'update', { task: byId(ownTask(platform).guid), taskChanges });
		expect(found[0]).toBe(message);
		expect(found[1]).toContain(advice);
	});
});

test('what is no date learns that a date alone is one', async () => {
	const [, description] = await refusal('task', 'create', { summary: 'Never', due: '31.01.2026' });
	expect(description).toContain('Use a date such as 2026-01-31, or 2026-01-31T08:00:00+08:00');
});

describe('options of custom fields', () => {
	const where = (type: 'text' | 'single_select') => {
		const list = ownList(platform);
		const field = ownField(platform, list, type, 'Priority');
		return { field, panel: { tasklist: byId(list.guid), customField: byId(field.guid) } };
	};

	test('of one name are not made twice', async () => {
		const { field, panel } = where('single_select');
		const [message] = await refusal('taskField', 'addOption', { ...panel, optionName: 'High' });
		expect(message).toBe("The field 'Option' holds an option that 'Priority' has already: High");
		const { items } = await run('taskField', 'addOption', { ...panel, optionName: '={{ $json.name }}' }, [
			{ json: { name: 'New' } },
			{ json: { name: 'Newer' } },
		]);
		expect(items).toHaveLength(2);
		expect(field.options.map(({ name }) => name)).toEqual(['High', 'Low', 'New', 'Newer']);
		Object.assign(field.options[0] ?? {}, { is_hidden: true });
		const [, hidden] = await refusal('taskField', 'addOption', { ...panel, optionName: 'High' });
		expect(hidden).toContain('Update Option shows it again');
	});

	test('are nothing that a field for text has', async () => {
		const [message, description] = await refusal('taskField', 'addOption', {
			...where('text').panel,
			optionName: 'High',
		});
		expect(message).toBe("The field 'Custom Field' holds a field without options: Priority");
		expect(description).toContain('Only fields for a single or a multiple choice have them');
	});

	test('are asked for where a field for choices has none', async () => {
		const made = { tasklist: byId(ownList(platform).guid), fieldName: 'Stage', fieldType: 'single_select' };
		const { hints } = await run('taskField', 'create', made);
		expect(hints).toEqual(["'Stage' has nothing to choose yet: Custom Field → Add Option adds an option"]);
	});
});

describe('an expression that gives nothing', () => {
	const nothing = '={{ $json.nosuch }}';
	test.each<[string, INodeParameters]>([
		['Reminder', { due: '2026-01-31', taskOptions: { reminder: nothing } }],
		['Repeat', { due: '2026-01-31', taskOptions: { repeat: nothing } }],
		['Repeat by Rule', { due: '2026-01-31', taskOptions: { repeatRule: nothing } }],
		['Completed When', { taskOptions: { completedWhen: nothing } }],
		['Assignees → Emails, Names or IDs', { assignees: several(nothing) }],
		['Followers → Emails, Names or IDs', { followers: several(nothing) }],
	])('leaves nothing out without a word: %s', async (label, more) => {
		const [message] = await refusal('task', 'create', { summary: 'Never', ...more });
		expect(message).toBe(`The field '${label}' is empty: its expression gave no value`);
		expect(platform.routes).not.toContain('POST /open-apis/task/v2/tasks');
	});

	test('finds nobody in place of everybody', async () => {
		const tasklist = byId(ownList(platform).guid);
		const [message] = await refusal('task', 'getAll', { tasklist, assignedTo: several(nothing) });
		expect(message).toBe("The field 'Assigned To → Emails, Names or IDs' is empty: its expression gave no value");
	});

	test('adds nobody to a list in place of somebody', async () => {
		const [message] = await refusal('tasklist', 'create', { listName: 'Never', people: several(nothing) });
		expect(message).toBe("The field 'People → Emails, Names or IDs' is empty: its expression gave no value");
	});

	test('nor of what is to be changed', async () => {
		const task = byId(ownTask(platform, { due }).guid);
		const [message] = await refusal('task', 'update', { task, taskChanges: { title: 'Never', repeat: nothing } });
		expect(message).toBe("The field 'Repeat' is empty: its expression gave no value");
	});

	test('a list of people may be empty, and those beside it count', async () => {
		const people = { ...several('={{ $json.people }}'), ...person(platform.user.open_id) };
		const { error, items } = await run('task', 'create', { summary: 'Write', assignees: people }, [
			{ json: { people: [] } },
		]);
		expect(error).toBeUndefined();
		expect(only(items).json.assignees).toMatchObject([{ id: platform.user.open_id }]);
	});
});

test('the list that was chosen on the panel has its name in the output, without a request', async () => {
	const list = ownList(platform);
	ownTask(platform, {}, list);
	const chosen = { __rl: true, mode: 'list', value: list.guid, cachedResultName: 'Week' };
	const place = { tasklist: chosen, includeDetails: true, returnAll: true };
	const [read] = (await run('task', 'getAll', place)).items;
	expect(read?.json.tasklists).toMatchObject([{ tasklist_guid: list.guid, tasklist_name: 'Week' }]);
	const made = await run('task', 'create', { summary: 'Write', tasklist: chosen });
	expect(only(made.items).json.tasklists).toMatchObject([{ tasklist_name: 'Week' }]);
	expect(platform.routes.filter((route) => route.includes('/tasklists/'))).toEqual([
		`GET /open-apis/task/v2/tasklists/${list.guid}/tasks`,
	]);
	// What an expression gives is not what the name was kept of.
	const other = { ...chosen, value: '={{ $json.list }}' };
	const { items } = await run('task', 'create', { summary: 'Write', tasklist: other }, [{ json: { list: list.guid } }]);
	expect(only(items).json.tasklists).toEqual([
		{ tasklist_guid: list.guid, section_guid: expect.any(String) as string },
	]);
});
