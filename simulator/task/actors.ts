import type { UserIdType } from '../platform/ids';
import { oneOf, required, text } from '../platform/validate';
import type { Operator } from '../state/operator';
import type { Store } from '../state/store';
import type { Actor, Member } from '../state/tasks';
import { refused } from './problem';

/** Somebody in the words of a request. */
export const MEMBER = { id: required(text({ max: 100 })), type: text(), name: text() };
export const ROLED = { ...MEMBER, role: text() };
export const PERSON_IDS = { user_id_type: oneOf(['open_id', 'union_id', 'user_id']) };

interface Given {
	id: string;
	type: string | undefined;
}

export const actorOf = ({ app, user }: Operator): Actor =>
	user ? { id: user.open_id, type: 'user' } : { id: app.app_id, type: 'app' };

export const isSame = (one: Actor, other: Actor): boolean => one.id === other.id && one.type === other.type;

const unknown = ({ settings }: Store, id: string) =>
	settings.unknownTaskMember === 'value' ? refused.params(`invalid member id ${id}`) : refused.internal();

/** Whom a request names; somebody of another company is refused as an error of the platform's own. */
export function namedActor(
	store: Store,
	by: Operator,
	{ id, type = 'user' }: Given,
	idType: UserIdType = 'open_id',
): Actor {
	if (type === 'user') {
		const user = store.directory.find(by.app, idType, id);
		if (user) return { id: user.open_id, type };
		const others = [...store.companies.values()].filter((one) => one !== store);
		if (others.some(({ directory }) => directory.find(by.app, idType, id))) throw refused.internal();
		throw unknown(store, id);
	}
	if (type === 'app' && store.apps.get(id)) return { id, type };
	if ((type === 'chat' || type === 'group') && store.im.chats.get(id)) return { id, type: 'chat' };
	if (type === 'app' || type === 'chat' || type === 'group') throw unknown(store, id);
	throw refused.internal();
}

/** Somebody in the words of an answer, as the samples of lists, comments and attachments have them: without a name. */
export function actorView(store: Store, by: Operator, actor: Actor, idType: UserIdType = 'open_id') {
	const id = actor.type === 'user' ? store.directory.idFor(by.app, actor.id, idType) : actor.id;
	return { id, type: actor.type };
}

/** The same as the samples of tasks have it. */
export const namedView = (store: Store, by: Operator, actor: Actor, idType?: UserIdType) => ({
	...actorView(store, by, actor, idType),
	...(store.settings.taskNames === 'inTasks' && { name: nameOf(store, actor) }),
});

export const memberView = (store: Store, by: Operator, member: Member, idType?: UserIdType) => ({
	...actorView(store, by, member, idType),
	role: member.role,
});

export function nameOf(store: Store, { id, type }: Actor): string {
	if (type === 'user') return store.contact.users.get(id)?.name ?? id;
	return (type === 'app' ? store.apps.get(id)?.name : store.im.chats.get(id)?.name) ?? id;
}
