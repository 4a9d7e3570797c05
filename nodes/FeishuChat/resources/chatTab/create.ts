import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { contentFields, readTab, type Tabs } from './fields';

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a chat tab',
	description: 'Add a web page or a document as a tab to a chat; 20 at most',
	endpoint: 'POST /open-apis/im/v1/chats/:chat_id/chat_tabs',
	scopes: ['im:chat.tabs:write_only', 'im:chat'],
	fields: [chatFieldOld(), ...contentFields],
	orderBy: ({ param }) => chatId(param),
	async run({ param, feishu }) {
		const chat_id = chatId(param);
		const tab = readTab(param);
		const { chat_tabs = [] } = await feishu.call<Tabs>(this.endpoint, {
			path: { chat_id },
			body: { chat_tabs: [tab] },
		});
		// The answer holds all tabs of the chat; the new one is the last of its kind and name.
		const added = chat_tabs
			.filter(({ tab_type, tab_name }) => tab_type === tab.tab_type && tab_name === tab.tab_name)
			.at(-1);
		return { chat_id, ...(added ?? tab) };
	},
});
