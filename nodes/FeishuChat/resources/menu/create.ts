import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { menusField } from './menus';
import { MENU, topLevels, type MenuTree } from './tree';

const chat = chatField();

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create menus of a chat',
	description: 'Add menus below the messages of a group; gives all menus that the group then has',
	endpoint: 'POST /open-apis/im/v1/chats/:chat_id/menu_tree',
	scopes: ['im:chat.menu_tree:write_only', 'im:chat'],
	identity: 'app',
	fields: [chat, menusField],
	output: outputOf(MENU),
	orderBy: ({ read }) => read(chat),
	async run({ read, feishu }) {
		const tree = await feishu.call<MenuTree>(this.endpoint, {
			path: { chat_id: read(chat) },
			body: { menu_tree: { chat_menu_top_levels: read(menusField) } },
		});
		return topLevels(tree);
	},
});
