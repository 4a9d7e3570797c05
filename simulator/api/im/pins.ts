import { BOTH } from '../../gateway/tokens';
import { isIn, senderOf, type Operator } from '../../state/operator';
import { invalidContent } from '../../content/contentErrors';
import { type Chat, groupOf } from '../../state/chats';
import type { Pin } from '../../state/im';
import { PlatformError } from '../../platform/envelope';
import { messageById } from '../../state/lookUp';
import { page } from '../../platform/paging';
import type { Platform } from '../../gateway/platform';
import { second } from '../../platform/rate';
import { integer, required, text, withDefault } from '../../platform/validate';
import type { Message } from '../../state/messages';
import { note } from '../../state/systemMessages';
import { defineRoute } from '../../gateway/route';
import { notInChat, recalled, unknownMessage } from './access';
import { allows } from './chatAccess';

const WRITE = ['im:message', 'im:message.pins:write_only', 'im:message:send_as_bot'];
/** Pins and unpins of one message. */
const MESSAGE_LIMIT = [second(5)];

const view = ({ message_id, chat_id, operator, create_time }: Pin) => ({
	message_id,
	chat_id,
	operator_id: operator.id,
	operator_id_type: operator.id_type,
	create_time: String(create_time),
});

/** A message that the bot may pin: 230045 in a group that is gone, 230002 outside, 230046 where only managers may. */
function pinnable({ store, rate }: Platform, by: Operator, id: string | undefined): { message: Message; chat: Chat } {
	const message = messageById(store, id ?? '', unknownMessage);
	const chat = store.im.chats.get(message.chat_id);
	if (!chat) throw new PlatformError(230045, 'The chat not exist.');
	if (!isIn(chat, by)) throw notInChat();
	if (!allows(groupOf(chat).settings.pin_manage_setting, chat, by))
		throw new PlatformError(230046, 'No Permission to Pin/Unpin messages in the chat.');
	if (message.visible_to !== undefined) throw new PlatformError(230050, 'The message is invisible to the operator.');
	if (!rate.allows(`pin ${message.message_id}`, MESSAGE_LIMIT))
		throw new PlatformError(230047, 'Pin/Unpin message trigger message_id limit.');
	return { message, chat };
}

/** Milliseconds, as text. */
function time(name: string, value: string | undefined): number | undefined {
	if (!value) return undefined;
	if (!/^\d{1,16}$/.test(value)) throw invalidContent(`invalid ${name}`);
	return Number(value);
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/pin/create and its neighbors */
export const pinRoutes = [
	defineRoute({
		method: 'POST',
		path: '/open-apis/im/v1/pins',
		tokens: BOTH,
		scopes: WRITE,
		body: { message_id: required(text()) },
		handle({ platform, by, body }) {
			const { store } = platform;
			const { message, chat } = pinnable(platform, by, body.message_id);
			if (message.deleted) throw recalled();
			if (message.msg_type === 'system')
				throw new PlatformError(230054, 'This operation is not supported for this message type.');
			const { message_id, chat_id } = message;
			const isNew = !store.im.pins.has(message_id);
			const pin = store.im.pins.get(message_id) ?? {
				message_id,
				chat_id,
				operator: senderOf(by),
				create_time: store.tick(),
			};
			store.im.pins.set(message_id, pin);
			store.changed();
			if (isNew) note(store, 'pinned', chat, senderOf(by));
			return { data: { pin: view(pin) } };
		},
	}),
	defineRoute({
		method: 'DELETE',
		path: '/open-apis/im/v1/pins/:message_id',
		tokens: BOTH,
		scopes: WRITE,
		handle({ platform, by, params }) {
			const { message } = pinnable(platform, by, params.message_id);
			// Also fine when it is not pinned.
			platform.store.im.pins.delete(message.message_id);
			platform.store.changed();
			return { data: {} };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/im/v1/pins',
		tokens: BOTH,
		scopes: ['im:message', 'im:message.pins:read', 'im:message:readonly'],
		query: {
			chat_id: required(text()),
			start_time: text(),
			end_time: text(),
			page_size: withDefault(integer({ min: 1, max: 50 }), 20),
			page_token: text(),
		},
		handle({ platform: { store }, by, query }) {
			const { chat_id: chatId, page_size: size, page_token: token } = query;
			const chat = store.im.chats.get(chatId);
			if (!chat) throw invalidContent('invalid chat_id');
			if (!isIn(chat, by)) throw notInChat();
			const from = time('start_time', query.start_time);
			const to = time('end_time', query.end_time);
			if (from !== undefined && to !== undefined && from >= to)
				throw invalidContent('start_time is not before end_time');
			const pins = [...store.im.pins.values()]
				.filter((pin) => pin.chat_id === chatId && store.im.messages.get(pin.message_id)?.deleted === false)
				.filter(({ create_time: at }) => (from === undefined || at >= from) && (to === undefined || at <= to))
				.sort((one, other) => other.create_time - one.create_time);
			const { items, ...more } = page(pins, {
				size,
				token,
				scope: JSON.stringify(['pins', chatId, from, to]),
				invalidToken: () => invalidContent('invalid page_token'),
			});
			return { data: { items: items.map(view), ...more } };
		},
	}),
];
