import { BOTH } from '../../gateway/tokens';
import { senderOf } from '../../state/operator';
import { acceptContent } from '../../content';
import { invalidContent } from '../../content/contentErrors';
import { pushMessage } from '../../events/messageEvents';
import type { Platform } from '../../gateway/platform';
import { newId } from '../../platform/ids';
import { flag, oneOf, required, text } from '../../platform/validate';
import type { Message } from '../../state/messages';
import type { Store } from '../../state/store';
import { defineRoute } from '../../gateway/route';
import { reachableMessage, recalled, unsupportedType } from './access';
import { requireAtAll, requireSpeech } from './chatAccess';
import { RECEIVE_ID_TYPES, resolveReceiver } from './receivers';
import { once } from './uuid';
import { requireSendScope } from './messageScopes';
import { messageView } from './messageViews';

const SCOPES = ['im:message', 'im:message:send_as_bot', 'im:message:send'];

/** Where a reply stands: under the root of its tree, and inside the thread if there is or shall be one. */
function placeOfReply(
	store: Store,
	parent: Message,
	inThread: boolean,
): Pick<Message, 'root_id' | 'parent_id' | 'thread_id'> {
	const root = store.im.messages.get(parent.root_id ?? parent.message_id) ?? parent;
	if (inThread && root.thread_id === undefined) root.thread_id = newId.thread();
	const threadId = root.thread_id;
	return {
		root_id: root.message_id,
		parent_id: threadId === undefined ? parent.message_id : root.message_id,
		thread_id: threadId,
	};
}

/** Other bots that are named in it hear of it. */
function written({ store, push }: Platform, ...args: Parameters<Store['im']['addMessage']>): Message {
	const message = store.im.addMessage(...args);
	pushMessage({ store, push }, message);
	return message;
}

export const messageSendRoutes = [
	defineRoute({
		method: 'POST',
		path: '/open-apis/im/v1/messages',
		tokens: BOTH,
		scopes: SCOPES,
		query: { receive_id_type: required(oneOf(RECEIVE_ID_TYPES)) },
		body: {
			receive_id: required(text()),
			msg_type: required(text()),
			content: required(text(), { allowEmpty: true }),
			uuid: text({ max: 50 }),
		},
		handle({ platform, by, query, body }) {
			const { store } = platform;
			requireSendScope(by, body.msg_type);
			const { chat } = resolveReceiver(store, by, query.receive_id_type, body.receive_id);
			const message = once(platform, by, `send ${chat.chat_id}`, body.uuid, () => {
				const accepted = acceptContent(store, { ...by, chat, msgType: body.msg_type, content: body.content });
				requireAtAll(chat, by, accepted.content);
				platform.rate.countReceiver(chat.chat_id);
				return written(platform, chat, { msg_type: body.msg_type, sender: senderOf(by), ...accepted });
			});
			return { data: messageView(store, by.app, message) };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/open-apis/im/v1/messages/:message_id/reply',
		tokens: BOTH,
		scopes: SCOPES,
		body: {
			msg_type: required(text()),
			content: required(text(), { allowEmpty: true }),
			reply_in_thread: flag(),
			uuid: text({ max: 50 }),
		},
		handle({ platform, by, params, body }) {
			const { store } = platform;
			requireSendScope(by);
			const { message: parent, chat } = reachableMessage(store, by, params.message_id ?? '');
			if (parent.deleted) throw recalled();
			if (parent.msg_type === 'system') throw unsupportedType();
			if (body.msg_type === 'system') throw invalidContent('invalid msg_type');
			requireSpeech(store, chat, by);
			const message = once(platform, by, `reply ${parent.message_id}`, body.uuid, () => {
				const accepted = acceptContent(store, { ...by, chat, msgType: body.msg_type, content: body.content });
				requireAtAll(chat, by, accepted.content);
				platform.rate.countReceiver(chat.chat_id);
				const place = placeOfReply(store, parent, body.reply_in_thread ?? false);
				return written(platform, chat, { msg_type: body.msg_type, sender: senderOf(by), ...place, ...accepted });
			});
			return { data: messageView(store, by.app, message) };
		},
	}),
];
