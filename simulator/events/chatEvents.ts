import type { App } from '../state/apps';
import { type Chat, groupOf } from '../state/chats';
import type { Sender } from '../state/sender';
import { note, noteMembers } from '../state/systemMessages';
import type { Store } from '../state/store';
import { idsFor } from './eventIds';
import type { Outlet } from './push';

/** Fields that the events of a group share. A bot acts under its own open_id. */
const head = (store: Store, app: App, chat: Chat, operator: Sender) => ({
	chat_id: chat.chat_id,
	operator_id: idsFor(store, app, store.apps.get(operator.id)?.bot_open_id ?? operator.id),
	external: false,
	operator_tenant_key: store.tenantKey,
	name: chat.name,
	i18n_names: groupOf(chat).i18n_names,
});

function toBots({ store, push }: Outlet, appIds: readonly string[], type: string, event: (app: App) => object): void {
	for (const app of appIds.map((id) => store.apps.get(id))) if (app) push.event(app.app_id, type, event(app));
}

const described = (store: Store, app: App, chat: Chat): Record<string, unknown> => {
	const { avatar, i18n_names, settings } = groupOf(chat);
	const { restricted_mode_setting, ...rest } = settings;
	const owner_id = chat.owner_id === undefined ? undefined : idsFor(store, app, chat.owner_id);
	return {
		avatar,
		name: chat.name,
		description: chat.description,
		i18n_names,
		...rest,
		restricted_mode_setting,
		owner_id,
	};
};

/** open_ids of those who may write in the group from now on, or may no longer. */
export interface Moderators {
	added: readonly string[];
	removed: readonly string[];
}

const moderatorsFor = (store: Store, app: App, { added, removed }: Moderators) => {
	const listed = (ids: readonly string[]) =>
		ids.map((id) => ({ tenant_key: store.tenantKey, user_id: idsFor(store, app, id) }));
	return {
		moderator_list: {
			...(added.length > 0 && { added_member_list: listed(added) }),
			...(removed.length > 0 && { removed_member_list: listed(removed) }),
		},
	};
};

/** im.chat.updated_v1 with what is different, to every bot of the group. */
export function pushChatUpdated(
	outlet: Outlet,
	before: Chat,
	after: Chat,
	operator: Sender,
	moderators?: Moderators,
): void {
	noteChanges(outlet.store, before, after, operator);
	const listed = moderators && moderators.added.length + moderators.removed.length > 0 ? moderators : undefined;
	const bots = listed ? after.bots : changedBots(outlet, before, after);
	toBots(outlet, bots, 'im.chat.updated_v1', (app) => {
		const [old, fresh] = [described(outlet.store, app, before), described(outlet.store, app, after)];
		const changed = changedKeys(old, fresh);
		const pick = (all: Record<string, unknown>) => Object.fromEntries(changed.map((key) => [key, all[key]]));
		const { name: _name, i18n_names: _names, ...common } = head(outlet.store, app, after, operator);
		return {
			...common,
			after_change: pick(fresh),
			before_change: pick(old),
			...(listed && moderatorsFor(outlet.store, app, listed)),
		};
	});
}

function noteChanges(store: Store, before: Chat, after: Chat, operator: Sender): void {
	if (before.name !== after.name) note(store, 'renamed', after, operator);
	if (after.owner_id !== undefined && before.owner_id !== after.owner_id)
		note(store, 'newOwner', after, operator, [after.owner_id]);
}

const changedKeys = (old: Record<string, unknown>, fresh: Record<string, unknown>) =>
	Object.keys(fresh).filter((key) => JSON.stringify(old[key]) !== JSON.stringify(fresh[key]));

/** The bots of the group, if there is anything to tell them. */
function changedBots({ store }: Outlet, before: Chat, after: Chat): readonly string[] {
	return after.bots.filter((id) => {
		const app = store.apps.get(id);
		return app && changedKeys(described(store, app, before), described(store, app, after)).length > 0;
	});
}

/** im.chat.disbanded_v1 to every bot that was in the group. */
export function pushDisbanded(outlet: Outlet, chat: Chat, operator: Sender): void {
	toBots(outlet, chat.bots, 'im.chat.disbanded_v1', (app) => head(outlet.store, app, chat, operator));
}

/** im.chat.member.user.added_v1, …deleted_v1 or …withdrawn_v1 to every bot of the group. */
export function pushPeople(
	outlet: Outlet,
	what: 'added' | 'deleted' | 'withdrawn',
	chat: Chat,
	operator: Sender,
	openIds: readonly string[],
): void {
	if (openIds.length === 0) return;
	const { store } = outlet;
	noteMembers(store, what, chat, operator, openIds);
	toBots(outlet, chat.bots, `im.chat.member.user.${what}_v1`, (app) => ({
		...head(store, app, chat, operator),
		users: openIds.map((id) => ({
			name: store.contact.users.get(id)?.name ?? '',
			tenant_key: store.tenantKey,
			user_id: idsFor(store, app, id),
		})),
	}));
}

/** im.chat.member.bot.added_v1 or …deleted_v1 to the bots themselves. */
export function pushBots(
	outlet: Outlet,
	what: 'added' | 'deleted',
	chat: Chat,
	operator: Sender,
	appIds: readonly string[],
): void {
	noteMembers(outlet.store, what, chat, operator, appIds);
	tellBots(outlet, what, chat, operator, appIds);
}

/** The same of a group that is made with them, which says so itself. */
export function tellBots(
	outlet: Outlet,
	what: 'added' | 'deleted',
	chat: Chat,
	operator: Sender,
	appIds: readonly string[],
): void {
	toBots(outlet, appIds, `im.chat.member.bot.${what}_v1`, (app) => head(outlet.store, app, chat, operator));
}
