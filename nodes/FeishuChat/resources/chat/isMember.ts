import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const chat = chatField();

export const isMember = defineOperation({
	value: 'isMember',
	name: 'Is Member',
	action: 'Check if the app is in a chat',
	description: 'Whether the app itself is a member of the group',
	endpoint: 'GET /open-apis/im/v1/chats/:chat_id/members/is_in_chat',
	scopes: ['im:chat.members:read', 'im:chat:readonly', 'im:chat'],
	identity: 'either',
	fields: [chat],
	output: outputOf({ chat_id: 'string', is_member: 'boolean' }),
	async run({ read, feishu }) {
		const chat_id = read(chat);
		const { is_in_chat } = await feishu.call<{ is_in_chat: boolean }>(this.endpoint, { path: { chat_id } });
		return { chat_id, is_member: is_in_chat };
	},
});
