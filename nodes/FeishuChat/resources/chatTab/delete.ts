import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { tabIdsField, type Tabs } from './fields';

export const deleteTabs = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete chat tabs',
	description: 'Remove tabs that were added before; those that Feishu brings itself stay',
	endpoint: 'DELETE /open-apis/im/v1/chats/:chat_id/chat_tabs/delete_tabs',
	scopes: ['im:chat.tabs:write_only', 'im:chat'],
	fields: [chatFieldOld(), tabIdsField('Separated by commas or line breaks; an expression may give a list')],
	orderBy: ({ param }) => chatId(param),
	async run({ param, feishu }) {
		const chat_id = chatId(param);
		const tab_ids = param.list('tabIds');
		const { chat_tabs = [] } = await feishu.call<Tabs>(this.endpoint, { path: { chat_id }, body: { tab_ids } });
		return { deleted: true, chat_id, tab_ids, chat_tabs };
	},
});
