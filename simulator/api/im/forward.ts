import { BOTH } from '../../gateway/tokens';
import { isIn, senderOf, type Operator } from '../../state/operator';
import { PlatformError } from '../../platform/envelope';
import { invalidContent } from '../../content/contentErrors';
import { newId } from '../../platform/ids';
import type { Platform } from '../../gateway/platform';
import { oneOf, required, text, texts } from '../../platform/validate';
import type { Message } from '../../state/messages';
import { defineRoute } from '../../gateway/route';
import { chatOf, messageDeleted, notInChat, reachableMessage } from './access';
import { FORWARD_ID_TYPES, type Receiver, type ReceiveIdType, resolveReceiver } from './receivers';
import { once } from './uuid';
import { messageView } from './messageViews';

const SCOPES = ['im:message', 'im:message:send_as_bot'];
const QUERY = { receive_id_type: required(oneOf(FORWARD_ID_TYPES)), uuid: text({ max: 50 }) };
/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/forward */
const NOT_FORWARDED = ['system', 'audio', 'hongbao', 'vote', 'share_calendar_event'];
const MERGED = 'Merged and Forwarded Message';

/** Cards say themselves whether they can be, and not while they stream. */
function isForwarded({ msg_type: type, visible_to: viewer, card }: Message): boolean {
	const { enable_forward: may, streaming_mode: streams } = (card?.config ?? {}) as Record<string, unknown>;
	return viewer === undefined && !NOT_FORWARDED.includes(type) && may !== false && streams !== true;
}

const place = ({ thread }: Receiver) =>
	thread ? { root_id: thread.message_id, parent_id: thread.message_id, thread_id: thread.thread_id } : {};

function forward(
	platform: Platform,
	by: Operator,
	target: { idType: ReceiveIdType; id: string; uuid?: string; what: string },
	fields: Pick<Message, 'msg_type' | 'content'> & Partial<Message>,
): Message {
	const receiver = resolveReceiver(platform.store, by, target.idType, target.id, 'forward');
	return once(platform, by, `${target.what} ${target.id}`, target.uuid, () => {
		platform.rate.countReceiver(receiver.chat.chat_id);
		return platform.store.im.addMessage(receiver.chat, { ...fields, sender: senderOf(by), ...place(receiver) });
	});
}

const childrenOf = (merged: Message, messages: readonly Message[]): Message[] =>
	messages.map((original) => ({
		...original,
		message_id: newId.message(),
		upper_message_id: merged.message_id,
		reactions: [],
	}));

/** The messages of a thread, its root first; 230064 when there is none, 230110 when the root was recalled. */
function threadMessages(platform: Platform, by: Operator, threadId: string): Message[] {
	const { store } = platform;
	const messages = [...store.im.messages.values()].filter((message) => message.thread_id === threadId);
	const [root] = messages;
	if (!root) throw new PlatformError(230064, 'The thread to be forwarded is invalid.');
	if (!isIn(chatOf(store, root), by)) throw notInChat();
	if (root.deleted) throw messageDeleted();
	return messages.filter((message) => !message.deleted);
}

/** The messages that can go into a merged forward, in the order of history, and the ids that cannot. */
function gather(platform: Platform, by: Operator, ids: readonly string[]): { messages: Message[]; invalid: string[] } {
	const { store } = platform;
	const known = ids.map((id) => store.im.messages.get(id)).filter((message) => message !== undefined);
	const messages = known
		.filter((message) => !message.deleted && isForwarded(message))
		.sort((a, b) => a.create_time - b.create_time);
	if (known.length > 0 && known.every((message) => message.deleted))
		throw new PlatformError(230065, 'All messages to be forwarded have been recalled.');
	const first = messages[0];
	// Some are known, and of a kind that is not forwarded.
	if (!first && known.length > 0) throw invalidContent('no valid message to forward');
	if (!first) throw new PlatformError(230064, 'All messages to be forwarded are invalid.');
	if (messages.some((message) => message.chat_id !== first.chat_id))
		throw new PlatformError(230069, 'Does not support forwarding messages from different groups.');
	if (!isIn(chatOf(store, first), by)) throw notInChat();
	const threads = new Set(messages.map((message) => (message.root_id === undefined ? undefined : message.thread_id)));
	if (threads.size > 1)
		throw new PlatformError(230067, 'Messages in a thread can not be forwarded together with other messages.');
	return { messages, invalid: ids.filter((id) => !messages.some((message) => message.message_id === id)) };
}

export const forwardRoutes = [
	defineRoute({
		method: 'POST',
		path: '/open-apis/im/v1/messages/:message_id/forward',
		tokens: BOTH,
		scopes: SCOPES,
		query: QUERY,
		body: { receive_id: required(text()) },
		handle({ platform, by, params, query, body }) {
			const { message } = reachableMessage(platform.store, by, params.message_id ?? '');
			if (message.deleted) throw new PlatformError(230065, 'All messages to be forwarded have been recalled.');
			if (!isForwarded(message)) throw new PlatformError(230061, 'This type of message does not support forwarding.');
			const target = {
				idType: query.receive_id_type,
				id: body.receive_id,
				uuid: query.uuid,
				what: `forward ${message.message_id}`,
			};
			const { msg_type, content, read_back, card, shown, mentions, children } = message;
			return {
				data: messageView(
					platform.store,
					by.app,
					forward(platform, by, target, { msg_type, content, read_back, card, shown, mentions, children }),
				),
			};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/open-apis/im/v1/messages/merge_forward',
		scopes: SCOPES,
		query: QUERY,
		body: { receive_id: required(text()), message_id_list: required(texts({ min: 1, max: 100 })) },
		handle({ platform, by, query, body }) {
			const { messages, invalid } = gather(platform, by, body.message_id_list);
			const target = { idType: query.receive_id_type, id: body.receive_id, uuid: query.uuid, what: 'merge_forward' };
			const message = forward(platform, by, target, {
				msg_type: 'merge_forward',
				content: MERGED,
			});
			message.children ??= childrenOf(message, messages);
			return { data: { message: messageView(platform.store, by.app, message), invalid_message_id_list: invalid } };
		},
	}),
	/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/thread/forward */
	defineRoute({
		method: 'POST',
		path: '/open-apis/im/v1/threads/:thread_id/forward',
		tokens: BOTH,
		scopes: SCOPES,
		query: QUERY,
		body: { receive_id: required(text()) },
		handle({ platform, by, params, query, body }) {
			const threadId = params.thread_id ?? '';
			const messages = threadMessages(platform, by, threadId);
			const target = {
				idType: query.receive_id_type,
				id: body.receive_id,
				uuid: query.uuid,
				what: `forward thread ${threadId}`,
			};
			const message = forward(platform, by, target, { msg_type: 'merge_forward', content: MERGED });
			message.children ??= childrenOf(message, messages);
			return { data: messageView(platform.store, by.app, message) };
		},
	}),
];
