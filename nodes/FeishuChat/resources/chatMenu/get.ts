import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { topLevels, type MenuTree } from './fields';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get chat menus',
	description: 'Read the menus of a group with their entries, one item a menu',
	endpoint: 'GET /open-apis/im/v1/chats/:chat_id/menu_tree',
	scopes: ['im:chat.menu_tree:read', 'im:chat:readonly', 'im:chat'],
	fields: [chatFieldOld()],
	async run({ param, feishu }) {
		return topLevels(await feishu.call<MenuTree>(this.endpoint, { path: { chat_id: chatId(param) } }));
	},
});
