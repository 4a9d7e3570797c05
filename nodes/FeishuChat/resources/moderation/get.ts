import type { IDataObject } from 'n8n-workflow';

import { collectPages, readPage } from '../../../../feishu/api/paging';
import { text, type JsonObject } from '../../../../feishu/json';
import { userIdTypeField } from '../../../shared/contact/userIdType';
import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const chat = chatField();

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get who may post in a chat',
	description: 'Read who may post in a group: all members, its owner and administrators, or the people of a list',
	endpoint: 'GET /open-apis/im/v1/chats/:chat_id/moderation',
	scopes: ['im:chat.moderation:read', 'im:chat:readonly', 'im:chat'],
	identity: 'either',
	fields: [chat, userIdTypeField],
	output: outputOf({
		chat_id: 'string',
		moderation_setting: 'string',
		moderators: [{ 'user_id_type?': 'string', user_id: 'string', 'tenant_key?': 'string' }],
	}),
	async run({ read, feishu }) {
		const chat_id = read(chat);
		const user_id_type = read(userIdTypeField);
		let moderation_setting = '';
		// The setting stands beside each page of people, and is all there is where there are none.
		const moderators = await collectPages(async (page_token) => {
			const data = await feishu.call<JsonObject>(this.endpoint, {
				path: { chat_id },
				query: { user_id_type, page_size: 100, page_token },
			});
			moderation_setting = text(data.moderation_setting);
			return readPage(data, 'items');
		}, Infinity);
		return { chat_id, moderation_setting, moderators: moderators as IDataObject[] };
	},
});
