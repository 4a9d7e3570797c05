import { defineRoute } from '../../gateway/route';
import { USER_ID_TYPES } from '../../platform/ids';
import { oneOf, required, texts, withDefault } from '../../platform/validate';
import type { Chat } from '../../state/chats';
import { isIn, openIdOf, type Operator } from '../../state/operator';
import type { Store } from '../../state/store';
import { listed } from './chatViews';

const QUERY = { user_id_type: withDefault(oneOf(USER_ID_TYPES), 'open_id') };
const SCOPES = ['im:chat', 'im:chat:read', 'im:chat:readonly'];

/** Of a conversation of two, the one who does not ask: a person, or the app's bot. */
function otherOf(store: Store, by: Operator, { members, bots }: Chat): string {
	const all = [...members, ...bots.map((id) => store.apps.get(id)?.bot_open_id ?? '')];
	return all.find((id) => id !== openIdOf(by)) ?? openIdOf(by);
}

/** In no page and no explorer: the official plugin looks chats up with these, for a person. */
export const chatLookupRoutes = [
	defineRoute({
		method: 'POST',
		path: '/open-apis/im/v1/chat_p2p/batch_query',
		tokens: ['user'],
		scopes: SCOPES,
		query: QUERY,
		body: { chatter_ids: required(texts({ min: 1, max: 50 })) },
		handle({ platform: { store }, by, query, body }) {
			const chats = [...store.im.chats.values()].filter((chat) => chat.chat_type === 'p2p' && isIn(chat, by));
			const pairs = chats.map((chat) => ({
				chat_id: chat.chat_id,
				chatter_id: store.directory.idFor(by.app, otherOf(store, by, chat), query.user_id_type),
			}));
			return { data: { p2p_chats: pairs.filter(({ chatter_id: id }) => body.chatter_ids.includes(id)) } };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/open-apis/im/v1/chats/batch_query',
		tokens: ['user'],
		scopes: SCOPES,
		query: QUERY,
		body: { chat_ids: required(texts({ min: 1, max: 50 })) },
		handle({ platform: { store }, by, query, body }) {
			const chats = body.chat_ids.map((id) => store.im.chats.get(id)).filter((chat) => chat && isIn(chat, by));
			const items = (chats as Chat[]).map((chat) => ({
				...listed(store, by.app, chat, query.user_id_type),
				chat_mode: chat.chat_type,
				...(chat.chat_type === 'p2p' && {
					p2p_target_type: 'user',
					p2p_target_id: store.directory.idFor(by.app, otherOf(store, by, chat), query.user_id_type),
				}),
			}));
			return { data: { items } };
		},
	}),
];
