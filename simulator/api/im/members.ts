import { BOTH } from '../../gateway/tokens';
import { USER_ID_TYPES } from '../../platform/ids';
import { page } from '../../platform/paging';
import { integer, oneOf, text, withDefault } from '../../platform/validate';
import { defineRoute } from '../../gateway/route';
import { isIn } from '../../state/operator';
import { chatById, invalidChatParam, joinedChat } from './chatAccess';

const SCOPES = ['im:chat', 'im:chat:readonly', 'im:chat.members:read', 'im:chat.group_info:readonly'];

export const memberRoutes = [
	defineRoute({
		method: 'GET',
		path: '/open-apis/im/v1/chats/:chat_id/members',
		tokens: BOTH,
		scopes: SCOPES,
		query: {
			member_id_type: withDefault(oneOf(USER_ID_TYPES), 'open_id'),
			page_size: withDefault(integer({ min: 1, max: 100 }), 20),
			page_token: text(),
		},
		handle({ platform: { store }, by, params, query }) {
			const chat = joinedChat(store, by, params.chat_id);
			// Bots are not listed.
			const { items, ...more } = page(chat.members, {
				size: query.page_size,
				token: query.page_token,
				scope: chat.chat_id,
				uneven: store.settings.pages === 'uneven',
				invalidToken: () => invalidChatParam('invalid page_token'),
			});
			return {
				data: {
					...more,
					member_total: chat.members.length,
					items: items.map((openId) => ({
						member_id_type: query.member_id_type,
						member_id: store.directory.idFor(by.app, openId, query.member_id_type),
						name: store.contact.users.get(openId)?.name ?? '',
						tenant_key: store.tenantKey,
					})),
				},
			};
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/im/v1/chats/:chat_id/members/is_in_chat',
		tokens: BOTH,
		scopes: SCOPES,
		handle: ({ platform: { store }, by, params }) => ({
			data: {
				is_in_chat: !store.im.dissolved.has(params.chat_id ?? '') && isIn(chatById(store, params.chat_id), by),
			},
		}),
	}),
];
