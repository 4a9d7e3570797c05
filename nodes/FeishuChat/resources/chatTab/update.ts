import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { contentFields, readTab, tabField, type Tabs } from './fields';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a chat tab',
	description: 'Change name and address of a tab that was added before',
	endpoint: 'POST /open-apis/im/v1/chats/:chat_id/chat_tabs/update_tabs',
	scopes: ['im:chat.tabs:write_only', 'im:chat'],
	fields: [chatFieldOld(), tabField, ...contentFields],
	orderBy: ({ param }) => chatId(param),
	async run({ param, feishu }) {
		const chat_id = chatId(param);
		const tab = { tab_id: param.located('tab').value, ...readTab(param) };
		const { chat_tabs = [] } = await feishu.call<Tabs>(this.endpoint, {
			path: { chat_id },
			body: { chat_tabs: [tab] },
			idempotent: true,
		});
		return { chat_id, ...(chat_tabs.find(({ tab_id }) => tab_id === tab.tab_id) ?? tab) };
	},
});
