import type { UserIdType } from '../platform/ids';
import type { Operator } from '../state/operator';
import type { Store } from '../state/store';
import type {
	ActivitySubscription,
	CustomField,
	Section,
	Task,
	TaskAttachment,
	TaskComment,
	Tasklist,
} from '../state/tasks';
import { listRight } from './access';
import { actorOf, actorView, memberView, namedView } from './actors';
import { fieldsView } from './fieldValues';
import { timeView } from './times';

/** For whom something is shown, and by which ids people are named. */
export interface Viewed {
	store: Store;
	by: Operator;
	idType?: UserIdType;
}

const APPLINK = 'https://applink.feishu.cn/client/todo';
export const taskUrl = ({ guid, task_id: id }: Pick<Task, 'guid' | 'task_id'>) =>
	`${APPLINK}/detail?guid=${guid}&suite_entity_num=${id}`;
export const listUrl = ({ guid }: Pick<Tasklist, 'guid'>) => `${APPLINK}/task_list?guid=${guid}`;

/** Of what was made through the open platform. */
const BY_API = 6;

/** A task as lists and sections tell of it. Source: …/task-v2/tasklist/tasks */
export const summaryView = ({ store, by, idType }: Viewed, task: Task) => ({
	guid: task.guid,
	summary: task.summary,
	completed_at: String(task.completed_at),
	start: timeView(task.start),
	due: timeView(task.due),
	members: task.members.map((member) => ({ ...namedView(store, by, member, idType), role: member.role })),
	subtask_count: store.tasks.subtasksOf(task.guid).length,
});

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/task-v2/task/get */
export function taskView(viewed: Viewed, task: Task) {
	const { store, by, idType } = viewed;
	const who = actorOf(by);
	const isDone = task.completed_at > 0;
	return {
		...summaryView(viewed, task),
		description: task.description,
		reminders: task.reminders,
		positive_reminders: task.positive_reminders.length > 0 ? task.positive_reminders : undefined,
		creator: { ...namedView(store, by, task.creator, idType), role: 'creator' },
		attachments: store.tasks.attachmentsOf(task.guid).map((one) => attachmentView(viewed, one)),
		origin: task.origin,
		extra: task.extra,
		// Lists that the caller may not see are not told.
		tasklists: task.tasklists.filter(({ tasklist_guid: guid }) => {
			const list = store.tasks.lists.get(guid);
			return list && listRight(store, list, who);
		}),
		repeat_rule: task.repeat_rule,
		parent_task_guid: task.parent === '' ? undefined : task.parent,
		mode: task.mode,
		source: BY_API,
		custom_complete: task.custom_complete,
		task_id: task.task_id,
		created_at: String(task.created_at),
		updated_at: String(task.updated_at),
		status: isDone ? 'done' : 'todo',
		url: taskUrl(task),
		is_milestone: task.is_milestone,
		custom_fields: fieldsView(viewed, task),
		dependencies: task.dependencies,
		assignee_related: task.members
			.filter(({ role }) => role === 'assignee')
			.map((member) => ({ id: actorView(store, by, member, idType).id, completed_at: String(task.completed_at) })),
	};
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/task-v2/tasklist/get */
export const listView = ({ store, by, idType }: Viewed, list: Tasklist) => ({
	guid: list.guid,
	name: list.name,
	creator: actorView(store, by, list.creator, idType),
	owner: { ...actorView(store, by, list.owner, idType), role: 'owner' },
	members: list.members.map((member) => memberView(store, by, member, idType)),
	url: listUrl(list),
	created_at: String(list.created_at),
	updated_at: String(list.updated_at),
	archive_msec: String(list.archived_at),
});

export function sectionView({ store, by, idType }: Viewed, section: Section) {
	const list = section.resource_type === 'tasklist' ? store.tasks.lists.get(section.resource_id) : undefined;
	return {
		guid: section.guid,
		name: section.name,
		resource_type: section.resource_type,
		is_default: section.is_default,
		creator: actorView(store, by, section.creator, idType),
		tasklist: list && { guid: list.guid, name: list.name },
		created_at: String(section.created_at),
		updated_at: String(section.updated_at),
	};
}

export function fieldView({ store, by, idType }: Viewed, field: CustomField) {
	const { guid, name, type, setting, options } = field;
	const isSelect = type === 'single_select' || type === 'multi_select';
	return {
		guid,
		name,
		type,
		[`${type}_setting`]: isSelect ? { options } : setting,
		creator: actorView(store, by, field.creator, idType),
		created_at: String(field.created_at),
		updated_at: String(field.updated_at),
	};
}

export const commentView = ({ store, by, idType }: Viewed, comment: TaskComment) => ({
	id: comment.id,
	content: comment.content,
	creator: actorView(store, by, comment.creator, idType),
	reply_to_comment_id: comment.reply_to === '' ? undefined : comment.reply_to,
	created_at: String(comment.created_at),
	updated_at: String(comment.updated_at),
	resource_type: 'task',
	resource_id: comment.task,
});

/** @param url where its endpoints give one; in a task they don't */
export const attachmentView = ({ store, by, idType }: Viewed, attachment: TaskAttachment, url?: string) => ({
	guid: attachment.guid,
	file_token: attachment.file_token,
	name: attachment.name,
	size: attachment.bytes.length,
	resource: { type: 'task', id: attachment.task },
	uploader: actorView(store, by, attachment.uploader, idType),
	is_cover: false,
	uploaded_at: String(attachment.uploaded_at),
	url,
});

export const activityView = ({ store, by, idType }: Viewed, activity: ActivitySubscription) => ({
	guid: activity.guid,
	name: activity.name,
	subscribers: activity.subscribers.map((one) => actorView(store, by, one, idType)),
	include_keys: activity.include_keys,
	disabled: activity.disabled,
});
