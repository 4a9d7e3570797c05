import { BOTH } from '../../gateway/tokens';
import { isOwner, type Operator, senderOf } from '../../state/operator';
import { groupOf } from '../../state/chats';
import { PlatformError } from '../../platform/envelope';
import { oneOf, texts, withDefault } from '../../platform/validate';
import type { Chat } from '../../state/chats';
import type { Store } from '../../state/store';
import { note } from '../../state/systemMessages';
import { defineRoute } from '../../gateway/route';
import { joinedGroup, noValidMembers } from './chatAccess';
import { checkList, MAX_USERS_A_CALL, MEMBER_ID_TYPES, type MemberIdType, sortIds } from './memberIds';

const SCOPES = ['im:chat', 'im:chat.managers:write_only'];
const QUERY = { member_id_type: withDefault(oneOf(MEMBER_ID_TYPES), 'open_id') };
const BODY = { manager_ids: texts({ max: MAX_USERS_A_CALL }) };
/** Of an ordinary group, people and bots together. */
const MAX_MANAGERS = 10;

function ownGroup(store: Store, by: Operator, chatId: string | undefined): Chat {
	const chat = joinedGroup(store, by, chatId);
	if (!isOwner(chat, by))
		throw new PlatformError(232038, 'The operator is not chat owner, no permission to complete the request.');
	return chat;
}

/** The given ids that are members; 232027 when none is. */
function membersAmong(
	store: Store,
	by: Operator,
	chat: Chat,
	idType: MemberIdType,
	given: string[] | undefined,
): string[] {
	const { found } = sortIds(store, by, idType, checkList(given, idType));
	const members = found.filter((id) => (idType === 'app_id' ? chat.bots : chat.members).includes(id));
	if (members.length === 0) throw noValidMembers();
	return members;
}

const listOf = (chat: Chat, idType: MemberIdType) => (idType === 'app_id' ? 'bot_managers' : 'managers');

const answer = (store: Store, by: Operator, chat: Chat, idType: MemberIdType) => ({
	data: {
		chat_managers: groupOf(chat).managers.map((id) =>
			store.directory.idFor(by.app, id, idType === 'app_id' ? 'open_id' : idType),
		),
		chat_bot_managers: groupOf(chat).bot_managers,
	},
});

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-managers/add_managers */
export const managerRoutes = [
	defineRoute({
		method: 'POST',
		path: '/open-apis/im/v1/chats/:chat_id/managers/add_managers',
		tokens: BOTH,
		scopes: SCOPES,
		query: QUERY,
		body: BODY,
		handle({ platform: { store }, by, params, query, body }) {
			const idType = query.member_id_type;
			const chat = ownGroup(store, by, params.chat_id);
			const group = groupOf(chat);
			const list = group[listOf(chat, idType)];
			const fresh = membersAmong(store, by, chat, idType, body.manager_ids).filter((id) => !list.includes(id));
			if (group.managers.length + group.bot_managers.length + fresh.length > MAX_MANAGERS)
				throw new PlatformError(232040, 'The chat managers has reached the limit of maximum number.');
			list.push(...fresh);
			store.changed();
			if (fresh.length > 0) note(store, 'managersAdded', chat, senderOf(by), fresh);
			return answer(store, by, chat, idType);
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/open-apis/im/v1/chats/:chat_id/managers/delete_managers',
		tokens: BOTH,
		scopes: SCOPES,
		query: QUERY,
		body: BODY,
		handle({ platform: { store }, by, params, query, body }) {
			const idType = query.member_id_type;
			const chat = ownGroup(store, by, params.chat_id);
			const gone = membersAmong(store, by, chat, idType, body.manager_ids);
			const group = groupOf(chat);
			const name = listOf(chat, idType);
			group[name] = group[name].filter((id) => !gone.includes(id));
			store.changed();
			note(store, 'managersRemoved', chat, senderOf(by), gone);
			return answer(store, by, chat, idType);
		},
	}),
];
