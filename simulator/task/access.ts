import type { Operator } from '../state/operator';
import type { Store } from '../state/store';
import type { Actor, CustomField, Task, Tasklist } from '../state/tasks';
import { actorOf, isSame } from './actors';
import { refused } from './problem';

export type Right = 'read' | 'edit' | 'manage';

const RANK: Readonly<Record<Right, number>> = { read: 1, edit: 2, manage: 3 };
const rank = (right: Right | undefined) => (right === undefined ? 0 : RANK[right]);
const widest = (rights: ReadonlyArray<Right | undefined>): Right | undefined =>
	rights.reduce((most, each) => (rank(each) > rank(most) ? each : most), undefined);
const isEnough = (right: Right | undefined, needed: Right) => rank(right) >= rank(needed);

/** Whether a member is somebody, or a group that they are in. */
function covers(store: Store, member: Actor, who: Actor): boolean {
	if (member.type !== 'chat') return isSame(member, who);
	const chat = store.im.chats.get(member.id);
	return (who.type === 'user' ? chat?.members : chat?.bots)?.includes(who.id) ?? false;
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/task-v2/tasklist/overview */
export function listRight(store: Store, list: Tasklist, who: Actor): Right | undefined {
	if (isSame(list.owner, who)) return 'manage';
	const roles = list.members.filter((member) => covers(store, member, who)).map(({ role }) => role);
	return widest(roles.map((role) => (role === 'editor' ? 'edit' : 'read')));
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/task-v2/task/overview */
export function taskRight(store: Store, task: Task, who: Actor): Right | undefined {
	const roles = task.members.filter((member) => covers(store, member, who)).map(({ role }) => role);
	const parent = store.tasks.all.get(task.parent);
	const lists = task.tasklists.flatMap(({ tasklist_guid: guid }) => store.tasks.lists.get(guid) ?? []);
	return widest([
		isSame(task.creator, who) ? 'edit' : undefined,
		...roles.map((role): Right => (role === 'assignee' ? 'edit' : 'read')),
		...lists.map((list) => (isEnough(listRight(store, list, who), 'edit') ? 'edit' : listRight(store, list, who))),
		parent && taskRight(store, parent, who),
	]);
}

/** As the widest right on a list that has the field. */
export const fieldRight = (store: Store, { lists }: CustomField, who: Actor): Right | undefined =>
	widest(lists.flatMap((guid) => store.tasks.lists.get(guid) ?? []).map((list) => listRight(store, list, who)));

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function reach<T>(
	{ settings }: Store,
	found: T | undefined,
	guid: string,
	what: string,
	needed: Right,
	right: (one: T) => Right | undefined,
): T {
	if (!GUID.test(guid)) throw refused.params(`invalid ${what} guid ${guid}`);
	if (found === undefined) throw refused.notFound(`${what} not found`);
	const has = right(found);
	if (has === undefined && settings.unseenTask === 'notFound') throw refused.notFound(`${what} not found`);
	if (!isEnough(has, needed)) throw refused.denied(`no ${needed} permission on ${what}`);
	return found;
}

export const reachTask = (store: Store, by: Operator, guid: string | undefined = '', needed: Right = 'read'): Task =>
	reach(store, store.tasks.all.get(guid), guid, 'task', needed, (task) => taskRight(store, task, actorOf(by)));

export const reachList = (store: Store, by: Operator, guid: string | undefined = '', needed: Right = 'read') =>
	reach(store, store.tasks.lists.get(guid), guid, 'tasklist', needed, (list) => listRight(store, list, actorOf(by)));

export const reachField = (store: Store, by: Operator, guid: string | undefined = '', needed: Right = 'read') =>
	reach(store, store.tasks.fields.get(guid), guid, 'custom field', needed, (field) =>
		fieldRight(store, field, actorOf(by)),
	);

/** A section, by the right on the list that it is of; among somebody's own tasks nobody else has one. */
export function reachSection(store: Store, by: Operator, guid: string | undefined = '', needed: Right = 'read') {
	const found = store.tasks.sections.find((one) => one.guid === guid);
	return reach(store, found, guid, 'section', needed, ({ resource_type: type, resource_id: id }) => {
		if (type === 'my_tasks') return id === actorOf(by).id ? 'manage' : undefined;
		const list = store.tasks.lists.get(id);
		return list && listRight(store, list, actorOf(by));
	});
}
