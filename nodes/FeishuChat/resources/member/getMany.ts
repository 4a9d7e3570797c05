import { userIdTypeField } from '../../../shared/contact/userIdType';
import { pagingFields } from '../../../shared/fields/common';
import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const chat = chatField();

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many members of a chat',
	description: 'List the people of a group; apps are not among them',
	endpoint: 'GET /open-apis/im/v1/chats/:chat_id/members',
	scopes: ['im:chat.members:read', 'im:chat:readonly', 'im:chat'],
	identity: 'either',
	fields: [chat, pagingFields, userIdTypeField],
	output: outputOf({ member_id_type: 'string', member_id: 'string', 'name?': 'string', 'tenant_key?': 'string' }),
	async run({ read, feishu }) {
		return await feishu.list(this.endpoint, {
			path: { chat_id: read(chat) },
			query: { member_id_type: read(userIdTypeField) },
			limit: read(pagingFields),
			pageSize: 100,
		});
	},
});
