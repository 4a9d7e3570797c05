import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { TAB, type Tabs } from './fields';

const chat = chatField();

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many tabs of a chat',
	description: 'List the tabs of a chat in their order, with those that Feishu brings itself',
	endpoint: 'GET /open-apis/im/v1/chats/:chat_id/chat_tabs/list_tabs',
	scopes: ['im:chat.tabs:read', 'im:chat:readonly', 'im:chat'],
	identity: 'either',
	fields: [chat],
	output: outputOf(TAB),
	async run({ read, feishu }) {
		const { chat_tabs = [] } = await feishu.call<Tabs>(this.endpoint, { path: { chat_id: read(chat) } });
		return chat_tabs;
	},
});
