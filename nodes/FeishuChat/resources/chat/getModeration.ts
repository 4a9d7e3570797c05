import type { IDataObject } from 'n8n-workflow';

import { text, type JsonObject } from '../../../../feishu/json';
import { collectPages, readPage } from '../../../../feishu/api/paging';
import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { userIdTypeFieldOld } from '../../../shared/contact/userIdType';
import { defineOperation } from '../../../shared/operation/operation';

export const getModeration = defineOperation({
	value: 'getModeration',
	name: 'Get Moderation',
	action: 'Get who may post in a chat',
	description: 'Read who may post in a group: all members, its owner and administrators, or the people of a list',
	endpoint: 'GET /open-apis/im/v1/chats/:chat_id/moderation',
	scopes: ['im:chat.moderation:read', 'im:chat:readonly', 'im:chat'],
	fields: [chatFieldOld(), userIdTypeFieldOld()],
	async run({ param, feishu }) {
		const id = chatId(param);
		let moderation_setting = '';
		// The setting stands beside each page of people, and is all there is where there are none.
		const moderators = await collectPages(async (page_token) => {
			const data = await feishu.call<JsonObject>(this.endpoint, {
				path: { chat_id: id },
				query: { user_id_type: param.choice('userIdType'), page_size: 100, page_token },
			});
			moderation_setting = text(data.moderation_setting);
			return readPage(data, 'items');
		}, Infinity);
		return { chat_id: id, moderation_setting, moderators: moderators as IDataObject[] };
	},
});
