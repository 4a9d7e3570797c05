import { BOTH } from '../../gateway/tokens';
import { randomUUID } from 'node:crypto';
import { groupOf } from '../../state/chats';
import { PlatformError } from '../../platform/envelope';
import { objects, oneOf, required, text, withDefault } from '../../platform/validate';
import { defineRoute } from '../../gateway/route';
import { allows, invalidChatParam, joinedChat, joinedGroup } from './chatAccess';

const DAY_SECONDS = 86_400;
const LIFETIMES = { week: 7 * DAY_SECONDS, year: 365 * DAY_SECONDS };
const NOTICE_SCOPES = ['im:chat', 'im:chat.top_notice:write_only'];

/** Share link and top notice. */
export const chatExtraRoutes = [
	/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat/link */
	defineRoute({
		method: 'POST',
		path: '/open-apis/im/v1/chats/:chat_id/link',
		tokens: BOTH,
		scopes: ['im:chat', 'im:chat:read', 'im:chat:readonly'],
		body: { validity_period: withDefault(oneOf(['week', 'year', 'permanently']), 'week') },
		handle({ platform: { store, clock }, by, params, body }) {
			const chat = joinedChat(store, by, params.chat_id);
			if (chat.chat_type === 'p2p') throw new PlatformError(232062, 'P2P chat cannot be share link.');
			if (!allows(groupOf(chat).settings.add_member_permission, chat, by))
				throw new PlatformError(
					232064,
					'The operator is not a group owner or administrator, no permission to share chat link.',
				);
			const period = body.validity_period;
			const seconds = Math.floor(clock.now() / 1000);
			return {
				data: {
					share_link: `https://applink.feishu.cn/client/chat/chatter/add_by_link?link_token=${randomUUID()}`,
					expire_time: period === 'permanently' ? '' : String(seconds + LIFETIMES[period]),
					is_permanent: period === 'permanently',
				},
			};
		},
	}),
	/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-top_notice/put_top_notice */
	defineRoute({
		method: 'POST',
		path: '/open-apis/im/v1/chats/:chat_id/top_notice/put_top_notice',
		tokens: BOTH,
		scopes: NOTICE_SCOPES,
		body: {
			chat_top_notice: required(objects({ action_type: withDefault(oneOf(['1', '2']), '2'), message_id: text() })),
		},
		handle({ platform: { store }, by, params, body }) {
			const chat = joinedGroup(store, by, params.chat_id);
			const [notice] = body.chat_top_notice;
			if (!notice) throw invalidChatParam('chat_top_notice is empty');
			const message = store.im.messages.get(notice.message_id ?? '');
			const isHere = message?.chat_id === chat.chat_id && !message.deleted;
			if (notice.action_type === '1' && !isHere) throw invalidChatParam('invalid message_id');
			groupOf(chat).top_notice = notice;
			store.changed();
			return { data: {} };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/open-apis/im/v1/chats/:chat_id/top_notice/delete_top_notice',
		tokens: BOTH,
		scopes: NOTICE_SCOPES,
		handle({ platform: { store }, by, params }) {
			delete groupOf(joinedGroup(store, by, params.chat_id)).top_notice;
			store.changed();
			return { data: {} };
		},
	}),
];
