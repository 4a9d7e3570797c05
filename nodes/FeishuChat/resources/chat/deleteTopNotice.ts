import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';

export const deleteTopNotice = defineOperation({
	value: 'deleteTopNotice',
	name: 'Delete Top Notice',
	action: 'Delete the notice at the top of a chat',
	description: 'Take away what stands at the top of a group; the message itself stays',
	endpoint: 'POST /open-apis/im/v1/chats/:chat_id/top_notice/delete_top_notice',
	scopes: ['im:chat.top_notice:write_only', 'im:chat'],
	fields: [chatFieldOld()],
	orderBy: ({ param }) => chatId(param),
	async run({ param, feishu }) {
		const id = chatId(param);
		await feishu.call(this.endpoint, { path: { chat_id: id }, idempotent: true });
		return { deleted: true, chat_id: id };
	},
});
