import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a chat',
	description: 'Read name, owner, settings and member count of a chat',
	endpoint: 'GET /open-apis/im/v1/chats/:chat_id',
	scopes: ['im:chat:read', 'im:chat:readonly', 'im:chat'],
	fields: [chatFieldOld()],
	async run({ param, feishu }) {
		const id = chatId(param);
		// The answer has everything but the ID.
		return { chat_id: id, ...(await feishu.call(this.endpoint, { path: { chat_id: id } })) };
	},
});
