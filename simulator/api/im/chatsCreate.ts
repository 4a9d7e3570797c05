import { BOTH } from '../../gateway/tokens';
import { openIdOf, senderOf, type Operator } from '../../state/operator';
import { groupOf } from '../../state/chats';
import { PlatformError } from '../../platform/envelope';
import { newId, USER_ID_TYPES, type UserIdType } from '../../platform/ids';
import type { Platform } from '../../gateway/platform';
import { flag, oneOf, text, texts, withDefault } from '../../platform/validate';
import { tellBots } from '../../events/chatEvents';
import type { Chat } from '../../state/chats';
import type { Store } from '../../state/store';
import type { User } from '../../state/contact';
import { noteStart } from '../../state/systemMessages';
import { defineRoute } from '../../gateway/route';

import { invisible, mayUse, unavailable } from './memberIds';
import { MAX_BOTS } from './membersChange';
import { checkAvatar, INFO, onlyGiven, SETTINGS, settingsOf } from './chatFields';
import { described } from './chatViews';

/** Requests with the same uuid and owner make one group in this time. */
const UUID_WINDOW_MS = 10 * 3_600_000;
const UNNAMED = '(无主题)';
const MIN_PUBLIC_NAME = 2;

/** Members by id: 232043 for unknown ones, 232022 for people who have left. */
function peopleOf(store: Store, by: Operator, idType: UserIdType, ids: readonly string[]): User[] {
	const unknown = ids.filter((id) => !store.directory.find(by.app, idType, id));
	if (unknown.length > 0) throw unavailable(unknown);
	const people = ids.map((id) => store.directory.find(by.app, idType, id)).filter((user) => user !== undefined);
	const unseen = people.filter((user) => !mayUse(by, user));
	if (unseen.length > 0) throw invisible(unseen.map((user) => store.directory.idFor(by.app, user.open_id, idType)));
	if (people.some((user) => user.is_resigned)) throw new PlatformError(232022, 'User has already resigned.');
	return people;
}

function botsOf(store: Store, by: Operator, ids: readonly string[]): string[] {
	const unknown = ids.filter((id) => !store.apps.has(id));
	if (unknown.length > 0) throw unavailable(unknown);
	const bots = [...new Set([...(by.user ? [] : [by.app.app_id]), ...ids])];
	if (bots.length > MAX_BOTS)
		throw new PlatformError(232013, 'You have reached the limit of maximum number of members.');
	return bots;
}

function nameOf(given: string | undefined, isPublic: boolean): string {
	if (isPublic && !given) throw new PlatformError(232042, "Public group chat's name should not be empty.");
	if (isPublic && given && [...given].length < MIN_PUBLIC_NAME)
		throw new PlatformError(232020, 'Name can NOT be less than two characters for public chats.');
	return given || UNNAMED;
}

/** The group that an earlier request with the same uuid made. What the real repeat answers is not documented. */
function earlier({ store, clock }: Platform, key: string): Chat | undefined {
	const made = store.im.chatUuids.get(key);
	return made && clock.now() - made.at < UUID_WINDOW_MS ? store.im.chats.get(made.chat_id) : undefined;
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat/create */
export const chatCreateRoutes = [
	defineRoute({
		method: 'POST',
		path: '/open-apis/im/v1/chats',
		tokens: BOTH,
		scopes: ['im:chat', 'im:chat:create', 'im:chat:create_by_user'],
		query: {
			user_id_type: withDefault(oneOf(USER_ID_TYPES), 'open_id'),
			set_bot_manager: flag(),
			uuid: text({ max: 50 }),
		},
		body: {
			...INFO,
			...SETTINGS,
			edit_permission: oneOf(['only_owner', 'all_members']),
			chat_mode: text(),
			owner_id: text(),
			user_id_list: texts({ max: 50 }),
			bot_id_list: texts({ max: 5 }),
		},
		handle({ platform, by, query, body }) {
			const { store } = platform;
			const idType = query.user_id_type;
			const { avatar, name, description = '', i18n_names: names, ...rest } = body;
			const { owner_id: ownerId, user_id_list: userIds = [], bot_id_list: botIds = [], ...given } = rest;
			const settings = settingsOf(given);
			checkAvatar(store, by.app, avatar);
			const owner = ownerId ? store.directory.find(by.app, idType, ownerId) : undefined;
			if (ownerId && !owner) throw new PlatformError(232030, 'Your request specifies a user_id which is invalid.');
			if (ownerId && owner && !mayUse(by, owner)) throw invisible([ownerId]);
			const people = peopleOf(store, by, idType, userIds);
			const bots = botsOf(store, by, botIds);
			const now = store.tick();
			const chat: Chat = {
				chat_id: newId.chat(),
				name: nameOf(name, settings.chat_type === 'public'),
				description,
				chat_type: 'group',
				owner_id: owner?.open_id ?? openIdOf(by),
				members: [...new Set([owner, by.user, ...people].flatMap((user) => (user ? [user.open_id] : [])))],
				bots,
				create_time: now,
				active_time: now,
			};
			const key = JSON.stringify([by.app.app_id, query.uuid, ownerId]);
			const made = query.uuid ? earlier(platform, key) : undefined;
			if (made) return { data: { chat_id: made.chat_id, ...described(store, by.app, made, idType) } };
			const group = groupOf(chat);
			if (!by.user) group.creator = by.app.app_id;
			if (avatar) group.avatar = avatar;
			Object.assign(group.i18n_names, onlyGiven(names));
			Object.assign(group.settings, settings);
			if (owner && query.set_bot_manager && !by.user) group.bot_managers.push(by.app.app_id);
			store.im.chats.set(chat.chat_id, chat);
			if (query.uuid) store.im.chatUuids.set(key, { chat_id: chat.chat_id, at: platform.clock.now() });
			store.changed();
			const own = [by.user?.open_id, by.user ? undefined : by.app.app_id];
			noteStart(
				store,
				chat,
				senderOf(by),
				[...chat.members, ...bots].filter((id) => !own.includes(id)),
			);
			tellBots(platform, 'added', chat, senderOf(by), bots);
			return { data: { chat_id: chat.chat_id, ...described(store, by.app, chat, idType) } };
		},
	}),
];
