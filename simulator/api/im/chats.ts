import { BOTH } from '../../gateway/tokens';
import { isIn } from '../../state/operator';
import { USER_ID_TYPES } from '../../platform/ids';
import { page } from '../../platform/paging';
import { soundsLike } from '../../platform/pinyin';
import { integer, oneOf, text, withDefault } from '../../platform/validate';
import { type Chat, groupOf } from '../../state/chats';
import type { Store } from '../../state/store';
import { defineRoute } from '../../gateway/route';
import { chatById, invalidChatParam } from './chatAccess';
import { detail, listed, listedPair, outline } from './chatViews';

const LIST_SCOPES = ['im:chat', 'im:chat:readonly', 'im:chat:read', 'im:chat.group_info:readonly'];
const PAGING = { page_size: withDefault(integer({ min: 1, max: 100 }), 20), page_token: text() };
const userIdType = withDefault(oneOf(USER_ID_TYPES), 'open_id');
const MAX_QUERY = 64;
/** In other languages. */
const namesOf = (chat: Chat): string[] => {
	const { zh_cn, en_us, ja_jp } = groupOf(chat).i18n_names;
	return [zh_cn, en_us, ja_jp];
};
const isUneven = ({ settings }: Store) => settings.pages === 'uneven';

/** By names in all languages and by pinyin. Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat/search */
const isNamed = (store: Store, chat: Chat, wanted: string) =>
	[chat.name, ...namesOf(chat), ...chat.members.map((id) => store.contact.users.get(id)?.name ?? '')].some(
		(name) => name.toLowerCase().includes(wanted) || soundsLike(name, wanted),
	);

export const chatRoutes = [
	defineRoute({
		method: 'GET',
		path: '/open-apis/im/v1/chats',
		tokens: BOTH,
		scopes: LIST_SCOPES,
		query: {
			user_id_type: userIdType,
			sort_type: withDefault(oneOf(['ByCreateTimeAsc', 'ByActiveTimeDesc']), 'ByCreateTimeAsc'),
			types: text(),
			...PAGING,
		},
		handle({ platform: { store }, by, query }) {
			const pairs = query.types === 'p2p';
			const wanted = pairs ? 'p2p' : 'group';
			const chats = [...store.im.chats.values()].filter((chat) => chat.chat_type === wanted && isIn(chat, by));
			const view = pairs ? listedPair : listed;
			const byTime = {
				ByCreateTimeAsc: (a: Chat, b: Chat) => a.create_time - b.create_time,
				ByActiveTimeDesc: (a: Chat, b: Chat) => b.active_time - a.active_time,
			};
			const { items, ...more } = page(chats.sort(byTime[query.sort_type]), {
				size: query.page_size,
				token: query.page_token,
				scope: `chats ${wanted} ${query.sort_type}`,
				uneven: isUneven(store),
				invalidToken: () => invalidChatParam('invalid page_token'),
			});
			return { data: { ...more, items: items.map((chat) => view(store, by.app, chat, query.user_id_type)) } };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/im/v1/chats/search',
		tokens: BOTH,
		scopes: LIST_SCOPES,
		query: { user_id_type: userIdType, query: text(), ...PAGING },
		handle({ platform: { store }, by, query }) {
			const wanted = (query.query ?? '').toLowerCase();
			const isFound = (chat: Chat) => isIn(chat, by) || groupOf(chat).settings.chat_type === 'public';
			// An empty or too long query finds nothing (the page of the endpoint says so).
			const found =
				wanted === '' || wanted.length > MAX_QUERY
					? []
					: [...store.im.chats.values()].filter(
							(chat) => chat.chat_type === 'group' && isFound(chat) && isNamed(store, chat, wanted),
						);
			const { items, ...more } = page(found, {
				size: query.page_size,
				token: query.page_token,
				scope: `search ${wanted}`,
				invalidToken: () => invalidChatParam('invalid page_token'),
			});
			return { data: { ...more, items: items.map((chat) => listed(store, by.app, chat, query.user_id_type)) } };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/im/v1/chats/:chat_id',
		tokens: BOTH,
		scopes: ['im:chat', 'im:chat:read', 'im:chat:readonly'],
		query: { user_id_type: userIdType },
		handle({ platform: { store }, by, params, query }) {
			// A group that was disbanded is still there, with its status.
			const chat = store.im.dissolved.get(params.chat_id ?? '') ?? chatById(store, params.chat_id);
			const inside = store.im.chats.has(chat.chat_id) && isIn(chat, by);
			return { data: inside ? detail(store, by.app, chat, query.user_id_type) : outline(store, chat) };
		},
	}),
];
