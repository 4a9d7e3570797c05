import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { TAB, tabIdsField, type Tabs } from './fields';

const chat = chatField();
const tabIds = tabIdsField('Separated by commas or line breaks; an expression may give a list');

export const deleteTabs = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete tabs of a chat',
	description: 'Remove tabs that were added before; those that Feishu brings itself stay',
	endpoint: 'DELETE /open-apis/im/v1/chats/:chat_id/chat_tabs/delete_tabs',
	scopes: ['im:chat.tabs:write_only', 'im:chat'],
	identity: 'either',
	fields: [chat, tabIds],
	output: outputOf({ deleted: 'boolean', chat_id: 'string', tab_ids: ['string'], chat_tabs: [TAB] }),
	orderBy: ({ read }) => read(chat),
	async run({ read, feishu }) {
		const chat_id = read(chat);
		const tab_ids = read(tabIds);
		const { chat_tabs = [] } = await feishu.call<Tabs>(this.endpoint, { path: { chat_id }, body: { tab_ids } });
		return { deleted: true, chat_id, tab_ids, chat_tabs };
	},
});
