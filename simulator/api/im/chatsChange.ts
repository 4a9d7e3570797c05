import { BOTH } from '../../gateway/tokens';
import { senderOf, type Operator } from '../../state/operator';
import { pushChatUpdated, pushDisbanded } from '../../events/chatEvents';
import { groupOf } from '../../state/chats';
import { PlatformError } from '../../platform/envelope';
import { USER_ID_TYPES, type UserIdType } from '../../platform/ids';
import { oneOf, text, withDefault } from '../../platform/validate';
import type { Chat } from '../../state/chats';
import type { Store } from '../../state/store';
import { defineRoute } from '../../gateway/route';

import { invalidChatParam, isManager, isOwnerOrCreator, joinedGroup, notOwnerOrCreator } from './chatAccess';
import { checkAvatar, INFO, onlyGiven, PERMISSIONS, SETTINGS, settingsOf } from './chatFields';

const MIN_PUBLIC_NAME = 2;

function checkRights(chat: Chat, by: Operator, changesSettings: boolean): void {
	if (isManager(chat, by)) return;
	if (groupOf(chat).settings.edit_permission === 'only_owner')
		throw new PlatformError(
			232002,
			'No Permission: Only chat owner or admin can edit chat information in the current situation.',
		);
	if (changesSettings) throw new PlatformError(232016, 'Non-chat-owner or Non-chat-admin can only edit certain parts.');
}

function checkName(store: Store, chat: Chat, name: string, isPublic: boolean): void {
	if (!isPublic) return;
	if ([...name].length < MIN_PUBLIC_NAME) throw invalidChatParam('name of a public chat is too short');
	const taken = [...store.im.chats.values()].some(
		(other) => other !== chat && other.name === name && groupOf(other).settings.chat_type === 'public',
	);
	if (taken)
		throw new PlatformError(
			232026,
			'This name is already used in an existing public chat. Names of public chats are supposed to be different.',
		);
}

/** open_id of the person who shall own the group: must exist (232035) and be in it (232012). */
function newOwner(store: Store, by: Operator, chat: Chat, idType: UserIdType, id: string): string {
	const user = store.directory.find(by.app, idType, id);
	if (!user) throw new PlatformError(232035, 'Your request specifies an owner_id which is invalid.');
	if (!chat.members.includes(user.open_id))
		throw new PlatformError(232012, 'New chat owner can NOT be out of the chat.');
	return user.open_id;
}

export const chatChangeRoutes = [
	/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat/update */
	defineRoute({
		method: 'PUT',
		path: '/open-apis/im/v1/chats/:chat_id',
		tokens: BOTH,
		scopes: ['im:chat', 'im:chat:update'],
		query: { user_id_type: withDefault(oneOf(USER_ID_TYPES), 'open_id') },
		body: { ...INFO, ...SETTINGS, ...PERMISSIONS, owner_id: text() },
		handle({ platform, by, params, query, body }) {
			const { store } = platform;
			const chat = joinedGroup(store, by, params.chat_id);
			const { avatar, name, description, i18n_names: names, owner_id: ownerId, ...given } = body;
			const settings = settingsOf(given);
			checkRights(chat, by, Object.keys(settings).length > 0 || Boolean(ownerId));
			checkAvatar(store, by.app, avatar);
			const group = groupOf(chat);
			const isPublic = (settings.chat_type ?? group.settings.chat_type) === 'public';
			checkName(store, chat, name || chat.name, isPublic);
			const owner = ownerId ? newOwner(store, by, chat, query.user_id_type, ownerId) : undefined;
			const before = { ...chat, group: structuredClone(group) };
			if (owner !== undefined) chat.owner_id = owner;
			if (name) chat.name = name;
			if (description !== undefined) chat.description = description;
			if (avatar) group.avatar = avatar;
			Object.assign(group.i18n_names, onlyGiven(names));
			Object.assign(group.settings, settings);
			store.changed();
			pushChatUpdated(platform, before, chat, senderOf(by));
			return { data: {} };
		},
	}),
	/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat/delete */
	defineRoute({
		method: 'DELETE',
		path: '/open-apis/im/v1/chats/:chat_id',
		tokens: BOTH,
		scopes: ['im:chat', 'im:chat:delete'],
		handle({ platform, by, params }) {
			const { store } = platform;
			const chat = joinedGroup(store, by, params.chat_id);
			if (!isOwnerOrCreator(chat, by)) throw notOwnerOrCreator();
			store.im.chats.delete(chat.chat_id);
			store.im.dissolved.set(chat.chat_id, chat);
			store.changed();
			pushDisbanded(platform, chat, senderOf(by));
			return { data: {} };
		},
	}),
];
