import { groupOf } from '../../state/chats';
import { PlatformError } from '../../platform/envelope';
import { hasScope } from '../../platform/scopes';
import type { App } from '../../state/apps';
import type { Chat } from '../../state/chats';
import { isIn, isOwner, openIdOf, type Operator } from '../../state/operator';
import type { Store } from '../../state/store';

export const invalidChatParam = (detail: string) =>
	new PlatformError(232001, `Your request contains an invalid request parameter, ext=${detail}.`);
export const dissolvedChat = () =>
	new PlatformError(232009, 'Your request specifies a chat which has already been dissolved.');
export const unsupportedChat = () =>
	new PlatformError(232008, 'Your request specifies a chat whose type is NOT supported currently.');
const outOfChat = () => new PlatformError(232011, 'Operator can NOT be out of the chat.');
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

/** The same, and 232011 unless the caller is in it. */
export function joinedChat(store: Store, by: Operator, id: string | undefined): Chat {
	const chat = chatById(store, id);
	if (!isIn(chat, by)) throw outOfChat();
	return chat;
}

/** The same, and 232008 for a conversation of two. */
export function joinedGroup(store: Store, by: Operator, id: string | undefined): Chat {
	const chat = joinedChat(store, by, id);
	if (chat.chat_type === 'p2p') throw unsupportedChat();
	return chat;
}

/** The owner, or the bot that made the group and has the scope for it. */
export const isOwnerOrCreator = (chat: Chat, by: Operator) =>
	isOwner(chat, by) ||
	(!by.user && groupOf(chat).creator === by.app.app_id && hasScope(by, ['im:chat:operate_as_owner']));

const isNamedManager = (chat: Chat, { app, user }: Operator) =>
	user ? groupOf(chat).managers.includes(user.open_id) : groupOf(chat).bot_managers.includes(app.app_id);

export const isManager = (chat: Chat, by: Operator) => isOwnerOrCreator(chat, by) || isNamedManager(chat, by);

/** Whether a setting of who may do something lets the caller do it. */
export const allows = (setting: string, chat: Chat, by: Operator) => setting !== 'only_owner' || isManager(chat, by);

const MUTED = {
	forbidden: [230035, 'Send Message Permission deny.'],
	groupSettings: [230018, 'These operations are NOT allowed at current group settings.'],
} as const;

/**
 * A group's settings may let only others write: then the owner, those who manage it, and those on its list.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/create
 */
export function requireSpeech({ settings: answers }: Store, chat: Chat, by: Operator): void {
	if (chat.chat_type === 'p2p') return;
	const { settings, moderators } = groupOf(chat);
	if (settings.moderation_permission === 'all_members') return;
	const isListed = settings.moderation_permission === 'moderator_list' && moderators.includes(openIdOf(by));
	const mayAsMaker = answers.makerInMutedGroup === 'speaks' && isOwnerOrCreator(chat, by);
	if (isOwner(chat, by) || isNamedManager(chat, by) || isListed || mayAsMaker) return;
	const [code, words] = MUTED[answers.mutedGroup];
	throw new PlatformError(code, words);
}

/** 230018 for calling everybody where only those who run the group may. `content` is what the message says. */
export function requireAtAll(chat: Chat, by: Operator, content: string): void {
	if (chat.chat_type === 'p2p' || !/@_all\b/.test(content)) return;
	if (!allows(groupOf(chat).settings.at_all_permission, chat, by))
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
