import { groupOf } from '../../state/chats';
import { PlatformError } from '../../platform/envelope';
import { hasScope } from '../../platform/scopes';
import type { App } from '../../state/apps';
import type { Chat } from '../../state/chats';
import type { Store } from '../../state/store';

export const invalidChatParam = (detail: string) =>
	new PlatformError(232001, `Your request contains an invalid request parameter, ext=${detail}.`);
export const dissolvedChat = () =>
	new PlatformError(232009, 'Your request specifies a chat which has already been dissolved.');
export const unsupportedChat = () =>
	new PlatformError(232008, 'Your request specifies a chat whose type is NOT supported currently.');
export const outOfChat = () => new PlatformError(232011, 'Operator can NOT be out of the chat.');
export const noValidMembers = () =>
	new PlatformError(232027, 'There are no valid members in the ID list specified in your request.');
export const notOwnerOrCreator = () =>
	new PlatformError(
		232017,
		'No Permission: If the operator is NOT owner or creator with the scope, the operator can NOT complete the request.',
	);

/** A chat; 232006 when there is none, 232009 when it was disbanded. */
export function chatById(store: Store, id: string | undefined): Chat {
	const chat = store.im.chats.get(id ?? '');
	if (chat) return chat;
	if (store.im.dissolved.has(id ?? '')) throw dissolvedChat();
	throw new PlatformError(232006, 'Your request specifies a chat_id which is invalid.');
}

/** The same, and 232011 unless the app's bot is in it. */
export function joinedChat(store: Store, app: App, id: string | undefined): Chat {
	const chat = chatById(store, id);
	if (!chat.bots.includes(app.app_id)) throw outOfChat();
	return chat;
}

/** The same, and 232008 for a conversation of two. */
export function joinedGroup(store: Store, app: App, id: string | undefined): Chat {
	const chat = joinedChat(store, app, id);
	if (chat.chat_type === 'p2p') throw unsupportedChat();
	return chat;
}

export const isOwner = (chat: Chat, app: App) => chat.owner_id === app.bot_open_id;

/** The owner, or the bot that made the group and has the scope for it. */
export const isOwnerOrCreator = (chat: Chat, app: App) =>
	isOwner(chat, app) || (groupOf(chat).creator === app.app_id && hasScope(app, ['im:chat:operate_as_owner']));

export const isManager = (chat: Chat, app: App) =>
	isOwnerOrCreator(chat, app) || groupOf(chat).bot_managers.includes(app.app_id);

/** Whether a setting of who may do something lets the app's bot do it. */
export const allows = (setting: string, chat: Chat, app: App) => setting !== 'only_owner' || isManager(chat, app);

/**
 * 230018 where the group's settings let only others write.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/create
 */
export function requireSpeech(chat: Chat, app: App): void {
	if (chat.chat_type === 'p2p') return;
	if (groupOf(chat).settings.moderation_permission !== 'all_members' && !isManager(chat, app))
		throw new PlatformError(230018, 'These operations are NOT allowed at current group settings.');
}

/** 232056 for a picture that another app uploaded, `illegal` for one that nobody did. */
export function requireOwnImage(store: Store, app: App, key: string | undefined, illegal: () => PlatformError): void {
	if (key === undefined || key === '') return;
	const image = store.im.images.get(key);
	if (!image) throw illegal();
	if (image.app_id !== undefined && image.app_id !== app.app_id)
		throw new PlatformError(232056, "The operator is not the image's owner, no permission to complete the request.");
}
