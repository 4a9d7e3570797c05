import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { MENU, menuIdsField, topLevels, type MenuTree } from './tree';

const chat = chatField();
const menuIds = menuIdsField(
	'The chat_menu_top_level_id of all menus in their new order, separated by commas or line breaks; an expression may give a list',
);

export const sort = defineOperation({
	value: 'sort',
	name: 'Sort',
	action: 'Sort the menus of a chat',
	description: 'Put the menus of a group into another order',
	endpoint: 'POST /open-apis/im/v1/chats/:chat_id/menu_tree/sort',
	scopes: ['im:chat.menu_tree:write_only', 'im:chat'],
	identity: 'app',
	fields: [chat, menuIds],
	output: outputOf(MENU),
	orderBy: ({ read }) => read(chat),
	async run({ read, feishu }) {
		const tree = await feishu.call<MenuTree>(this.endpoint, {
			path: { chat_id: read(chat) },
			body: { chat_menu_top_level_ids: read(menuIds) },
			idempotent: true,
		});
		return topLevels(tree);
	},
});
