import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { menuIdsField, topLevels, type MenuTree } from './fields';

export const deleteMenus = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete chat menus',
	description: 'Remove menus of a group with all their entries',
	endpoint: 'DELETE /open-apis/im/v1/chats/:chat_id/menu_tree',
	scopes: ['im:chat.menu_tree:write_only', 'im:chat'],
	fields: [
		chatFieldOld(),
		menuIdsField(
			'The chat_menu_top_level_id of each menu, separated by commas or line breaks; an expression may give a list',
		),
	],
	orderBy: ({ param }) => chatId(param),
	async run({ param, feishu }) {
		const chat_id = chatId(param);
		const menu_ids = param.list('menuIds');
		const tree = await feishu.call<MenuTree>(this.endpoint, {
			path: { chat_id },
			body: { chat_menu_top_level_ids: menu_ids },
		});
		return { deleted: true, chat_id, chat_menu_top_level_ids: menu_ids, chat_menu_top_levels: topLevels(tree) };
	},
});
