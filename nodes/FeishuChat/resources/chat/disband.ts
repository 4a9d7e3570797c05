import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';

export const disband = defineOperation({
	value: 'disband',
	name: 'Disband',
	action: 'Disband a chat',
	description: 'Dissolve a group for everyone, for good; the app must own it, or have created it',
	endpoint: 'DELETE /open-apis/im/v1/chats/:chat_id',
	scopes: ['im:chat:delete', 'im:chat'],
	fields: [chatFieldOld()],
	orderBy: ({ param }) => chatId(param),
	async run({ param, feishu }) {
		const id = chatId(param);
		await feishu.call(this.endpoint, { path: { chat_id: id } });
		return { disbanded: true, chat_id: id };
	},
});
