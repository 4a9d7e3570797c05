import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';

const chat = chatField();

export const deleteNotice = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete the notice at the top of a chat',
	description: 'Take away what stands at the top of a group; the message itself stays',
	endpoint: 'POST /open-apis/im/v1/chats/:chat_id/top_notice/delete_top_notice',
	scopes: ['im:chat.top_notice:write_only', 'im:chat'],
	identity: 'either',
	fields: [chat],
	output: doneOutput('deleted', 'chat_id'),
	orderBy: ({ read }) => read(chat),
	async run({ read, feishu }) {
		const chat_id = read(chat);
		await feishu.call(this.endpoint, { path: { chat_id }, idempotent: true });
		return { deleted: true, chat_id };
	},
});
