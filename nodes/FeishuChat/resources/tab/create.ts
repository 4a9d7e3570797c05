import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { contentField, TAB, type Tabs } from './fields';

const chat = chatField();

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a tab of a chat',
	description: 'Add a web page or a document as a tab to a chat; 20 at most',
	endpoint: 'POST /open-apis/im/v1/chats/:chat_id/chat_tabs',
	scopes: ['im:chat.tabs:write_only', 'im:chat'],
	identity: 'either',
	fields: [chat, contentField],
	output: outputOf({ chat_id: 'string', ...TAB }),
	orderBy: ({ read }) => read(chat),
	async run({ read, feishu }) {
		const chat_id = read(chat);
		const tab = read(contentField);
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
