import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { botsField, membersField } from './fields';
import { changeManagers } from './managers';

export const removeManagers = defineOperation({
	value: 'removeManagers',
	name: 'Remove Managers',
	action: 'Remove managers from a chat',
	description: 'Make administrators of a group ordinary members again; only the owner may do that',
	endpoint: 'POST /open-apis/im/v1/chats/:chat_id/managers/delete_managers',
	alsoCalls: ['POST /open-apis/contact/v3/users/batch_get_id'],
	scopes: ['im:chat.managers:write_only', 'im:chat'],
	fields: [chatFieldOld(), membersField, botsField],
	orderBy: ({ param }) => chatId(param),
	async run({ param, feishu }) {
		return await changeManagers(this.endpoint, param, feishu);
	},
});
