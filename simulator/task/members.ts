import type { UserIdType } from '../platform/ids';
import type { Operator } from '../state/operator';
import type { Store } from '../state/store';
import type { Member, Task, Tasklist } from '../state/tasks';
import { isSame, namedActor } from './actors';
import { refused } from './problem';

/** How many a task may have of each, and a list. */
const MOST = { assignee: 50, follower: 50, list: 500 } as const;

interface Given {
	id: string;
	type: string | undefined;
	role: string | undefined;
}

interface Place {
	store: Store;
	by: Operator;
	idType?: UserIdType;
}

/** Members of tasks are people and apps, in one of two roles. */
export function taskMembers({ store, by, idType }: Place, given: readonly Given[], most: number): Member[] {
	if (given.length > most) throw refused.params(`at most ${most} members`);
	return given.map(({ role = '', ...named }) => {
		if (role !== 'assignee' && role !== 'follower') throw refused.params(`invalid member role ${role}`);
		const actor = namedActor(store, by, named, idType);
		if (actor.type === 'chat') throw refused.internal();
		return { ...actor, role };
	});
}

const isSameMember = (one: Member, other: Member) => isSame(one, other) && one.role === other.role;

/** Who is there already stays. */
export function addToTask(task: Task, members: readonly Member[]): void {
	const all = [...task.members];
	for (const member of members) if (!all.some((one) => isSameMember(one, member))) all.push(member);
	const count = (role: string) => all.filter((one) => one.role === role).length;
	if (count('assignee') > MOST.assignee) throw refused.assignees();
	if (count('follower') > MOST.follower) throw refused.followers();
	task.members = all;
}

/** Who is not there is left out. */
export function removeFromTask(task: Task, members: readonly Member[]): void {
	task.members = task.members.filter((one) => !members.some((gone) => isSameMember(one, gone)));
}

/** Members of lists may be groups as well; the owner is none of them. */
export function listMembers({ store, by, idType }: Place, given: readonly Given[]): Member[] {
	if (given.length > MOST.list) throw refused.params(`at most ${MOST.list} members`);
	return given.map(({ role = 'viewer', ...named }) => {
		if (role !== 'editor' && role !== 'viewer') throw refused.params(`invalid member role ${role}`);
		return { ...namedActor(store, by, named, idType), role };
	});
}

/** Who is there gets the new role; the owner stays what they are. */
export function addToList(list: Tasklist, members: readonly Member[]): void {
	const kept = list.members.filter((one) => !members.some((other) => isSame(one, other)));
	const added = members.filter((one) => !isSame(one, list.owner));
	const all = [...kept, ...added.filter((one, at) => added.findIndex((other) => isSame(one, other)) === at)];
	if (all.length > MOST.list) throw refused.listMembers();
	list.members = all;
}
