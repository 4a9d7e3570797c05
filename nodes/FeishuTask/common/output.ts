import type { IDataObject } from 'n8n-workflow';

import { isObject, text, type JsonObject } from '../../../feishu/json';
import { customField, optionFields, plainValues, type CustomField } from '../../../feishu/task/customField';
import { plainMoment, plainTime } from '../../../feishu/task/taskTime';
import { taskLink } from '../../../feishu/task/taskLink';
import type { Asking } from '../../shared/client/asking';
import { NAMES_CALL } from '../../shared/contact/namesOf';
import { outputOf } from '../../shared/operation/output';
import { GET_FIELD } from './endpoints';
import { withNames } from './names';

/** Somebody in the output. */
const PERSON = { id: 'string', 'type?': 'string', 'name?': 'string' } as const;

/** A task as people read it. Lists of tasks leave out what is optional here. Source: …/task-v2/task/get */
export const TASK = outputOf({
	guid: 'string',
	'task_id?': 'string',
	summary: 'string',
	'description?': 'string',
	status: 'string',
	completed_at: 'string',
	start: 'string',
	due: 'string',
	assignees: [PERSON],
	followers: [PERSON],
	'creator?': PERSON,
	'repeat_rule?': 'string',
	'reminder_minutes?': 'any',
	'mode?': 'string',
	'is_milestone?': 'boolean',
	'parent_task_guid?': 'string',
	'subtask_count?': 'number',
	'tasklists?': [{ tasklist_guid: 'string', 'section_guid?': 'string', 'tasklist_name?': 'string' }],
	'custom_fields?': { '*': 'any' },
	'dependencies?': [{ type: 'string', task_guid: 'string' }],
	'attachments?': [{ guid: 'string', 'name?': 'string', 'size?': 'any' }],
	'url?': 'string',
	'created_at?': 'string',
	'updated_at?': 'string',
});

/** What whoever calls `taskItem` has to list among its calls: names of options that are chosen, and of people. */
export const TASK_CALLS = [GET_FIELD, NAMES_CALL] as const;

/** The same for other records, in which people are named alone. */
export const PEOPLE_NAMES = NAMES_CALL;

/** Fields by their guid, each asked for once in an execution; nothing of those that may not be read. */
const kept = new WeakMap<object, Map<string, Promise<CustomField | undefined>>>();

async function fieldBy({ feishu, context }: Asking, guid: string): Promise<CustomField | undefined> {
	const known = kept.get(context) ?? new Map<string, Promise<CustomField | undefined>>();
	kept.set(context, known);
	const asked =
		known.get(guid) ??
		feishu.call<{ custom_field?: JsonObject }>(GET_FIELD, { path: { custom_field_guid: guid } }).then(
			({ custom_field: found }) => found && customField(found),
			() => undefined,
		);
	known.set(guid, asked);
	return await asked;
}

const list = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);
const personOf = ({ id, type, name }: JsonObject) => ({ id, type, ...(text(name) !== '' && { name }) }) as IDataObject;
const withRole = (members: unknown, role: string) =>
	list(members)
		.filter((one) => one.role === role)
		.map(personOf);
const defined = (values: JsonObject) =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as IDataObject;

/** 1: all of them; 2: any of them. */
const MODES: Readonly<Record<string, string>> = { 1: 'all', 2: 'any' };

/** Without the names of people that the answer leaves out. */
async function withoutNames(asking: Asking, task: JsonObject): Promise<IDataObject> {
	const origin = await asking.feishu.origin();
	const guid = text(task.guid);
	const fields = await Promise.all(optionFields(task.custom_fields).map((one) => fieldBy(asking, one)));
	const known = fields.filter((one) => one !== undefined);
	const [reminder] = list(task.reminders);
	const isDone = Number(task.completed_at ?? 0) > 0;
	return defined({
		guid,
		task_id: task.task_id,
		summary: text(task.summary),
		description: task.description,
		status: isDone ? 'done' : 'todo',
		completed_at: plainMoment(task.completed_at),
		start: plainTime(isObject(task.start) ? task.start : undefined),
		due: plainTime(isObject(task.due) ? task.due : undefined),
		assignees: withRole(task.members, 'assignee'),
		followers: withRole(task.members, 'follower'),
		creator: isObject(task.creator) ? personOf(task.creator) : undefined,
		repeat_rule: task.repeat_rule,
		reminder_minutes: task.reminders === undefined ? undefined : (reminder?.relative_fire_minute ?? null),
		mode: task.mode === undefined ? undefined : (MODES[String(task.mode)] ?? String(task.mode)),
		is_milestone: task.is_milestone,
		parent_task_guid: text(task.parent_task_guid) || undefined,
		subtask_count: task.subtask_count,
		tasklists: task.tasklists,
		custom_fields: task.custom_fields === undefined ? undefined : plainValues(task.custom_fields, known),
		dependencies: task.dependencies,
		attachments:
			task.attachments === undefined
				? undefined
				: list(task.attachments).map(({ guid: id, name, size }) => defined({ guid: id, name, size })),
		url: text(task.url) || taskLink(origin, 'detail', guid),
		created_at: task.created_at === undefined ? undefined : plainMoment(task.created_at),
		updated_at: task.updated_at === undefined ? undefined : plainMoment(task.updated_at),
	});
}

/** Several tasks as people read them: dates as dates, nothing where nothing has happened, options, fields and people by their names. */
export const taskItems = async (asking: Asking, tasks: readonly JsonObject[]): Promise<IDataObject[]> =>
	await withNames(asking, await Promise.all(tasks.map(async (task) => await withoutNames(asking, task))));

/** The same for one. */
export const taskItem = async (asking: Asking, task: JsonObject): Promise<IDataObject> =>
	await withNames(asking, await withoutNames(asking, task));

/** A task list in the output. Source: …/task-v2/tasklist/get */
export const TASKLIST = outputOf({
	guid: 'string',
	'name?': 'string',
	'url?': 'string',
	'owner?': PERSON,
	'creator?': PERSON,
	'members?': [{ ...PERSON, 'role?': 'string' }],
	'created_at?': 'string',
	'updated_at?': 'string',
	'archived_at?': 'string',
});

export function tasklistItem({ archive_msec: archived, ...found }: JsonObject): IDataObject {
	return defined({
		guid: found.guid,
		name: found.name,
		url: found.url,
		owner: isObject(found.owner) ? personOf(found.owner) : undefined,
		creator: isObject(found.creator) ? personOf(found.creator) : undefined,
		members:
			found.members === undefined
				? undefined
				: list(found.members).map((one) => ({ ...personOf(one), role: one.role })),
		created_at: found.created_at === undefined ? undefined : plainMoment(found.created_at),
		updated_at: found.updated_at === undefined ? undefined : plainMoment(found.updated_at),
		archived_at: archived === undefined ? undefined : plainMoment(archived),
	});
}
