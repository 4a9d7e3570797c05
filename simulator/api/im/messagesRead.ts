import { BOTH } from '../../gateway/tokens';
import { isIn, isSender, type Operator } from '../../state/operator';
import { PlatformError } from '../../platform/envelope';
import { USER_ID_TYPES, type UserIdType } from '../../platform/ids';
import { page } from '../../platform/paging';
import { flag, integer, oneOf, required, text, texts, withDefault } from '../../platform/validate';
import type { Message } from '../../state/messages';
import type { Store } from '../../state/store';
import { invalidContent } from '../../content/contentErrors';
import { defineRoute } from '../../gateway/route';
import { chatOf, notInChat, reachableMessage } from './access';
import { requireReadScope } from './messageScopes';
import { messageView, type MessageViewOptions } from './messageViews';

const SCOPES = ['im:message', 'im:message:readonly'];
/** Messages of a page. */
const MAX_PAGE = 50;
const WEEK_MS = 7 * 86_400_000;
const userIdType = withDefault(oneOf(USER_ID_TYPES), 'open_id');
const cardContent = oneOf(['user_card_content', 'raw_card_content']);

/** Messages of a container, oldest first. A chat shows only the roots of its threads. */
const CONTAINERS: Record<'chat' | 'thread', (store: Store, by: Operator, id: string) => Message[]> = {
	chat(store, by, id) {
		const chat = store.im.chats.get(id);
		if (!chat) throw invalidContent('invalid container_id');
		if (!isIn(chat, by)) throw notInChat();
		requireReadScope(by, chat);
		return [...store.im.messages.values()].filter(
			(message) =>
				message.chat_id === id &&
				message.visible_to === undefined &&
				(message.thread_id === undefined || message.root_id === undefined),
		);
	},
	thread(store, by, id) {
		const messages = [...store.im.messages.values()].filter((message) => message.thread_id === id);
		const chat = messages[0] && store.im.chats.get(messages[0].chat_id);
		if (!chat) throw invalidContent('invalid container_id');
		if (!isIn(chat, by)) throw notInChat();
		requireReadScope(by, chat);
		return messages;
	},
};

const viewOptions = (query: {
	user_id_type?: UserIdType;
	card_msg_content_type?: MessageViewOptions['cardContent'];
	with_sender_name?: boolean;
}): MessageViewOptions => ({
	...(query.user_id_type && { userIdType: query.user_id_type }),
	reading: true,
	cardContent: query.card_msg_content_type,
	senderName: query.with_sender_name,
});

/** Seconds, as text; 230001 when it is something else (milliseconds included). */
function seconds(name: string, value: string | undefined): number | undefined {
	if (value === undefined || value === '') return undefined;
	if (!/^\d{1,10}$/.test(value)) throw invalidContent(`invalid ${name}`);
	return Number(value);
}

/** One of the values that there are; 230001 for another. */
function known<T extends string>(name: string, value: string, values: readonly T[]): T {
	const found = values.find((one) => one === value);
	if (found === undefined) throw invalidContent(`invalid ${name}`);
	return found;
}

