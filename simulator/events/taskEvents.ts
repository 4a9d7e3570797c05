import type { Operator } from '../state/operator';
import type { Task } from '../state/tasks';
import { actorOf, isSame } from '../task/actors';
import type { Outlet } from './push';

/** Of `task.task.update_user_access_v2`. Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/task-v2/task/events/update_user_access */
export type TaskChange =
	| 'task_create'
	| 'task_deleted'
	| 'task_summary_update'
	| 'task_desc_update'
	| 'task_assignees_update'
	| 'task_followers_update'
	| 'task_reminders_update'
	| 'task_start_due_update'
	| 'task_completed_update';

/** The numbers of `task.task.updated_v1`. Source: …/reference/task-v1/task/events/updated */
const OLDER: Readonly<Partial<Record<TaskChange, number>>> = {
	task_summary_update: 1,
	task_desc_update: 1,
	task_start_due_update: 1,
	task_assignees_update: 2,
	task_followers_update: 3,
	task_reminders_update: 4,
	task_deleted: 7,
};
const OLDER_COMPLETED = { done: 5, open: 6 } as const;

/** By what is named in `update_fields`. */
export const CHANGES: Readonly<Record<string, TaskChange>> = {
	summary: 'task_summary_update',
	description: 'task_desc_update',
	start: 'task_start_due_update',
	due: 'task_start_due_update',
	completed_at: 'task_completed_update',
};

const COMMENT_CHANGES = { created: 1, replied: 2, updated: 3, deleted: 4 } as const;

/** The apps that hear of their own tasks by the older events. */
function maker({ store }: Outlet, { creator }: Task): string | undefined {
	return creator.type === 'app' && store.apps.get(creator.id) ? creator.id : undefined;
}

/** Tells the apps and people who have subscribed, and whose task it is: made, assigned or followed by a person, assigned to an app. */
export function pushTask(outlet: Outlet, task: Task, changes: readonly TaskChange[]): void {
	const { store, push } = outlet;
	store.changed();
	if (changes.length === 0) return;
	const event_types = [...new Set(changes)];
	const subscribed = store.subscriptions.list().filter(({ kind }) => kind === 'task');
	const concerned = subscribed.filter(({ app_id: app, resource: person }) => {
		const who = person === '' ? ({ id: app, type: 'app' } as const) : ({ id: person, type: 'user' } as const);
		const member = task.members.find((one) => isSame(one, who));
		return person === '' ? member?.role === 'assignee' : member !== undefined || isSame(task.creator, who);
	});
	for (const app of new Set(concerned.map(({ app_id: id }) => id)))
		push.event(app, 'task.task.update_user_access_v2', { task_guid: task.guid, event_types });
	const app = maker(outlet, task);
	if (app === undefined) return;
	for (const type of event_types) {
		const completed = task.completed_at > 0 ? OLDER_COMPLETED.done : OLDER_COMPLETED.open;
		const obj_type = type === 'task_completed_update' ? completed : OLDER[type];
		if (obj_type !== undefined) push.event(app, 'task.task.updated_v1', { task_id: task.guid, obj_type });
	}
}

/** `task.task.comment.updated_v1`, to the app whose task it is. */
export function pushComment(
	outlet: Outlet,
	task: Task,
	comment: { id: string; reply_to: string },
	change: keyof typeof COMMENT_CHANGES,
): void {
	outlet.store.changed();
	const app = maker(outlet, task);
	if (app === undefined) return;
	outlet.push.event(app, 'task.task.comment.updated_v1', {
		task_id: task.guid,
		comment_id: comment.id,
		parent_id: comment.reply_to === '' ? '0' : comment.reply_to,
		obj_type: COMMENT_CHANGES[change],
	});
}

/** Who subscribes: an app for what is assigned to it, a person through an app for theirs. */
export const subscriberOf = (by: Operator): string => (by.user ? actorOf(by).id : '');
