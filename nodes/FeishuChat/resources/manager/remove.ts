import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { membersField } from '../people';
import { changeManagers, managersOutput } from './change';

const chat = chatField();

export const remove = defineOperation({
	value: 'remove',
	name: 'Remove',
	action: 'Remove managers from a chat',
	description: 'Make administrators of a group ordinary members again; only the owner may do that',
	endpoint: 'POST /open-apis/im/v1/chats/:chat_id/managers/delete_managers',
	scopes: ['im:chat.managers:write_only', 'im:chat'],
	identity: 'either',
	fields: [chat, membersField],
	output: managersOutput,
	orderBy: ({ read }) => read(chat),
	async run({ read, feishu }) {
		return await changeManagers(this.endpoint, feishu, read(chat), read(membersField));
	},
});
