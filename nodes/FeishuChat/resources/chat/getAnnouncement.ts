import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { userIdTypeFieldOld } from '../../../shared/contact/userIdType';
import { defineOperation } from '../../../shared/operation/operation';
import { announcementText, GET_ANNOUNCEMENT, type Announcement } from './announcement';

export const getAnnouncement = defineOperation({
	value: 'getAnnouncement',
	name: 'Get Announcement',
	action: 'Get the announcement of a chat',
	description: 'Read the announcement of a group as text and as a document; for announcements of the older kind',
	endpoint: GET_ANNOUNCEMENT,
	scopes: ['im:chat.announcement:read', 'im:chat:readonly', 'im:chat'],
	fields: [chatFieldOld(), userIdTypeFieldOld()],
	async run({ param, feishu }) {
		const id = chatId(param);
		const announcement = await feishu.call<Announcement>(this.endpoint, {
			path: { chat_id: id },
			query: { user_id_type: param.choice('userIdType') },
		});
		return { chat_id: id, text: announcementText(announcement.content), ...announcement };
	},
});
