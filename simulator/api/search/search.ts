import { PlatformError } from '../../platform/envelope';
import { USER_ID_TYPES, type UserIdType } from '../../platform/ids';
import { page } from '../../platform/paging';
import { hasScope, USER_ID_SCOPES } from '../../platform/scopes';
import { integer, oneOf, required, text, texts, withDefault } from '../../platform/validate';
import { defineRoute } from '../../gateway/route';
import type { Message } from '../../state/messages';
import { isIn, type Operator } from '../../state/operator';
import type { Store } from '../../state/store';

const invalidPage = () => new PlatformError(1278001, 'param is invalid');

interface Wanted {
	query: string;
	from_ids?: string[];
	chat_ids?: string[];
	at_chatter_ids?: string[];
	message_type?: string;
	from_type?: string;
	chat_type?: string;
	start_time?: string;
	end_time?: string;
}

const seconds = (message: Message) => Math.floor(message.create_time / 1000);

/** Whether a message that the person may read is one of those that are looked for. */
function isWanted(store: Store, by: Operator, message: Message, wanted: Wanted, idType: UserIdType): boolean {
	const chat = store.im.chats.get(message.chat_id);
	if (!chat || !isIn(chat, by) || message.deleted || message.msg_type === 'system') return false;
	const names = (openId: string) => store.directory.idFor(by.app, openId, idType);
	const holds = (list: readonly string[] | undefined, ids: readonly string[]) =>
		list === undefined || list.length === 0 || ids.some((id) => list.includes(id));
	const { message_type: type, from_type: from, chat_type: kind, start_time: start, end_time: end } = wanted;
	return (
		message.content.toLowerCase().includes(wanted.query.toLowerCase()) &&
		holds(wanted.from_ids, [names(message.sender.id)]) &&
		holds(wanted.chat_ids, [chat.chat_id]) &&
		holds(
			wanted.at_chatter_ids,
			message.mentions.map(({ open_id: id }) => names(id)),
		) &&
		(type === undefined || message.msg_type === type) &&
		(from === undefined || (message.sender.sender_type === 'app') === (from === 'bot')) &&
		(kind === undefined || (chat.chat_type === 'group') === (kind === 'group_chat')) &&
		(!start || seconds(message) >= Number(start)) &&
		(!end || seconds(message) <= Number(end))
	);
}

/** What only people may look for: what they could find themselves. */
export const searchRoutes = [
	/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/search-v2/message/create */
	defineRoute({
		method: 'POST',
		path: '/open-apis/search/v2/message',
		tokens: ['user'],
		scopes: ['search:message'],
		query: {
			user_id_type: withDefault(oneOf(USER_ID_TYPES), 'open_id'),
			page_size: withDefault(integer({ min: 1, max: 100 }), 20),
			page_token: text(),
		},
		body: {
			query: required(text(), { allowEmpty: true }),
			from_ids: texts(),
			chat_ids: texts(),
			at_chatter_ids: texts(),
			message_type: oneOf(['file', 'image', 'media']),
			from_type: oneOf(['bot', 'user']),
			chat_type: oneOf(['group_chat', 'p2p_chat']),
			start_time: text(),
			end_time: text(),
		},
		handle({ platform: { store }, by, query, body }) {
			const found = [...store.im.messages.values()].filter((one) => isWanted(store, by, one, body, query.user_id_type));
			const { items, ...more } = page(found.reverse(), {
				size: query.page_size,
				token: query.page_token,
				scope: JSON.stringify(body),
				invalidToken: invalidPage,
			});
			return { data: { ...more, items: items.map(({ message_id: id }) => id) } };
		},
	}),
	/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uMTM4UjLzEDO14yMxgTN */
	defineRoute({
		method: 'GET',
		path: '/open-apis/search/v1/user',
		tokens: ['user'],
		scopes: ['contact:user:search'],
		query: {
			query: required(text()),
			page_size: withDefault(integer({ min: 1, max: 200 }), 20),
			page_token: text(),
		},
		handle({ platform: { store }, by, query }) {
			const words = query.query.toLowerCase();
			const found = [...store.contact.users.values()].filter(
				({ name, en_name: english, email, mobile, is_resigned: left }) =>
					!left &&
					(store.settings.userSearch === 'names' ? [name, english] : [name, english, email, mobile]).some((field) =>
						field.toLowerCase().includes(words),
					),
			);
			const { items, ...more } = page(found, {
				size: query.page_size,
				token: query.page_token,
				scope: words,
				invalidToken: invalidPage,
			});
			const users = items.map(({ name, open_id: openId, user_id: userId, department_ids: departments }) => ({
				avatar: { avatar_72: `https://example.com/avatar/${openId}.png` },
				department_ids: departments,
				name,
				open_id: store.directory.idFor(by.app, openId),
				...(hasScope(by, USER_ID_SCOPES) && { user_id: userId }),
			}));
			return { data: { ...more, users } };
		},
	}),
];
