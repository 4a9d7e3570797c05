import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { FeishuClient } from '../client/client';
import { chosenChat } from './chosenChat';
import { listSearchError } from '../fields/listSearchError';

interface Item {
	chat_menu_item?: { name?: string };
}

interface Menu extends Item {
	chat_menu_top_level_id?: string;
	children?: Array<Item & { chat_menu_second_level_id?: string }>;
}

/** Entries of the menu of the chat that is chosen in the same panel, on both levels; none while there is no chat. */
export async function searchChatMenuItems(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
	const chat_id = chosenChat(this);
	if (chat_id === undefined) return { results: [] };
	const feishu = new FeishuClient(this);
	try {
		const { menu_tree } = await feishu.call<{ menu_tree?: { chat_menu_top_levels?: Menu[] } }>(
			'GET /open-apis/im/v1/chats/:chat_id/menu_tree',
			{ path: { chat_id } },
		);
		const items = (menu_tree?.chat_menu_top_levels ?? []).flatMap((menu) => {
			const name = menu.chat_menu_item?.name ?? '';
			const children = (menu.children ?? []).map((child) => ({
				name: `${name} → ${child.chat_menu_item?.name ?? ''}`,
				value: child.chat_menu_second_level_id ?? '',
			}));
			return [{ name, value: menu.chat_menu_top_level_id ?? '' }, ...children];
		});
		return { results: items.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase())) };
	} catch (error) {
		throw await listSearchError(this, error, feishu, ['im:chat.menu_tree:read', 'im:chat:readonly', 'im:chat']);
	}
}
