import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { TAB, tabIdsField, type Tabs } from './fields';

const chat = chatField();
const tabIds = tabIdsField(
	'All tabs in their new order, separated by commas or line breaks; an expression may give a list. Messages stay first.',
);

export const sort = defineOperation({
	value: 'sort',
	name: 'Sort',
	action: 'Sort the tabs of a chat',
	description: 'Put the tabs of a chat into another order',
	endpoint: 'POST /open-apis/im/v1/chats/:chat_id/chat_tabs/sort_tabs',
	scopes: ['im:chat.tabs:write_only', 'im:chat'],
	identity: 'either',
	fields: [chat, tabIds],
	output: outputOf(TAB),
	orderBy: ({ read }) => read(chat),
	async run({ read, feishu }) {
		const { chat_tabs = [] } = await feishu.call<Tabs>(this.endpoint, {
			path: { chat_id: read(chat) },
			body: { tab_ids: read(tabIds) },
			idempotent: true,
		});
		return chat_tabs;
	},
});
