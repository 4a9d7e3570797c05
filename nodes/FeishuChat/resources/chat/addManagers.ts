import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { botsField, membersField } from './fields';
import { changeManagers } from './managers';

export const addManagers = defineOperation({
	value: 'addManagers',
	name: 'Add Managers',
	action: 'Add managers to a chat',
	description: 'Make members administrators of a group, 10 in all at most; only the owner may do that',
	endpoint: 'POST /open-apis/im/v1/chats/:chat_id/managers/add_managers',
	alsoCalls: ['POST /open-apis/contact/v3/users/batch_get_id'],
	scopes: ['im:chat.managers:write_only', 'im:chat'],
	fields: [chatFieldOld(), membersField, botsField],
	orderBy: ({ param }) => chatId(param),
	async run({ param, feishu }) {
		return await changeManagers(this.endpoint, param, feishu);
	},
});
