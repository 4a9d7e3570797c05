import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { membersField } from '../people';
import { changeManagers, managersOutput } from './change';

const chat = chatField();

export const add = defineOperation({
	value: 'add',
	name: 'Add',
	action: 'Add managers to a chat',
	description: 'Make members administrators of a group, 10 in all at most; only the owner may do that',
	endpoint: 'POST /open-apis/im/v1/chats/:chat_id/managers/add_managers',
	scopes: ['im:chat.managers:write_only', 'im:chat'],
	identity: 'either',
	fields: [chat, membersField],
	output: managersOutput,
	orderBy: ({ read }) => read(chat),
	async run({ read, feishu }) {
		return await changeManagers(this.endpoint, feishu, read(chat), read(membersField));
	},
});
