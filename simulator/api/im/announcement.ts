import { BOTH } from '../../gateway/tokens';
import { senderOf } from '../../state/operator';
import { type Announcement, groupOf } from '../../state/chats';
import { PlatformError } from '../../platform/envelope';
import { USER_ID_TYPES } from '../../platform/ids';
import { oneOf, required, text, texts, withDefault } from '../../platform/validate';
import type { Chat } from '../../state/chats';
import type { Sender } from '../../state/sender';
import type { Store } from '../../state/store';
import { defineRoute } from '../../gateway/route';

import { edited, editFailed } from './announcementEdit';
import { announcementMissing, announcementOf, announcementOwner } from './announcementState';
import { allows, invalidChatParam, joinedChat } from './chatAccess';

/** How far behind the newest revision an edit may be. */
const MAX_BEHIND = 100;

/** 232003 for a conversation of two, 232097 for an announcement of the newer kind. */
function olderAnnouncement(store: Store, chat: Chat): Announcement {
	const announcement = announcementOf(store, chat);
	if (!announcement) throw announcementMissing(232003);
	if (announcement.type === 'docx') throw new PlatformError(232097, 'Unable to operate docx type chat announcement.');
	return announcement;
}

/** The content of the old document type, as text. */
const content = ({ title, blocks }: Announcement) =>
	JSON.stringify({
		title: { elements: title === '' ? [] : [{ type: 'textRun', textRun: { text: title, style: {} } }] },
		body: { blocks },
	});

const seconds = (ms: number) => String(Math.floor(ms / 1000));

export const announcementRoutes = [
	/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-announcement/get */
	defineRoute({
		method: 'GET',
		path: '/open-apis/im/v1/chats/:chat_id/announcement',
		tokens: BOTH,
		scopes: ['im:chat', 'im:chat.announcement:read', 'im:chat:readonly'],
		query: { user_id_type: withDefault(oneOf(USER_ID_TYPES), 'open_id') },
		handle({ platform: { store }, by, params, query }) {
			const chat = joinedChat(store, by, params.chat_id);
			const announcement = olderAnnouncement(store, chat);
			const idType = ({ sender_type: type }: Sender) => (type === 'app' ? 'app_id' : query.user_id_type);
			const owner = announcementOwner(store, chat);
			const { modifier } = announcement;
			return {
				data: {
					content: content(announcement),
					revision: String(announcement.revision),
					create_time: seconds(announcement.create_time),
					update_time: seconds(announcement.update_time),
					owner_id_type: idType(owner),
					owner_id: store.directory.idFor(by.app, owner.id, query.user_id_type),
					modifier_id_type: idType(modifier),
					modifier_id: store.directory.idFor(by.app, modifier.id, query.user_id_type),
				},
			};
		},
	}),
	/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-announcement/patch */
	defineRoute({
		method: 'PATCH',
		path: '/open-apis/im/v1/chats/:chat_id/announcement',
		tokens: BOTH,
		scopes: ['im:chat', 'im:chat.announcement:write_only'],
		body: { revision: required(text()), requests: texts() },
		handle({ platform: { store, clock }, by, params, body }) {
			const chat = joinedChat(store, by, params.chat_id);
			const announcement = olderAnnouncement(store, chat);
			if (!allows(groupOf(chat).settings.edit_permission, chat, by))
				throw new PlatformError(
					232002,
					'No Permission: Only chat owner or admin can edit chat information in the current situation.',
				);
			const { revision, requests = [] } = body;
			if (!/^\d{1,18}$/.test(revision)) throw invalidChatParam('invalid revision');
			if (requests.length === 0) throw invalidChatParam('requests is empty');
			const behind = announcement.revision - Number(revision);
			if (behind < 0 || behind > MAX_BEHIND) throw editFailed('invalid revision');
			const result = requests.reduce(edited, { title: announcement.title, blocks: announcement.blocks });
			Object.assign(announcement, result, {
				revision: announcement.revision + 1,
				update_time: clock.now(),
				modifier: senderOf(by),
			});
			store.changed();
			return { data: {} };
		},
	}),
];
