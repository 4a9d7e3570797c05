import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import type { Tabs } from './fields';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many chat tabs',
	description: 'List the tabs of a chat in their order, with those that Feishu brings itself',
	endpoint: 'GET /open-apis/im/v1/chats/:chat_id/chat_tabs/list_tabs',
	scopes: ['im:chat.tabs:read', 'im:chat:readonly', 'im:chat'],
	fields: [chatFieldOld()],
	async run({ param, feishu }) {
		const { chat_tabs = [] } = await feishu.call<Tabs>(this.endpoint, { path: { chat_id: chatId(param) } });
		return chat_tabs;
	},
});
