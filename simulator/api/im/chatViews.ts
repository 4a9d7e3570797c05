import { groupOf } from '../../state/chats';
import type { UserIdType } from '../../platform/ids';
import type { Chat } from '../../state/chats';
import type { Viewer } from '../../state/directory';
import type { Store } from '../../state/store';

const avatar = (chat: Chat) => `https://example.com/avatar/${chat.group?.avatar ?? chat.chat_id}.png`;

/** The owner is left out when it is a bot, as on the platform. */
const owner = (store: Store, app: Viewer, chat: Chat, idType: UserIdType) =>
	chat.owner_id === undefined || !store.contact.users.has(chat.owner_id)
		? {}
		: { owner_id: store.directory.idFor(app, chat.owner_id, idType), owner_id_type: idType };

/** A group in the lists. */
export const listed = (store: Store, app: Viewer, chat: Chat, idType: UserIdType) => ({
	chat_id: chat.chat_id,
	avatar: avatar(chat),
	name: chat.name,
	description: chat.description,
	...owner(store, app, chat, idType),
	external: chat.external ?? false,
	tenant_key: store.tenantKey,
	chat_status: 'normal',
});

/** A conversation of two in the list that asks for them: with whom it is. */
export const listedPair = (store: Store, app: Viewer, chat: Chat, idType: UserIdType) => ({
	...listed(store, app, chat, idType),
	chat_mode: 'p2p',
	p2p_target_type: 'user',
	p2p_target_id: store.directory.idFor(app, chat.members[0] ?? '', idType),
});

/** What someone outside the group may see, and what is left of one that was disbanded. */
export const outline = (store: Store, chat: Chat) => ({
	avatar: avatar(chat),
	name: chat.name,
	user_count: String(chat.members.length),
	bot_count: String(chat.bots.length),
	chat_status: store.im.dissolved.has(chat.chat_id) ? 'dissolved' : 'normal',
});

/** What a conversation of two has none of. */
function settingsOf(chat: Chat) {
	const { settings } = groupOf(chat);
	if (chat.chat_type === 'group') return settings;
	return { chat_mode: settings.chat_mode };
}

/** What creating a group answers, and part of what getting it does. */
export const described = (store: Store, app: Viewer, chat: Chat, idType: UserIdType) => ({
	avatar: avatar(chat),
	name: chat.name,
	description: chat.description,
	i18n_names: groupOf(chat).i18n_names,
	...owner(store, app, chat, idType),
	...settingsOf(chat),
	chat_tag: 'inner',
	external: chat.external ?? false,
	tenant_key: store.tenantKey,
});

export const detail = (store: Store, app: Viewer, chat: Chat, idType: UserIdType) => ({
	...outline(store, chat),
	...described(store, app, chat, idType),
	user_manager_id_list: groupOf(chat).managers.map((id) => store.directory.idFor(app, id, idType)),
	bot_manager_id_list: groupOf(chat).bot_managers,
});
