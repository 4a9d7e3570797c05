import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';

const chat = chatField();

export const disband = defineOperation({
	value: 'disband',
	name: 'Disband',
	action: 'Disband a chat',
	description: 'Dissolve a group for everyone, for good; the app must own it, or have created it',
	endpoint: 'DELETE /open-apis/im/v1/chats/:chat_id',
	scopes: ['im:chat:delete', 'im:chat'],
	identity: 'either',
	fields: [chat],
	output: doneOutput('disbanded', 'chat_id'),
	orderBy: ({ read }) => read(chat),
	async run({ read, feishu }) {
		const chat_id = read(chat);
		await feishu.call(this.endpoint, { path: { chat_id } });
		return { disbanded: true, chat_id };
	},
});
