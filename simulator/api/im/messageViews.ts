import type { UserIdType } from '../../platform/ids';
import type { Viewer } from '../../state/directory';
import type { Message } from '../../state/messages';
import type { Sender } from '../../state/sender';
import type { Store } from '../../state/store';

export interface MessageViewOptions {
	userIdType?: UserIdType;
	/** `card_msg_content_type`: the card as it was sent, or as it is kept. */
	cardContent?: 'user_card_content' | 'raw_card_content';
	/** Whether somebody reads it, rather than being told what was sent. */
	reading?: boolean;
	/** A list of messages says that one was recalled; by itself it has no content. */
	inHistory?: boolean;
	/** The sender's name in all languages. */
	senderName?: boolean;
}

function senderView(store: Store, app: Viewer, sender: Sender, idType: UserIdType, named = false) {
	const isUser = sender.sender_type === 'user';
	const bot = isUser ? undefined : store.apps.get(sender.id);
	return {
		id: isUser ? store.directory.idFor(app, sender.id, idType) : sender.id,
		id_type: isUser ? idType : sender.id_type,
		sender_type: sender.sender_type,
		tenant_key: sender.sender_type === '' ? '' : store.tenantKey,
		...(bot && { open_bot_id: store.directory.openIdFor(app, bot.bot_open_id) }),
		...(named && { sender_i18n_names: { zh_cn: store.nameOf(sender), en_us: store.nameOf(sender) } }),
	};
}

/** A bot has an open_id, and where ids of other types are asked for, its App ID. */
function mentioned(store: Store, app: Viewer, openId: string, idType: UserIdType) {
	const bot = store.apps.byBot(openId);
	return bot && idType !== 'open_id'
		? { id: bot.app_id, id_type: 'app_id', mentioned_type: 'bot' }
		: { id: store.directory.idFor(app, openId, idType), id_type: idType, mentioned_type: bot ? 'bot' : 'user' };
}

/** The place of a message in its chat, and in its thread, counted from 1. */
function position(store: Store, { message_id: id, chat_id: chatId, thread_id: threadId }: Message) {
	const all = [...store.im.messages.values()].filter((message) => message.chat_id === chatId);
	const inThread = threadId === undefined ? [] : all.filter((message) => message.thread_id === threadId);
	const placeIn = (messages: readonly Message[]) => messages.findIndex((message) => message.message_id === id) + 1;
	return {
		message_position: String(placeIn(all)),
		...(threadId !== undefined && { thread_message_position: String(placeIn(inThread)) }),
	};
}

/** A card of the newer schema has no reduced form. */
const UPDATE_CLIENT = JSON.stringify({
	title: null,
	elements: [[{ tag: 'text', text: '请升级至最新版本客户端，以查看内容' }]],
});

/** Cards come in the reduced form that reading gives, unless the query asks for more. */
function contentOf(
	{ settings }: Store,
	{ card, content, read_back: readBack }: Message,
	{ cardContent, reading = false }: MessageViewOptions,
): string {
	if (!card) return readBack ?? content;
	if (cardContent === undefined) {
		const isUnread = reading && card.schema === '2.0' && settings.newCards === 'unread';
		return isUnread ? UPDATE_CLIENT : (readBack ?? content);
	}
	if (cardContent === 'user_card_content') return JSON.stringify(card);
	const schema = card.schema === '2.0' ? 2 : 1;
	return JSON.stringify({ json_card: JSON.stringify(card), json_attachment: '{}', card_schema: schema });
}

/** A message as send, reply, edit, get and history answer it. Source: …/im-v1/message/get */
export function messageView(store: Store, app: Viewer, message: Message, options: MessageViewOptions = {}) {
	const { userIdType = 'open_id', senderName, inHistory = false } = options;
	return {
		message_id: message.message_id,
		root_id: message.root_id,
		parent_id: message.parent_id,
		thread_id: message.thread_id,
		upper_message_id: message.upper_message_id,
		msg_type: message.msg_type,
		create_time: String(message.create_time),
		update_time: String(message.update_time),
		deleted: message.deleted,
		updated: message.updated,
		chat_id: message.chat_id,
		sender: senderView(store, app, message.sender, userIdType, senderName),
		...position(store, message),
		body:
			message.deleted && !inHistory
				? {}
				: { content: message.deleted ? 'This message was recalled' : contentOf(store, message, options) },
		mentions:
			message.mentions.length === 0 || message.deleted
				? undefined
				: message.mentions.map(({ key, open_id, name }) => ({
						key,
						...mentioned(store, app, open_id, userIdType),
						name,
						tenant_key: store.tenantKey,
					})),
	};
}
