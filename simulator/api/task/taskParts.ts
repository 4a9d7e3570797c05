import type { Store } from '../../state/store';
import type { Task } from '../../state/tasks';
import { objects, oneOf, required, text, texts } from '../../platform/validate';
import { reachTask } from '../../task/access';
import { ROLED } from '../../task/actors';
import { asReminder, REMINDERS } from '../../task/changes';
import { once, placeIn } from './createTask';
import { pushTask, type TaskChange } from '../../events/taskEvents';
import { addToTask, removeFromTask, taskMembers } from '../../task/members';
import { refused } from '../../task/problem';
import { taskView } from '../../task/views';
import { listRight, reachList } from '../../task/access';
import { actorOf } from '../../task/actors';
import { ONE_TASK, READ, WRITE } from './tasks';
import { SLOW, taskRoute, viewedBy } from './taskRoute';

const PERSONNEL = ['task:personnel:writeonly', 'task:task:write'];
const ROLE_CHANGES: Readonly<Record<string, TaskChange>> = {
	assignee: 'task_assignees_update',
	follower: 'task_followers_update',
};
const changesOf = (members: ReadonlyArray<{ role: string }>) => members.flatMap(({ role }) => ROLE_CHANGES[role] ?? []);

const MOST_DEPENDENCIES = 50;

/** Whether the other one, and what comes before or after it in turn, leads back to the task. The pages leave it open. */
function isCircle(store: Store, task: Task, other: Task, type: string, seen = new Set<string>()): boolean {
	if (other === task) return true;
	if (seen.has(other.guid)) return false;
	seen.add(other.guid);
	return other.dependencies
		.filter((one) => one.type === type)
		.some(({ task_guid: guid }) => {
			const next = store.tasks.all.get(guid);
			return next !== undefined && isCircle(store, task, next, type, seen);
		});
}

