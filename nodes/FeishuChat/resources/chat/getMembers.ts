import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { pagingFieldsOld } from '../../../shared/fields/common';
import { userIdTypeFieldOld } from '../../../shared/contact/userIdType';
import { defineOperation } from '../../../shared/operation/operation';

export const getMembers = defineOperation({
	value: 'getMembers',
	name: 'Get Members',
	action: 'Get the members of a chat',
	description: 'List the people of a group; apps are not among them',
	endpoint: 'GET /open-apis/im/v1/chats/:chat_id/members',
	scopes: ['im:chat.members:read', 'im:chat:readonly', 'im:chat'],
	fields: [chatFieldOld(), ...pagingFieldsOld(), userIdTypeFieldOld()],
	async run({ param, feishu }) {
		return await feishu.list(this.endpoint, {
			path: { chat_id: chatId(param) },
			query: { member_id_type: param.choice('userIdType') },
			limit: param.limit(),
			pageSize: 100,
		});
	},
});
