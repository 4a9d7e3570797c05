/** Tasks for tests, which the app has made. */
import {
	newAttachment,
	newComment,
	newField,
	newList,
	newOption,
	newSection,
	newTask,
} from '../../../simulator/task/make';
import type {
	Actor,
	CustomField,
	FieldType,
	Section,
	Task,
	TaskComment,
	Tasklist,
} from '../../../simulator/state/tasks';
import type { Platform } from './platform';

const appOf = ({ simulator }: Platform): Actor => ({ id: simulator.appId, type: 'app' });

/** A fresh list of the app, with the section that every list has. */
export const ownList = (p: Platform, name = 'Week'): Tasklist => newList(p.store, appOf(p), { name });

function firstSection(p: Platform, list: Tasklist): Section {
	const [section] = p.store.tasks.sectionsOf('tasklist', list.guid);
	if (!section) throw new Error('The list has no section');
	return section;
}

export const ownSection = (p: Platform, list: Tasklist, name = 'Later'): Section =>
	newSection(p.store, appOf(p), { name, resource_type: 'tasklist', resource_id: list.guid });

/** A fresh task of the app, in a list where one is given. */
export function ownTask(p: Platform, more: Partial<Task> = {}, list?: Tasklist): Task {
	const place = list && { tasklist_guid: list.guid, section_guid: firstSection(p, list).guid };
	return newTask(p.store, appOf(p), { summary: 'Write', ...(place && { tasklists: [place] }), ...more });
}

export const ownComment = (p: Platform, task: Task, content = 'Really?'): TaskComment =>
	newComment(p.store, appOf(p), task.guid, content);

export const ownAttachment = (p: Platform, task: Task, name = 'a.txt') =>
	newAttachment(p.store, appOf(p), task.guid, { name, bytes: Buffer.from('words') });

/** A custom field of a list; of options it has High and Low. */
export function ownField(p: Platform, list: Tasklist, type: FieldType, name: string = type): CustomField {
	const options = type.endsWith('select') ? [newOption('High'), newOption('Low')] : [];
	const setting = type === 'number' ? { decimal_count: 2 } : {};
	return newField(p.store, appOf(p), { name, type, lists: [list.guid], setting, options });
}

/** The task as the platform holds it. */
export function taskOf(p: Platform, guid: unknown): Task {
	const task = p.store.tasks.all.get(String(guid));
	if (!task) throw new Error(`There is no task ${String(guid)}`);
	return task;
}
