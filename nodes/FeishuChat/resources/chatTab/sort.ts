import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { tabIdsField, type Tabs } from './fields';

export const sort = defineOperation({
	value: 'sort',
	name: 'Sort',
	action: 'Sort chat tabs',
	description: 'Put the tabs of a chat into another order',
	endpoint: 'POST /open-apis/im/v1/chats/:chat_id/chat_tabs/sort_tabs',
	scopes: ['im:chat.tabs:write_only', 'im:chat'],
	fields: [
		chatFieldOld(),
		tabIdsField(
			'All tabs in their new order, separated by commas or line breaks; an expression may give a list. Messages stay first.',
		),
	],
	orderBy: ({ param }) => chatId(param),
	async run({ param, feishu }) {
		const { chat_tabs = [] } = await feishu.call<Tabs>(this.endpoint, {
			path: { chat_id: chatId(param) },
			body: { tab_ids: param.list('tabIds') },
			idempotent: true,
		});
		return chat_tabs;
	},
});
