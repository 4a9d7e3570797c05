import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { MENU, menuIdsField, topLevels, type MenuTree } from './tree';

const chat = chatField();
const menuIds = menuIdsField(
	'The chat_menu_top_level_id of each menu, separated by commas or line breaks; an expression may give a list',
);

export const deleteMenus = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete menus of a chat',
	description: 'Remove menus of a group with all their entries',
	endpoint: 'DELETE /open-apis/im/v1/chats/:chat_id/menu_tree',
	scopes: ['im:chat.menu_tree:write_only', 'im:chat'],
	identity: 'app',
	fields: [chat, menuIds],
	output: outputOf({
		deleted: 'boolean',
		chat_id: 'string',
		chat_menu_top_level_ids: ['string'],
		chat_menu_top_levels: [MENU],
	}),
	orderBy: ({ read }) => read(chat),
	async run({ read, feishu }) {
		const chat_id = read(chat);
		const chat_menu_top_level_ids = read(menuIds);
		const tree = await feishu.call<MenuTree>(this.endpoint, { path: { chat_id }, body: { chat_menu_top_level_ids } });
		return { deleted: true, chat_id, chat_menu_top_level_ids, chat_menu_top_levels: topLevels(tree) };
	},
});
