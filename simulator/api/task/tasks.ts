import type { Call } from '../../gateway/route';
import { flag, integer, objects, required, text, texts, withDefault } from '../../platform/validate';
import { PlatformError } from '../../platform/envelope';
import { reachTask, taskRight } from '../../task/access';
import { actorOf, isSame, ROLED } from '../../task/actors';
import { change, CHANGED, CHANGED_OBJECT, type Given, REMINDERS, requireUpdatable } from '../../task/changes';
import { CHANGES, pushTask } from '../../events/taskEvents';
import { setFields } from '../../task/fieldValues';
import { createTask } from './createTask';
import { removeTasks } from '../../task/make';
import { taskView } from '../../task/views';
import { FAST, PAGING, taskPage, taskRoute, V2, viewedBy } from './taskRoute';

export const TASKS = `${V2}/tasks`;
export const ONE_TASK = `${TASKS}/:task_guid`;

export const READ = ['task:task:read', 'task:task:write'];
export const WRITE = ['task:task:write', 'task:task:writeonly'];

const NEW_TASK = {
	...CHANGED,
	members: objects(ROLED),
	tasklists: objects({ tasklist_guid: text(), section_guid: text() }),
	client_token: text(),
	reminders: REMINDERS,
	origin: CHANGED.custom_complete,
	docx_source: CHANGED.custom_complete,
};

const byUpdate = (one: { updated_at: number }, other: { updated_at: number }) => one.updated_at - other.updated_at;
const micros = ({ updated_at: ms }: { updated_at: number }) => ms * 1000;

/** Those who may ask for the tasks assigned to them; the page has people only. */
function requireAsker({ platform: { store }, by }: Pick<Call, 'platform' | 'by'>): void {
	if (!by.user && store.settings.appTaskList === 'refused')
		throw new PlatformError(
			99991663,
			'Invalid access token for authorization. Please make a test attempt with another token.',
		);
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/task-v2/task/create and its neighbors */
export const taskCoreRoutes = [
	taskRoute({
		method: 'POST',
		path: TASKS,
		scopes: WRITE,
		tier: FAST,
		body: NEW_TASK,
		async handle(call) {
			const task = await createTask(call.platform, viewedBy(call), call.body);
			return { data: { task: taskView(viewedBy(call), task) } };
		},
	}),
	taskRoute({
		method: 'GET',
		path: TASKS,
		scopes: READ,
		query: { ...PAGING, completed: flag(), type: text(), agent_task_status: integer() },
		handle(call) {
			requireAsker(call);
			const { query } = call;
			if (query.type !== undefined && query.type !== 'my_tasks') throw refusedType();
			const who = actorOf(call.by);
			const mine = [...call.platform.store.tasks.all.values()].filter(
				({ members, completed_at: at }) =>
					members.some((one) => isSame(one, who) && one.role === 'assignee') &&
					(query.completed === undefined || query.completed === at > 0),
			);
			return taskPage(call, mine, `tasks ${who.id} ${query.completed}`, (task) => taskView(viewedBy(call), task));
		},
	}),
	taskRoute({
		method: 'GET',
		path: `${V2}/task_v2/list_related_task`,
		tokens: ['user'],
		scopes: READ,
		tier: 9,
		query: { page_size: withDefault(integer({ min: 1, max: 100 }), 50), page_token: text(), completed: flag() },
		handle(call) {
			const { store } = call.platform;
			const { page_size: size, page_token: after = '', completed } = call.query;
			const who = actorOf(call.by);
			const related = [...store.tasks.all.values()]
				.filter((task) => isSame(task.creator, who) || task.members.some((one) => isSame(one, who)))
				.filter(({ completed_at: at }) => completed === undefined || completed === at > 0)
				.filter((task) => after === '' || micros(task) > Number(after))
				.sort(byUpdate);
			const items = related.slice(0, size);
			const last = items.at(-1);
			const has_more = related.length > items.length;
			const page_token = last ? String(micros(last)) : '';
			return { data: { items: items.map((task) => taskView(viewedBy(call), task)), page_token, has_more } };
		},
	}),
	taskRoute({
		method: 'GET',
		path: ONE_TASK,
		scopes: READ,
		tier: FAST,
		handle(call) {
			const task = reachTask(call.platform.store, call.by, call.params.task_guid);
			return { data: { task: taskView(viewedBy(call), task) } };
		},
	}),
	taskRoute({
		method: 'PATCH',
		path: ONE_TASK,
		scopes: WRITE,
		tier: FAST,
		body: { task: CHANGED_OBJECT, update_fields: required(texts()) },
		handle(call) {
			const { store } = call.platform;
			const task = reachTask(store, call.by, call.params.task_guid, 'edit');
			const names = requireUpdatable(call.body.update_fields);
			const given: Given = call.body.task ?? {};
			const viewed = viewedBy(call);
			change(store, call.by, task, names, given);
			if (names.includes('custom_fields')) setFields(viewed, task, given.custom_fields ?? []);
			pushTask(
				call.platform,
				task,
				names.flatMap((name) => CHANGES[name] ?? []),
			);
			return { data: { task: taskView(viewed, task) } };
		},
	}),
	taskRoute({
		method: 'DELETE',
		path: ONE_TASK,
		scopes: ['task:task:delete', 'task:task:write'],
		tier: FAST,
		handle({ platform, by, params }) {
			const { store } = platform;
			const task = reachTask(store, by, params.task_guid, 'edit');
			const isKept = store.settings.taskDeletedParent === 'kept';
			const gone = isKept ? [task] : store.tasks.treeOf(task);
			for (const child of isKept ? store.tasks.subtasksOf(task.guid) : []) child.parent = '';
			removeTasks(store, gone);
			for (const each of gone) pushTask(platform, each, ['task_deleted']);
			return { data: {} };
		},
	}),
	taskRoute({
		method: 'POST',
		path: `${ONE_TASK}/subtasks`,
		scopes: WRITE,
		tier: FAST,
		body: NEW_TASK,
		async handle(call) {
			const { guid } = reachTask(call.platform.store, call.by, call.params.task_guid, 'edit');
			const subtask = await createTask(call.platform, viewedBy(call), call.body, guid);
			return { data: { subtask: taskView(viewedBy(call), subtask) } };
		},
	}),
	taskRoute({
		method: 'GET',
		path: `${ONE_TASK}/subtasks`,
		scopes: READ,
		query: PAGING,
		handle(call) {
			const { store } = call.platform;
			const { guid } = reachTask(store, call.by, call.params.task_guid);
			return taskPage(call, store.tasks.subtasksOf(guid), `subtasks ${guid}`, (task) => taskView(viewedBy(call), task));
		},
	}),
	taskRoute({
		method: 'POST',
		path: `${ONE_TASK}/set_ancestor_task`,
		scopes: ['task:task:write'],
		body: { ancestor_guid: text() },
		handle({ platform: { store }, by, params, body: { ancestor_guid: above = '' } }) {
			const task = reachTask(store, by, params.task_guid, 'edit');
			const parent = above === '' ? undefined : reachTask(store, by, above, 'edit');
			if (parent && store.tasks.treeOf(task).includes(parent)) throw refusedAncestor();
			task.parent = parent?.guid ?? '';
			// Who made a subtask of somebody else's task may lose it by that.
			if (!parent && !taskRight(store, task, actorOf(by))) task.members.push({ ...actorOf(by), role: 'follower' });
			store.changed();
			return { data: {} };
		},
	}),
];

const refusedType = () => new PlatformError(1470400, 'invalid type');
const refusedAncestor = () => new PlatformError(1470400, 'ancestor task can not be the task itself or below it');