export const messageReadRoutes = [
	defineRoute({
		method: 'GET',
		path: '/open-apis/im/v1/messages',
		tokens: BOTH,
		scopes: [...SCOPES, 'im:message.history:readonly'],
		query: {
			// The endpoint knows their values, the gateway only that they are there.
			container_id_type: required(text()),
			container_id: required(text()),
			start_time: text(),
			end_time: text(),
			sort_type: withDefault(text(), 'ByCreateTimeAsc'),
			page_size: withDefault(integer(), 20),
			page_token: text(),
			card_msg_content_type: cardContent,
			only_thread_root_messages: flag(),
			with_sender_name: flag(),
		},
		handle({ platform: { store }, by, query }) {
			const container = known('container_id_type', query.container_id_type, ['chat', 'thread'] as const);
			const sort = known('sort_type', query.sort_type, ['ByCreateTimeAsc', 'ByCreateTimeDesc'] as const);
			if (query.page_size < 1 || query.page_size > MAX_PAGE) throw invalidContent('The page_size exceeds the limit');
			const from = seconds('start_time', query.start_time);
			const to = seconds('end_time', query.end_time);
			if (container === 'thread' && (from !== undefined || to !== undefined))
				throw invalidContent('thread does not support start_time and end_time');
			if (from !== undefined && to !== undefined && from > to)
				throw invalidContent('The end_time is earlier than the start_time');
			const all = CONTAINERS[container](store, by, query.container_id).filter(
				({ create_time: time, root_id: root }) =>
					!(query.only_thread_root_messages && root !== undefined) &&
					(from === undefined || time >= from * 1000) &&
					(to === undefined || time < (to + 1) * 1000),
			);
			if (sort === 'ByCreateTimeDesc') all.reverse();
			const { page_token: token, page_size: size, card_msg_content_type: _card, ...rest } = query;
			const options = { ...viewOptions(query), inHistory: true };
			const { items, ...more } = page(all, {
				size,
				token,
				scope: JSON.stringify(rest),
				uneven: store.settings.pages === 'uneven',
				invalidToken: () => invalidContent('the request parameters have changed, page_token is invalid'),
			});
			return {
				data: {
					...more,
					items: items.map((message) => messageView(store, by.app, message, options)),
				},
			};
		},
	}),
	// In no page; the official plugin reads with it. What can't be read is left out.
	defineRoute({
		method: 'GET',
		path: '/open-apis/im/v1/messages/mget',
		tokens: BOTH,
		scopes: SCOPES,
		query: {
			message_ids: required(texts({ min: 1, max: 50 })),
			user_id_type: userIdType,
			card_msg_content_type: cardContent,
			with_sender_name: flag(),
		},
		handle({ platform: { store }, by, query }) {
			const found = query.message_ids
				.map((id) => store.im.messages.get(id))
				.filter((message) => message !== undefined && isIn(chatOf(store, message), by));
			const options = viewOptions(query);
			return {
				data: {
					items: found.map((message) => {
						requireReadScope(by, chatOf(store, message as Message));
						return messageView(store, by.app, message as Message, options);
					}),
				},
			};
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/im/v1/messages/:message_id',
		tokens: BOTH,
		scopes: SCOPES,
		query: { user_id_type: userIdType, card_msg_content_type: cardContent, with_sender_name: flag() },
		handle({ platform: { store }, by, params, query }) {
			const { message, chat } = reachableMessage(store, by, params.message_id ?? '');
			requireReadScope(by, chat);
			const options = viewOptions(query);
			return {
				data: {
					items: [message, ...(message.children ?? [])].map((item) => messageView(store, by.app, item, options)),
				},
			};
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/im/v1/messages/:message_id/read_users',
		tokens: BOTH,
		scopes: [...SCOPES, 'im:message:basic', 'im:message:get_as_user'],
		query: {
			user_id_type: required(oneOf(USER_ID_TYPES)),
			page_size: withDefault(integer({ min: 1, max: 100 }), 20),
			page_token: text(),
		},
		handle({ platform: { store, clock }, by, params, query }) {
			const { message } = reachableMessage(store, by, params.message_id ?? '');
			if (!isSender(message, by)) throw new PlatformError(230012, 'Bot is NOT the sender of the message.');
			if (clock.now() - message.create_time > WEEK_MS)
				throw new PlatformError(230033, 'The message was sent more than 7 days ago.');
			const { items, ...more } = page(message.read_by, {
				size: query.page_size,
				token: query.page_token,
				scope: message.message_id,
				invalidToken: () => invalidContent('invalid page_token'),
			});
			return {
				data: {
					...more,
					items: items.map(({ open_id, time }) => ({
						user_id_type: query.user_id_type,
						user_id: store.directory.idFor(by.app, open_id, query.user_id_type),
						timestamp: String(time),
						tenant_key: store.tenantKey,
					})),
				},
			};
		},
	}),
];
