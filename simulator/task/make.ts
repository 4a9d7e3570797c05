import { randomUUID } from 'node:crypto';
import { newId } from '../platform/ids';
import type { Store } from '../state/store';
import type { Actor, CustomField, FieldOption, FieldType, Member, Section, Task, Tasklist } from '../state/tasks';

/** The first number that people see. */
const FIRST_NUMBER = 100_001;

export function newTask(store: Store, creator: Actor, given: Partial<Task> & Pick<Task, 'summary'>): Task {
	const now = store.clock.now();
	const task: Task = {
		guid: randomUUID(),
		task_id: `t${FIRST_NUMBER + store.tasks.all.size}`,
		description: '',
		completed_at: 0,
		mode: 2,
		repeat_rule: '',
		reminders: [],
		positive_reminders: [],
		members: [],
		creator,
		created_at: now,
		updated_at: now,
		extra: '',
		tasklists: [],
		parent: '',
		is_milestone: false,
		custom_fields: new Map(),
		dependencies: [],
		...given,
	};
	store.tasks.all.set(task.guid, task);
	return task;
}

/** A list with the section that every list has. */
export function newList(
	store: Store,
	creator: Actor,
	{ name, members = [] }: { name: string; members?: Member[] },
): Tasklist {
	const now = store.clock.now();
	const list = { guid: randomUUID(), name, creator, owner: creator, created_at: now, updated_at: now, archived_at: 0 };
	store.tasks.lists.set(list.guid, { ...list, members });
	newSection(store, creator, { name: '', resource_type: 'tasklist', resource_id: list.guid, is_default: true });
	return store.tasks.lists.get(list.guid) ?? { ...list, members };
}

export function newSection(
	store: Store,
	creator: Actor,
	given: Pick<Section, 'name' | 'resource_type' | 'resource_id'> & Partial<Section>,
): Section {
	const now = store.clock.now();
	const section: Section = {
		guid: randomUUID(),
		is_default: false,
		creator,
		created_at: now,
		updated_at: now,
		...given,
	};
	store.tasks.sections.push(section);
	return section;
}

/** The section of a list, or of somebody's own tasks, in which what is put nowhere else lies. */
export function defaultSection(store: Store, type: Section['resource_type'], id: string, who: Actor): Section {
	const found = store.tasks.sectionsOf(type, id).find(({ is_default: isDefault }) => isDefault);
	return found ?? newSection(store, who, { name: '', resource_type: type, resource_id: id, is_default: true });
}

export const newOption = (name: string, given: Partial<FieldOption> = {}): FieldOption => ({
	guid: randomUUID(),
	name,
	color_index: 0,
	is_hidden: false,
	...given,
});

export function newField(
	store: Store,
	creator: Actor,
	given: { name: string; type: FieldType; lists: string[]; setting?: CustomField['setting']; options?: FieldOption[] },
): CustomField {
	const now = store.clock.now();
	const field = { guid: randomUUID(), setting: {}, options: [], creator, created_at: now, updated_at: now, ...given };
	store.tasks.fields.set(field.guid, field);
	return field;
}

export function newComment(store: Store, creator: Actor, task: string, content: string, reply_to = '') {
	const now = store.clock.now();
	const comment = { id: newId.long(), task, content, creator, reply_to, created_at: now, updated_at: now };
	store.tasks.comments.set(comment.id, comment);
	return comment;
}

export function newAttachment(store: Store, uploader: Actor, task: string, file: { name: string; bytes: Buffer }) {
	const attachment = {
		guid: randomUUID(),
		file_token: newId.media(),
		task,
		...file,
		uploader,
		uploaded_at: store.clock.now(),
	};
	store.tasks.attachments.set(attachment.guid, attachment);
	return attachment;
}

/** Takes tasks away with what is theirs. */
export function removeTasks(store: Store, tasks: readonly Task[]): void {
	const gone = new Set(tasks.map(({ guid }) => guid));
	for (const guid of gone) store.tasks.all.delete(guid);
	for (const [id, { task }] of store.tasks.comments) if (gone.has(task)) store.tasks.comments.delete(id);
	for (const [guid, { task }] of store.tasks.attachments) if (gone.has(task)) store.tasks.attachments.delete(guid);
	for (const task of store.tasks.all.values())
		task.dependencies = task.dependencies.filter(({ task_guid: guid }) => !gone.has(guid));
}
