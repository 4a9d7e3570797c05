import { userIdTypeField } from '../../../shared/contact/userIdType';
import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { announcementText, GET_ANNOUNCEMENT, type Announcement } from './document';

const chat = chatField();

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get the announcement of a chat',
	description: 'Read the announcement of a group as text and as a document; for announcements of the older kind',
	endpoint: GET_ANNOUNCEMENT,
	scopes: ['im:chat.announcement:read', 'im:chat:readonly', 'im:chat'],
	identity: 'either',
	fields: [chat, userIdTypeField],
	output: outputOf({
		chat_id: 'string',
		text: 'string',
		'content?': 'string',
		'revision?': 'string',
		'create_time?': 'string',
		'update_time?': 'string',
		'owner_id_type?': 'string',
		'owner_id?': 'string',
		'modifier_id_type?': 'string',
		'modifier_id?': 'string',
	}),
	async run({ read, feishu }) {
		const chat_id = read(chat);
		const announcement = await feishu.call<Announcement>(this.endpoint, {
			path: { chat_id },
			query: { user_id_type: read(userIdTypeField) },
		});
		return { chat_id, text: announcementText(announcement.content), ...announcement };
	},
});
