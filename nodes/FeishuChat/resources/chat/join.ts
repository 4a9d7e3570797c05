import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const chat = chatField({
	description: 'A public group; a search in the list finds those that the app is not in',
});

export const join = defineOperation({
	value: 'join',
	name: 'Join',
	action: 'Join a chat',
	description: 'Make the app itself a member of a public group',
	endpoint: 'PATCH /open-apis/im/v1/chats/:chat_id/members/me_join',
	scopes: ['im:chat.members:write_only', 'im:chat'],
	identity: 'either',
	fields: [chat],
	output: outputOf({ chat_id: 'string', joined: 'boolean' }),
	orderBy: ({ read }) => read(chat),
	async run({ read, feishu }) {
		const chat_id = read(chat);
		await feishu.call(this.endpoint, { path: { chat_id }, idempotent: true });
		return { chat_id, joined: true };
	},
});
