import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';

export const join = defineOperation({
	value: 'join',
	name: 'Join',
	action: 'Join a chat',
	description: 'Make the app itself a member of a public group',
	endpoint: 'PATCH /open-apis/im/v1/chats/:chat_id/members/me_join',
	scopes: ['im:chat.members:write_only', 'im:chat'],
	fields: [chatFieldOld({ description: 'A public group; a search in the list finds those that the app is not in' })],
	orderBy: ({ param }) => chatId(param),
	async run({ param, feishu }) {
		const id = chatId(param);
		await feishu.call(this.endpoint, { path: { chat_id: id }, idempotent: true });
		return { chat_id: id, joined: true };
	},
});
