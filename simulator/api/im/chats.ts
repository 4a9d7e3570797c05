import { PlatformError } from '../../platform/envelope';
import { USER_ID_TYPES, type UserIdType } from '../../platform/ids';
import { page } from '../../platform/paging';
import { integer, oneOf, text, withDefault } from '../../platform/validate';
import type { Chat, Store } from '../../store';
import { defineRoute } from '../route';
import { userIdIn } from './views';

const LIST_SCOPES = ['im:chat', 'im:chat:readonly', 'im:chat:read', 'im:chat.group_info:readonly'];
const PAGING = { page_size: withDefault(integer({ min: 1, max: 100 }), 20), page_token: text() };
const userIdType = withDefault(oneOf(USER_ID_TYPES), 'open_id');
const MAX_QUERY = 64;

export const invalidChatParam = (detail: string) =>
	new PlatformError(232001, `Your request contains an invalid request parameter, ext=${detail}.`);
const avatar = (chat: Chat) => `https://example.com/avatar/${chat.chat_id}.png`;

/** The owner is left out when it is the asking bot's own group, as on the platform. */
const owner = (store: Store, chat: Chat, idType: UserIdType) =>
	chat.owner_id === undefined || !store.users.has(chat.owner_id)
		? {}
		: { owner_id: userIdIn(store, chat.owner_id, idType), owner_id_type: idType };

const listed = (store: Store, chat: Chat, idType: UserIdType) => ({
	chat_id: chat.chat_id,
	avatar: avatar(chat),
	name: chat.name,
	description: chat.description,
	...owner(store, chat, idType),
	external: false,
	tenant_key: store.tenantKey,
	chat_status: 'normal',
});

/** What someone outside the group may see. */
const outline = (chat: Chat) => ({
	avatar: avatar(chat),
	name: chat.name,
	user_count: String(chat.members.length),
	bot_count: String(chat.bots.length),
	chat_status: 'normal',
});

const detail = (store: Store, chat: Chat, idType: UserIdType) => ({
	...outline(chat),
	description: chat.description,
	i18n_names: { zh_cn: chat.name, en_us: '', ja_jp: '' },
	add_member_permission: 'all_members',
	share_card_permission: 'allowed',
	at_all_permission: 'all_members',
	edit_permission: 'all_members',
	...owner(store, chat, idType),
	group_message_type: 'chat',
	chat_mode: chat.chat_type,
	chat_type: 'private',
	chat_tag: 'inner',
	join_message_visibility: 'all_members',
	leave_message_visibility: 'all_members',
	membership_approval: 'no_approval_required',
	moderation_permission: 'all_members',
	external: false,
	tenant_key: store.tenantKey,
});

export const chatRoutes = [
	defineRoute({
		method: 'GET',
		path: '/open-apis/im/v1/chats',
		scopes: LIST_SCOPES,
		query: {
			user_id_type: userIdType,
			sort_type: withDefault(oneOf(['ByCreateTimeAsc', 'ByActiveTimeDesc']), 'ByCreateTimeAsc'),
			types: text(),
			...PAGING,
		},
		handle({ platform: { store }, app, query }) {
			const chats = [...store.chats.values()].filter(
				(chat) => chat.chat_type === 'group' && chat.bots.includes(app.app_id),
			);
			const byTime = {
				ByCreateTimeAsc: (a: Chat, b: Chat) => a.create_time - b.create_time,
				ByActiveTimeDesc: (a: Chat, b: Chat) => b.active_time - a.active_time,
			};
			const { items, ...more } = page(chats.sort(byTime[query.sort_type]), {
				size: query.page_size,
				token: query.page_token,
				scope: `chats ${query.sort_type}`,
				invalidToken: () => invalidChatParam('invalid page_token'),
			});
			return { data: { ...more, items: items.map((chat) => listed(store, chat, query.user_id_type)) } };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/im/v1/chats/search',
		scopes: LIST_SCOPES,
		query: { user_id_type: userIdType, query: text(), ...PAGING },
		handle({ platform: { store }, app, query }) {
			const wanted = (query.query ?? '').toLowerCase();
			const matches = (chat: Chat) =>
				[chat.name, ...chat.members.map((id) => store.users.get(id)?.name ?? '')].some((name) =>
					name.toLowerCase().includes(wanted),
				);
			// An empty or too long query finds nothing (the page of the endpoint says so).
			const found =
				wanted === '' || wanted.length > MAX_QUERY
					? []
					: [...store.chats.values()].filter(
							(chat) => chat.chat_type === 'group' && chat.bots.includes(app.app_id) && matches(chat),
						);
			const { items, ...more } = page(found, {
				size: query.page_size,
				token: query.page_token,
				scope: `search ${wanted}`,
				invalidToken: () => invalidChatParam('invalid page_token'),
			});
			return { data: { ...more, items: items.map((chat) => listed(store, chat, query.user_id_type)) } };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/im/v1/chats/:chat_id',
		scopes: ['im:chat', 'im:chat:read', 'im:chat:readonly'],
		query: { user_id_type: userIdType },
		handle({ platform: { store }, app, params, query }) {
			const chat = chatById(store, params.chat_id);
			return { data: chat.bots.includes(app.app_id) ? detail(store, chat, query.user_id_type) : outline(chat) };
		},
	}),
];

export function chatById(store: Store, id: string | undefined): Chat {
	const chat = store.chats.get(id ?? '');
	if (!chat) throw new PlatformError(232006, 'Your request specifies a chat_id which is invalid.');
	return chat;
}
