import { groupOf } from '../state/chats';
import type { Outlet } from './push';
import type { Chat } from '../state/chats';
import type { Sender } from '../state/sender';
import type { Store } from '../state/store';

function userIds(store: Store, openId: string) {
	const user = store.contact.users.get(openId);
	return user ? { union_id: user.union_id, user_id: user.user_id, open_id: user.open_id } : { open_id: openId };
}

/** Fields that the events of a group share. A bot acts under its own open_id. */
const head = ({ store }: Outlet, chat: Chat, operator: Sender) => ({
	chat_id: chat.chat_id,
	operator_id: userIds(store, store.apps.get(operator.id)?.bot_open_id ?? operator.id),
	external: false,
	operator_tenant_key: store.tenantKey,
	name: chat.name,
	i18n_names: groupOf(chat).i18n_names,
});

function toBots(platform: Outlet, appIds: readonly string[], type: string, event: object): void {
	for (const appId of appIds) if (platform.store.apps.has(appId)) platform.push.event(appId, type, event);
}

const described = (store: Store, chat: Chat): Record<string, unknown> => {
	const { avatar, i18n_names, settings } = groupOf(chat);
	const { restricted_mode_setting, ...rest } = settings;
	const owner_id = chat.owner_id === undefined ? undefined : userIds(store, chat.owner_id);
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

/** im.chat.updated_v1 with what is different, to every bot of the group. */
export function pushChatUpdated(platform: Outlet, before: Chat, after: Chat, operator: Sender): void {
	const [old, fresh] = [described(platform.store, before), described(platform.store, after)];
	const changed = Object.keys(fresh).filter((key) => JSON.stringify(old[key]) !== JSON.stringify(fresh[key]));
	if (changed.length === 0) return;
	const pick = (all: Record<string, unknown>) => Object.fromEntries(changed.map((key) => [key, all[key]]));
	const { name: _name, i18n_names: _names, ...common } = head(platform, after, operator);
	toBots(platform, after.bots, 'im.chat.updated_v1', {
		...common,
		after_change: pick(fresh),
		before_change: pick(old),
	});
}

/** im.chat.disbanded_v1 to every bot that was in the group. */
export function pushDisbanded(platform: Outlet, chat: Chat, operator: Sender): void {
	toBots(platform, chat.bots, 'im.chat.disbanded_v1', head(platform, chat, operator));
}

/** im.chat.member.user.added_v1 or …deleted_v1 to every bot of the group. */
export function pushPeople(
	platform: Outlet,
	what: 'added' | 'deleted',
	chat: Chat,
	operator: Sender,
	openIds: readonly string[],
): void {
	if (openIds.length === 0) return;
	const { store } = platform;
	const users = openIds.map((id) => ({
		name: store.contact.users.get(id)?.name ?? '',
		tenant_key: store.tenantKey,
		user_id: userIds(store, id),
	}));
	toBots(platform, chat.bots, `im.chat.member.user.${what}_v1`, { ...head(platform, chat, operator), users });
}

/** im.chat.member.bot.added_v1 or …deleted_v1 to the bots themselves. */
export function pushBots(
	platform: Outlet,
	what: 'added' | 'deleted',
	chat: Chat,
	operator: Sender,
	appIds: readonly string[],
): void {
	toBots(platform, appIds, `im.chat.member.bot.${what}_v1`, head(platform, chat, operator));
}
