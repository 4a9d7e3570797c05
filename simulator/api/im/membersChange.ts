import { BOTH } from '../../gateway/tokens';
import { senderOf, type Operator } from '../../state/operator';
import { pushBots, pushPeople } from '../../events/chatEvents';
import { groupOf } from '../../state/chats';
import { PlatformError } from '../../platform/envelope';
import { integer, oneOf, texts, withDefault } from '../../platform/validate';
import type { Chat } from '../../state/chats';
import { defineRoute } from '../../gateway/route';

import {
	allows,
	chatById,
	invalidChatParam,
	isManager,
	joinedChat,
	noValidMembers,
	notOwnerOrCreator,
	unsupportedChat,
} from './chatAccess';
import {
	checkList,
	invisible,
	MAX_USERS_A_CALL,
	MEMBER_ID_TYPES,
	type MemberIdType,
	notExisting,
	sortIds,
	type Sorted,
	unavailable,
} from './memberIds';

const SCOPES = ['im:chat', 'im:chat.members:write_only'];
const QUERY = { member_id_type: withDefault(oneOf(MEMBER_ID_TYPES), 'open_id') };
const MAX_MEMBERS = 5000;
/** Bots in one group. */
export const MAX_BOTS = 15;

const full = () =>
	new PlatformError(232013, 'You have reached the limit of maximum number of members a chat can have.');

/** How ids that can't be added are taken: 0 refuses unknown ones, 1 adds the rest, 2 refuses any. */
function checkSucceed(type: number, idType: MemberIdType, sorted: Sorted): void {
	const { found, resigned, invisible: unseen, unknown } = sorted;
	if (type === 2 && resigned.length + unseen.length + unknown.length > 0)
		throw unavailable([...unknown, ...unseen, ...resigned]);
	if (type === 0 && unknown.length > 0) throw notExisting(idType, unknown);
	if (type === 0 && unseen.length > 0) throw invisible(unseen);
	if (type === 0 && found.length === 0) throw noValidMembers();
}

function addBots(chat: Chat, ids: readonly string[], now: number): string[] {
	const fresh = ids.filter((id) => !chat.bots.includes(id));
	if (chat.bots.length + fresh.length > MAX_BOTS) throw full();
	chat.bots.push(...fresh);
	for (const id of fresh) groupOf(chat).joined[id] = now;
	return fresh;
}

/** Added, or waiting where the group approves newcomers and a plain member asks. */
function addPeople(chat: Chat, by: Operator, ids: readonly string[]): { added: string[]; pending: string[] } {
	const { settings, pending } = groupOf(chat);
	const fresh = ids.filter((id) => !chat.members.includes(id));
	if (chat.members.length + fresh.length > MAX_MEMBERS) throw full();
	if (settings.membership_approval === 'approval_required' && !isManager(chat, by)) {
		pending.push(...fresh);
		return { added: [], pending: fresh };
	}
	chat.members.push(...fresh);
	return { added: fresh, pending: [] };
}

function leave(chat: Chat, id: string, isBot: boolean): void {
	const group = groupOf(chat);
	const without = (list: readonly string[]) => list.filter((entry) => entry !== id);
	if (isBot) chat.bots = without(chat.bots);
	else chat.members = without(chat.members);
	group.managers = without(group.managers);
	group.bot_managers = without(group.bot_managers);
	group.moderators = without(group.moderators);
}

/** The owner who leaves hands the group to the first person; 232029 when there is none. */
function handOver(chat: Chat): void {
	const next = chat.members.find((id) => id !== chat.owner_id);
	if (next === undefined) throw new PlatformError(232029, 'There are no available candidates for chat owner.');
	chat.owner_id = next;
}

