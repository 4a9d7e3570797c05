import { chatField, chatId } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';

export const isMember = defineOperation({
	value: 'isMember',
	name: 'Is Member',
	action: 'Check if the app is in a chat',
	description: 'Whether the app itself is a member of the group',
	endpoint: 'GET /open-apis/im/v1/chats/:chat_id/members/is_in_chat',
	scopes: ['im:chat.members:read', 'im:chat:readonly', 'im:chat'],
	fields: [chatField()],
	async run({ param, feishu }) {
		const id = chatId(param);
		const { is_in_chat } = await feishu.call<{ is_in_chat: boolean }>(this.endpoint, { path: { chat_id: id } });
		return { chat_id: id, is_member: is_in_chat };
	},
});
