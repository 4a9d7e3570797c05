import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { MENU, topLevels, type MenuTree } from './tree';

const chat = chatField();

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many menus of a chat',
	description: 'Read the menus of a group with their entries, one item a menu',
	endpoint: 'GET /open-apis/im/v1/chats/:chat_id/menu_tree',
	scopes: ['im:chat.menu_tree:read', 'im:chat:readonly', 'im:chat'],
	identity: 'app',
	fields: [chat],
	output: outputOf(MENU),
	async run({ read, feishu }) {
		return topLevels(await feishu.call<MenuTree>(this.endpoint, { path: { chat_id: read(chat) } }));
	},
});
