import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { contentField, TAB, tabField, type Tabs } from './fields';

const chat = chatField();

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a tab of a chat',
	description: 'Change name and address of a tab that was added before',
	endpoint: 'POST /open-apis/im/v1/chats/:chat_id/chat_tabs/update_tabs',
	scopes: ['im:chat.tabs:write_only', 'im:chat'],
	identity: 'either',
	fields: [chat, tabField, contentField],
	output: outputOf({ chat_id: 'string', ...TAB }),
	orderBy: ({ read }) => read(chat),
	async run({ read, feishu }) {
		const chat_id = read(chat);
		const tab = { tab_id: read(tabField), ...read(contentField) };
		const { chat_tabs = [] } = await feishu.call<Tabs>(this.endpoint, {
			path: { chat_id },
			body: { chat_tabs: [tab] },
			idempotent: true,
		});
		return { chat_id, ...(chat_tabs.find(({ tab_id }) => tab_id === tab.tab_id) ?? tab) };
	},
});
