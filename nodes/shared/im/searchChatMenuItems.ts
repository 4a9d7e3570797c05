import { listSearch } from '../fields/listSearch';
import { chosenChat } from './chosenChat';

interface Item {
	chat_menu_item?: { name?: string };
}

interface Menu extends Item {
	chat_menu_top_level_id?: string;
	children?: Array<Item & { chat_menu_second_level_id?: string }>;
}

/** Entries of the menu of the chat that is chosen in the same panel, on both levels. */
export const searchChatMenuItems = listSearch({
	what: 'menu entries',
	scopes: ['im:chat.menu_tree:read', 'im:chat:readonly', 'im:chat'],
	of: chosenChat,
	async *entries(ask) {
		const { menu_tree } = await ask.feishu.call<{ menu_tree?: { chat_menu_top_levels?: Menu[] } }>(
			'GET /open-apis/im/v1/chats/:chat_id/menu_tree',
			{ path: { chat_id: chosenChat(ask) } },
		);
		for (const menu of menu_tree?.chat_menu_top_levels ?? []) {
			const name = menu.chat_menu_item?.name ?? '';
			yield { name, value: menu.chat_menu_top_level_id ?? '' };
			for (const child of menu.children ?? [])
				yield {
					name: `${name} → ${child.chat_menu_item?.name ?? ''}`,
					value: child.chat_menu_second_level_id ?? '',
				};
		}
	},
	nothing: { message: 'The chat has no menu', advice: 'Menu: Create makes one' },
});
