import { isSender } from '../../state/operator';
import { invalidContent } from '../../content/contentErrors';
import { groupOf } from '../../state/chats';
import { PlatformError } from '../../platform/envelope';
import { USER_ID_TYPES } from '../../platform/ids';
import { oneOf, required, texts } from '../../platform/validate';
import type { Store } from '../../state/store';
import type { User } from '../../state/contact';
import { defineRoute } from '../../gateway/route';
import { messageDeleted, reachableMessage } from './access';
import { allows } from './chatAccess';

/** Unread urgent messages that one person may have. */
const MAX_UNREAD = 200;

function unreadUrgents(store: Store, openId: string): number {
	return [...store.im.messages.values()].filter(
		(message) =>
			message.urgents?.some((urgent) => urgent.open_id === openId) &&
			!message.read_by.some((entry) => entry.open_id === openId),
	).length;
}

/**
 * One of the three ways to urge people to read a message; text messages and calls use up the company's quota.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/urgent_app
 */
const urgentRoute = (type: 'app' | 'sms' | 'phone', scopes: readonly string[]) =>
	defineRoute({
		method: 'PATCH',
		path: `/open-apis/im/v1/messages/:message_id/urgent_${type}`,
		scopes,
		query: { user_id_type: required(oneOf(USER_ID_TYPES)) },
		body: { user_id_list: required(texts({ max: 200 })) },
		handle({ platform: { store, clock }, by, params, query, body }) {
			const { message, chat } = reachableMessage(store, by, params.message_id ?? '');
			if (message.deleted) throw messageDeleted();
			if (message.msg_type === 'system') throw new PlatformError(230052, 'Can not urgent this message.');
			if (!isSender(message, by)) throw new PlatformError(230012, 'Bot is NOT the sender of the message.');
			if (!allows(groupOf(chat).settings.urgent_setting, chat, by))
				throw new PlatformError(230052, 'Can not urgent this message.');
			const found = body.user_id_list.map((id) => ({ id, user: store.directory.find(by.app, query.user_id_type, id) }));
			const isValid = (user: User | undefined): user is User =>
				user !== undefined && !user.is_resigned && chat.members.includes(user.open_id);
			const people = found.map(({ user }) => user).filter(isValid);
			if (people.length === 0 && body.user_id_list.some((id) => store.directory.bot(by.app, id)))
				throw invalidContent('this operation to bots is currently not supported');
			if (people.length === 0) throw invalidContent('all ids in the user_id_list are invalid');
			if (people.some((user) => unreadUrgents(store, user.open_id) >= MAX_UNREAD))
				throw new PlatformError(230023, 'The user has too many unread urgent messages.');
			if (type !== 'app') {
				if (store.im.urgentQuota[type] < people.length)
					throw new PlatformError(230024, 'Reach the upper limit of urgent message.');
				store.im.urgentQuota[type] -= people.length;
			}
			message.urgents ??= [];
			message.urgents.push(...people.map((user) => ({ type, open_id: user.open_id, time: clock.now() })));
			store.changed();
			return { data: { invalid_user_id_list: found.filter(({ user }) => !isValid(user)).map(({ id }) => id) } };
		},
	});

export const urgentRoutes = [
	urgentRoute('app', ['im:message.urgent', 'im:message.urgent:app_send']),
	urgentRoute('sms', ['im:message.urgent:sms', 'im:message.urgent:sms_send']),
	urgentRoute('phone', ['im:message.urgent:phone', 'im:message.urgent:phone_send']),
];