export const memberChangeRoutes = [
	/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-members/create */
	defineRoute({
		method: 'POST',
		path: '/open-apis/im/v1/chats/:chat_id/members',
		tokens: BOTH,
		scopes: SCOPES,
		query: { ...QUERY, succeed_type: withDefault(integer(), 0) },
		body: { id_list: texts({ max: MAX_USERS_A_CALL }) },
		handle({ platform, by, params, query, body }) {
			const { store } = platform;
			const { member_id_type: idType, succeed_type: succeedType } = query;
			const chat = joinedChat(store, by, params.chat_id);
			if (chat.chat_type === 'p2p') throw new PlatformError(232090, 'Unsupported chat type.');
			if (![0, 1, 2].includes(succeedType)) throw invalidChatParam('invalid succeed_type');
			const ids = checkList(body.id_list, idType);
			if (!allows(groupOf(chat).settings.add_member_permission, chat, by)) throw notOwnerOrCreator();
			const sorted = sortIds(store, by, idType, ids);
			checkSucceed(succeedType, idType, sorted);
			const waiting: string[] = [];
			if (idType === 'app_id')
				pushBots(platform, 'added', chat, senderOf(by), addBots(chat, sorted.found, store.tick()));
			else {
				const { added, pending } = addPeople(chat, by, sorted.found);
				waiting.push(...pending.map((openId) => store.directory.idFor(by.app, openId, idType)));
				pushPeople(platform, 'added', chat, senderOf(by), added);
			}
			store.changed();
			return {
				data: {
					invalid_id_list: [...sorted.resigned, ...sorted.invisible],
					not_existed_id_list: sorted.unknown,
					pending_approval_id_list: waiting,
				},
			};
		},
	}),
	/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-members/delete */
	defineRoute({
		method: 'DELETE',
		path: '/open-apis/im/v1/chats/:chat_id/members',
		tokens: BOTH,
		scopes: SCOPES,
		query: QUERY,
		body: { id_list: texts({ max: MAX_USERS_A_CALL }) },
		handle({ platform, by, params, query, body }) {
			const { store } = platform;
			const idType = query.member_id_type;
			const chat = joinedChat(store, by, params.chat_id);
			if (chat.chat_type === 'p2p') throw unsupportedChat();
			const ids = checkList(body.id_list, idType);
			const isBot = idType === 'app_id';
			const { found } = sortIds(store, by, idType, ids);
			const inside = found.filter((id) => (isBot ? chat.bots : chat.members).includes(id));
			if (inside.length === 0) throw noValidMembers();
			// Anybody may leave.
			const own = by.user ? (isBot ? '' : by.user.open_id) : isBot ? by.app.app_id : '';
			const alone = inside.every((id) => id === own);
			if (!alone && !isManager(chat, by))
				throw new PlatformError(
					232014,
					'The token used in the request does NOT have the permissions necessary to complete the request.',
				);
			const ownerBot = store.apps.byBot(chat.owner_id ?? '')?.app_id;
			const ownerLeaves = inside.includes(isBot ? (ownerBot ?? '') : (chat.owner_id ?? ''));
			if (ownerLeaves && !alone) throw new PlatformError(232076, "Can't kick chat owner.");
			if (ownerLeaves) handOver(chat);
			for (const id of inside) leave(chat, id, isBot);
			store.changed();
			if (isBot) pushBots(platform, 'deleted', chat, senderOf(by), inside);
			else pushPeople(platform, 'deleted', chat, senderOf(by), inside);
			const gone = new Set(inside);
			const isGone = (id: string) => gone.has(isBot ? id : (store.directory.find(by.app, idType, id)?.open_id ?? id));
			return { data: { invalid_id_list: ids.filter((id) => !isGone(id)) } };
		},
	}),
	/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-members/me_join */
	defineRoute({
		method: 'PATCH',
		path: '/open-apis/im/v1/chats/:chat_id/members/me_join',
		tokens: BOTH,
		scopes: SCOPES,
		handle({ platform, by, params }) {
			const { store } = platform;
			const chat = chatById(store, params.chat_id);
			const { settings } = groupOf(chat);
			if (settings.chat_type !== 'public') throw unsupportedChat();
			if (settings.membership_approval === 'approval_required')
				throw new PlatformError(
					232075,
					'The public group needs to apply to join, and users or bots are not allowed to actively join the group.',
				);
			if (by.user) pushPeople(platform, 'added', chat, senderOf(by), addPeople(chat, by, [by.user.open_id]).added);
			else pushBots(platform, 'added', chat, senderOf(by), addBots(chat, [by.app.app_id], store.tick()));
			store.changed();
			return { data: {} };
		},
	}),
];