/** What stands beside a task: members, reminders, lists, dependencies. Source: …/task-v2/task/add_members and its neighbors */
export const taskPartRoutes = [
	taskRoute({
		method: 'POST',
		path: `${ONE_TASK}/add_members`,
		scopes: PERSONNEL,
		tier: SLOW,
		body: { members: required(objects(ROLED)), client_token: text() },
		async handle(call) {
			const { store } = call.platform;
			const viewed = viewedBy(call);
			const task = reachTask(store, call.by, call.params.task_guid, 'edit');
			const members = taskMembers(viewed, call.body.members, 50);
			const token = call.body.client_token && `${call.body.client_token}`;
			await once(
				viewed,
				token,
				() => undefined,
				() => {
					addToTask(task, members);
					return task;
				},
			);
			pushTask(call.platform, task, changesOf(members));
			return { data: { task: taskView(viewed, task) } };
		},
	}),
	taskRoute({
		method: 'POST',
		path: `${ONE_TASK}/remove_members`,
		scopes: PERSONNEL,
		tier: SLOW,
		body: { members: required(objects(ROLED)) },
		handle(call) {
			const viewed = viewedBy(call);
			const task = reachTask(call.platform.store, call.by, call.params.task_guid, 'edit');
			const members = taskMembers(viewed, call.body.members, 500);
			removeFromTask(task, members);
			pushTask(call.platform, task, changesOf(members));
			return { data: { task: taskView(viewed, task) } };
		},
	}),
	taskRoute({
		method: 'POST',
		path: `${ONE_TASK}/add_reminders`,
		scopes: WRITE,
		tier: SLOW,
		body: { reminders: required(REMINDERS) },
		handle(call) {
			const task = reachTask(call.platform.store, call.by, call.params.task_guid, 'edit');
			const reminders = call.body.reminders.map(asReminder);
			if (reminders.length !== 1) throw refused.params('one reminder at a time');
			if (task.reminders.length > 0) throw refused.reminder();
			if (!task.due) throw refused.params('reminders require a due time');
			task.reminders = reminders;
			pushTask(call.platform, task, ['task_reminders_update']);
			return { data: { task: taskView(viewedBy(call), task) } };
		},
	}),
	taskRoute({
		method: 'POST',
		path: `${ONE_TASK}/remove_reminders`,
		scopes: WRITE,
		tier: SLOW,
		body: { reminder_ids: required(texts()) },
		handle(call) {
			const task = reachTask(call.platform.store, call.by, call.params.task_guid, 'edit');
			task.reminders = task.reminders.filter(({ id }) => !call.body.reminder_ids.includes(id));
			pushTask(call.platform, task, ['task_reminders_update']);
			return { data: { task: taskView(viewedBy(call), task) } };
		},
	}),
	taskRoute({
		method: 'POST',
		path: `${ONE_TASK}/add_tasklist`,
		scopes: ['task:task:write'],
		body: { tasklist_guid: required(text()), section_guid: text() },
		handle(call) {
			const { store } = call.platform;
			const viewed = viewedBy(call);
			const task = reachTask(store, call.by, call.params.task_guid, 'edit');
			const place = placeIn(viewed, call.body.tasklist_guid, call.body.section_guid);
			const others = task.tasklists.filter(({ tasklist_guid: guid }) => guid !== place.tasklist_guid);
			task.tasklists = [...others, place];
			task.updated_at = store.tick();
			store.changed();
			return { data: { task: taskView(viewed, task) } };
		},
	}),
	taskRoute({
		method: 'POST',
		path: `${ONE_TASK}/remove_tasklist`,
		scopes: WRITE,
		body: { tasklist_guid: required(text()) },
		handle(call) {
			const { store } = call.platform;
			const task = reachTask(store, call.by, call.params.task_guid, 'edit');
			const { guid: list } = reachList(store, call.by, call.body.tasklist_guid, 'edit');
			task.tasklists = task.tasklists.filter(({ tasklist_guid: guid }) => guid !== list);
			task.updated_at = store.tick();
			store.changed();
			return { data: { task: taskView(viewedBy(call), task) } };
		},
	}),
	taskRoute({
		method: 'GET',
		path: `${ONE_TASK}/tasklists`,
		scopes: READ,
		handle({ platform: { store }, by, params }) {
			const { tasklists } = reachTask(store, by, params.task_guid);
			const seen = tasklists.filter(({ tasklist_guid: guid }) => {
				const list = store.tasks.lists.get(guid);
				return list && listRight(store, list, actorOf(by));
			});
			return { data: { tasklists: seen } };
		},
	}),
	taskRoute({
		method: 'POST',
		path: `${ONE_TASK}/add_dependencies`,
		scopes: WRITE,
		tier: SLOW,
		body: { dependencies: required(objects({ type: required(oneOf(['prev', 'next'])), task_guid: required(text()) })) },
		handle(call) {
			const { store } = call.platform;
			const task = reachTask(store, call.by, call.params.task_guid, 'edit');
			const known = new Set(task.dependencies.map(({ task_guid: guid }) => guid));
			const added = call.body.dependencies.map((one) => {
				const other = reachTask(store, call.by, one.task_guid, 'edit');
				if (other === task) throw refused.params('a task can not depend on itself');
				if (known.has(other.guid)) throw refused.params('the dependency exists already');
				if (isCircle(store, task, other, one.type)) throw refused.params('circular dependency');
				known.add(other.guid);
				return { one, other };
			});
			if (known.size > MOST_DEPENDENCIES) throw refused.params('too many dependencies');
			for (const { one, other } of added) {
				task.dependencies.push(one);
				other.dependencies.push({ type: one.type === 'prev' ? 'next' : 'prev', task_guid: task.guid });
			}
			store.changed();
			return { data: { dependencies: task.dependencies } };
		},
	}),
	taskRoute({
		method: 'POST',
		path: `${ONE_TASK}/remove_dependencies`,
		scopes: WRITE,
		tier: SLOW,
		body: { dependencies: required(objects({ task_guid: required(text()) })) },
		handle(call) {
			const { store } = call.platform;
			const task = reachTask(store, call.by, call.params.task_guid, 'edit');
			const gone = call.body.dependencies.map(({ task_guid: guid }) => guid);
			task.dependencies = task.dependencies.filter(({ task_guid: guid }) => !gone.includes(guid));
			for (const guid of gone) {
				const other = store.tasks.all.get(guid);
				if (other) other.dependencies = other.dependencies.filter(({ task_guid: back }) => back !== task.guid);
			}
			store.changed();
			return { data: { dependencies: task.dependencies } };
		},
	}),
];
