import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { topLevels, type MenuTree } from './fields';
import { menusField, readMenus } from './menus';

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create chat menus',
	description: 'Add menus below the messages of a group; gives all menus that the group then has',
	endpoint: 'POST /open-apis/im/v1/chats/:chat_id/menu_tree',
	scopes: ['im:chat.menu_tree:write_only', 'im:chat'],
	fields: [chatFieldOld(), menusField],
	orderBy: ({ param }) => chatId(param),
	async run({ param, feishu }) {
		const tree = await feishu.call<MenuTree>(this.endpoint, {
			path: { chat_id: chatId(param) },
			body: { menu_tree: { chat_menu_top_levels: readMenus(param) } },
		});
		return topLevels(tree);
	},
});
