import type { INodeParameters } from 'n8n-workflow';

import { byId, list, type Platform } from '..';
import { groupOf, type MenuLevel } from '../../../../simulator/state/chats';
import { ownChat } from '../ownChat';
import { CHAT, late, type Cases } from './common';

const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `Menu ${index}` }));
const menus = (...menu: INodeParameters[]) => ({ menus: { menu } });

const MENU_IDS = [[{ menuIds: late(' , ') }, 'Menu IDs']] as const;

/** A group with two menus, the first of which has an entry. */
function withMenu(p: Platform): { chat: ReturnType<typeof list>; levels: MenuLevel[] } {
	const chat = ownChat(p);
	const { menu: levels } = groupOf(chat);
	const chat_menu_item = (name: string) => ({
		action_type: 'REDIRECT_LINK' as const,
		redirect_link: { common_url: 'https://example.com' },
		name,
	});
	levels.push(
		{
			chat_menu_top_level_id: '711',
			chat_menu_item: { action_type: 'NONE', name: 'More' },
			children: [{ chat_menu_second_level_id: '712', chat_menu_item: chat_menu_item('Rules') }],
		},
		{ chat_menu_top_level_id: '713', chat_menu_item: chat_menu_item('Sign up'), children: [] },
	);
	return { chat: list(chat.chat_id), levels };
}

const ids = (levels: readonly MenuLevel[]) => levels.map((level) => level.chat_menu_top_level_id);

export const menu: Cases = {
	create: {
		parameters: (p) => ({ chat: list(ownChat(p).chat_id), ...menus({ name: 'Sign up', url: 'https://example.com' }) }),
		refused: [
			...CHAT,
			[menus(), 'Menus'],
			[menus(...rows(4)), 'Menus'],
			[menus({ name: ' ' }), 'Menu 1 → Name'],
			[menus({ name: 'x', url: 'example.com' }), 'Menu 1 → Link'],
			[menus({ name: 'x', more: { iosUrl: 'example.com' } }), 'Menu 1 → iOS Link'],
			[menus({ name: 'x', url: 'https://example.com', entries: { entry: rows(1) } }), 'Menu 1 → Entries'],
			[menus({ name: 'x', more: { iconKey: 'img_1' }, entries: { entry: rows(1) } }), 'Menu 1 → Entries'],
			[menus({ name: 'x', entries: { entry: rows(6) } }), 'Menu 1 → Entries'],
			[menus({ name: 'x', entries: { entry: [{ name: '' }] } }), 'Menu 1 → Entry 1 → Name'],
		],
	},
	getAll: { parameters: (p) => ({ chat: withMenu(p).chat }), records: () => 2, refused: CHAT },
	update: {
		parameters: (p) => ({ chat: withMenu(p).chat, menuItem: byId('712'), updateFields: { name: 'House rules' } }),
		refused: [
			...CHAT,
			[{ menuItem: list(late('')) }, 'Menu Item'],
			[{ updateFields: {} }, 'Update Fields'],
			[{ updateFields: { url: 'example.com' } }, 'Link'],
		],
	},
	sort: {
		parameters: (p) => {
			const { chat, levels } = withMenu(p);
			return { chat, menuIds: ids(levels).reverse().join(', ') };
		},
		records: () => 2,
		refused: [...CHAT, ...MENU_IDS],
	},
	delete: {
		parameters: (p) => {
			const { chat, levels } = withMenu(p);
			return { chat, menuIds: ids(levels).join(', ') };
		},
		refused: [...CHAT, ...MENU_IDS],
	},
};
