import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { menuIdsField, topLevels, type MenuTree } from './fields';

export const sort = defineOperation({
	value: 'sort',
	name: 'Sort',
	action: 'Sort chat menus',
	description: 'Put the menus of a group into another order',
	endpoint: 'POST /open-apis/im/v1/chats/:chat_id/menu_tree/sort',
	scopes: ['im:chat.menu_tree:write_only', 'im:chat'],
	fields: [
		chatFieldOld(),
		menuIdsField(
			'The chat_menu_top_level_id of all menus in their new order, separated by commas or line breaks; an expression may give a list',
		),
	],
	orderBy: ({ param }) => chatId(param),
	async run({ param, feishu }) {
		const tree = await feishu.call<MenuTree>(this.endpoint, {
			path: { chat_id: chatId(param) },
			body: { chat_menu_top_level_ids: param.list('menuIds') },
			idempotent: true,
		});
		return topLevels(tree);
	},
});
