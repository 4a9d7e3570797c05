import { BOTH } from '../../gateway/tokens';
import { pushChatUpdated } from '../../events/chatEvents';
import { type Operator, senderOf } from '../../state/operator';
import { groupOf } from '../../state/chats';
import { USER_ID_TYPES, type UserIdType } from '../../platform/ids';
import { page } from '../../platform/paging';
import { integer, oneOf, text, texts, withDefault } from '../../platform/validate';
import type { Chat } from '../../state/chats';
import type { Store } from '../../state/store';
import { defineRoute } from '../../gateway/route';
import { invalidChatParam, isOwnerOrCreator, joinedChat, notOwnerOrCreator } from './chatAccess';

const SETTINGS = ['all_members', 'only_owner', 'moderator_list'];
const userIdType = withDefault(oneOf(USER_ID_TYPES), 'open_id');

/** open_ids of those of the list who are in the group; the platform drops the others without a word. */
const membersAmong = (store: Store, by: Operator, chat: Chat, idType: UserIdType, ids: readonly string[]) =>
	ids.map((id) => store.directory.find(by.app, idType, id)?.open_id ?? '').filter((id) => chat.members.includes(id));

export const moderationRoutes = [
	/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-moderation/get */
	defineRoute({
		method: 'GET',
		path: '/open-apis/im/v1/chats/:chat_id/moderation',
		tokens: BOTH,
		scopes: ['im:chat', 'im:chat.moderation:read', 'im:chat:readonly'],
		query: {
			user_id_type: userIdType,
			page_size: withDefault(integer({ min: 1, max: 100 }), 20),
			page_token: text(),
		},
		handle({ platform: { store }, by, params, query }) {
			const chat = joinedChat(store, by, params.chat_id);
			const { settings, moderators } = groupOf(chat);
			const setting = settings.moderation_permission;
			const { items, ...more } = page(setting === 'moderator_list' ? moderators : [], {
				size: query.page_size,
				token: query.page_token,
				scope: `moderation ${chat.chat_id}`,
				invalidToken: () => invalidChatParam('invalid page_token'),
			});
			return {
				data: {
					moderation_setting: setting,
					...more,
					items: items.map((id) => ({
						user_id_type: query.user_id_type,
						user_id: store.directory.idFor(by.app, id, query.user_id_type),
						tenant_key: store.tenantKey,
					})),
				},
			};
		},
	}),
	/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-moderation/update */
	defineRoute({
		method: 'PUT',
		path: '/open-apis/im/v1/chats/:chat_id/moderation',
		tokens: BOTH,
		scopes: ['im:chat', 'im:chat:moderation:write_only'],
		query: { user_id_type: userIdType },
		body: { moderation_setting: text(), moderator_added_list: texts(), moderator_removed_list: texts() },
		handle({ platform, by, params, query, body }) {
			const { store } = platform;
			const chat = joinedChat(store, by, params.chat_id);
			if (!isOwnerOrCreator(chat, by)) throw notOwnerOrCreator();
			const { moderation_setting: setting, moderator_added_list: plus = [], moderator_removed_list: minus = [] } = body;
			if (setting && !SETTINGS.includes(setting)) throw invalidChatParam('invalid moderation_setting');
			if (plus.some((id) => minus.includes(id))) throw invalidChatParam('the same id is added and removed');
			const group = groupOf(chat);
			const before = structuredClone(chat);
			if (setting) group.settings.moderation_permission = setting;
			if (group.settings.moderation_permission === 'moderator_list') {
				const added = membersAmong(store, by, chat, query.user_id_type, plus);
				const removed = membersAmong(store, by, chat, query.user_id_type, minus);
				group.moderators = [...new Set([...group.moderators, ...added])].filter((id) => !removed.includes(id));
			}
			store.changed();
			const were = groupOf(before).moderators;
			pushChatUpdated(platform, before, chat, senderOf(by), {
				added: group.moderators.filter((id) => !were.includes(id)),
				removed: were.filter((id) => !group.moderators.includes(id)),
			});
			return { data: {} };
		},
	}),
];
