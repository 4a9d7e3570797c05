import type { Operator } from '../../state/operator';
import type { Store } from '../../state/store';
import type { Task, Tasklist } from '../../state/tasks';
import { flag, nested, objects, oneOf, required, text, texts } from '../../platform/validate';
import { listRight, reachList } from '../../task/access';
import { actorOf, isSame, namedActor, ROLED } from '../../task/actors';
import { newList } from '../../task/make';
import { addToList, listMembers } from '../../task/members';
import { refused } from '../../task/problem';
import { moment } from '../../task/times';
import { listView, summaryView, type Viewed } from '../../task/views';
import { PAGING, taskPage, taskRoute, V2, viewedBy } from './taskRoute';

const LISTS = `${V2}/tasklists`;
export const ONE_LIST = `${LISTS}/:tasklist_guid`;
export const READ_LISTS = ['task:tasklist:read', 'task:tasklist:write'];
export const WRITE_LISTS = ['task:tasklist:write', 'task:tasklist:writeonly'];
const LONGEST_NAME = 100;

export const TASK_FILTER = { ...PAGING, completed: flag(), created_from: text(), created_to: text() };

interface Filter {
	completed: boolean | undefined;
	created_from: string | undefined;
	created_to: string | undefined;
}

/** As lists and sections filter their tasks. */
export function filtered(tasks: readonly Task[], { completed, created_from, created_to }: Filter): Task[] {
	const [from, to] = [moment('created_from', created_from), moment('created_to', created_to) || Infinity];
	return tasks.filter(
		({ completed_at: at, created_at: made }) =>
			(completed === undefined || completed === at > 0) && made >= from && made <= to,
	);
}

export function nameIn(what: string, given: string | undefined = ''): string {
	if (given.trim() === '') throw refused.params(`${what} should not be empty`);
	if (given.length > LONGEST_NAME) throw refused.params(`${what} is longer than ${LONGEST_NAME}`);
	return given;
}

const seenBy = (store: Store, by: Operator) =>
	[...store.tasks.lists.values()].filter((list) => listRight(store, list, actorOf(by)));

/** The owner becomes somebody else, who is no member any more; who it was stays in a role, or leaves. */
function changeOwner(
	{ store, by, idType }: Viewed,
	list: Tasklist,
	owner: { id: string; type: string | undefined },
	role = 'none',
) {
	if (listRight(store, list, actorOf(by)) !== 'manage') throw refused.denied('only the owner changes the owner');
	const next = namedActor(store, by, owner, idType);
	if (next.type === 'chat') throw refused.internal();
	const before = list.owner;
	list.owner = next;
	list.members = list.members.filter((one) => !isSame(one, next));
	if (role !== 'none' && !isSame(before, next)) list.members.push({ ...before, role });
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/task-v2/tasklist/create and its neighbors */
export const tasklistRoutes = [
	taskRoute({
		method: 'POST',
		path: LISTS,
		scopes: WRITE_LISTS,
		body: { name: required(text(), { allowEmpty: true }), members: objects(ROLED), archive_tasklist: flag() },
		handle(call) {
			const { store } = call.platform;
			const viewed = viewedBy(call);
			const members = listMembers(viewed, call.body.members ?? []);
			const list = newList(store, actorOf(call.by), { name: nameIn('name', call.body.name) });
			addToList(list, members);
			if (call.body.archive_tasklist) list.archived_at = store.clock.now();
			store.changed();
			return { data: { tasklist: listView(viewed, list) } };
		},
	}),
	taskRoute({
		method: 'GET',
		path: LISTS,
		scopes: READ_LISTS,
		query: PAGING,
		handle: (call) =>
			taskPage(call, seenBy(call.platform.store, call.by), `lists ${actorOf(call.by).id}`, (list) =>
				listView(viewedBy(call), list),
			),
	}),
	taskRoute({
		method: 'GET',
		path: ONE_LIST,
		scopes: READ_LISTS,
		handle(call) {
			const list = reachList(call.platform.store, call.by, call.params.tasklist_guid);
			return { data: { tasklist: listView(viewedBy(call), list) } };
		},
	}),
	taskRoute({
		method: 'PATCH',
		path: ONE_LIST,
		scopes: WRITE_LISTS,
		body: {
			tasklist: required(nested({ name: text(), owner: nested(ROLED), archive_tasklist: flag() })),
			update_fields: required(texts()),
			origin_owner_to_role: oneOf(['editor', 'viewer', 'none']),
		},
		handle(call) {
			const { store } = call.platform;
			const viewed = viewedBy(call);
			const list = reachList(store, call.by, call.params.tasklist_guid, 'edit');
			const { tasklist, update_fields: names, origin_owner_to_role: role } = call.body;
			const unknown = names.filter((name) => !['name', 'owner', 'archive_tasklist'].includes(name));
			if (names.length === 0 || unknown.length > 0) throw refused.params(`invalid update_fields ${unknown.join(',')}`);
			const name = names.includes('name') ? nameIn('name', tasklist.name) : list.name;
			if (names.includes('owner')) {
				if (!tasklist.owner) throw refused.params('owner should not be empty');
				changeOwner(viewed, list, tasklist.owner, role);
			}
			list.name = name;
			if (names.includes('archive_tasklist')) list.archived_at = tasklist.archive_tasklist ? store.clock.now() : 0;
			list.updated_at = store.tick();
			store.changed();
			return { data: { tasklist: listView(viewed, list) } };
		},
	}),
	taskRoute({
		method: 'DELETE',
		path: ONE_LIST,
		scopes: ['task:tasklist:delete', 'task:tasklist:write'],
		handle({ platform: { store }, by, params }) {
			const { tasks } = store;
			const { guid } = reachList(store, by, params.tasklist_guid, 'manage');
			tasks.lists.delete(guid);
			tasks.sections = tasks.sections.filter(({ resource_id: id }) => id !== guid);
			// The tasks stay, in no list.
			for (const task of tasks.inList(guid))
				task.tasklists = task.tasklists.filter(({ tasklist_guid: list }) => list !== guid);
			for (const field of tasks.fieldsOf(guid)) field.lists = field.lists.filter((list) => list !== guid);
			for (const [id, { list }] of tasks.activities) if (list === guid) tasks.activities.delete(id);
			store.changed();
			return { data: {} };
		},
	}),
	...(['add', 'remove'] as const).map((what) =>
		taskRoute({
			method: 'POST',
			path: `${ONE_LIST}/${what}_members`,
			scopes: WRITE_LISTS,
			body: { members: required(objects(ROLED)) },
			handle(call) {
				const { store } = call.platform;
				const viewed = viewedBy(call);
				const list = reachList(store, call.by, call.params.tasklist_guid, 'edit');
				const members = listMembers(viewed, call.body.members);
				if (what === 'add') addToList(list, members);
				else list.members = list.members.filter((one) => !members.some((gone) => isSame(one, gone)));
				list.updated_at = store.tick();
				store.changed();
				return { data: { tasklist: listView(viewed, list) } };
			},
		}),
	),
	taskRoute({
		method: 'GET',
		path: `${ONE_LIST}/tasks`,
		scopes: READ_LISTS,
		query: TASK_FILTER,
		handle(call) {
			const { store } = call.platform;
			const { guid } = reachList(store, call.by, call.params.tasklist_guid);
			const { completed, created_from, created_to } = call.query;
			const tasks = filtered(store.tasks.inList(guid), call.query);
			const scope = JSON.stringify([guid, completed, created_from, created_to]);
			return taskPage(call, tasks, scope, (task) => summaryView(viewedBy(call), task));
		},
	}),
];
