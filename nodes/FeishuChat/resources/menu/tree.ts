import type { IDataObject } from 'n8n-workflow';

import { idsIn } from '../../../shared/fields/idField';
import { listField } from '../../../shared/fields/plain';
import { ITEM } from './item';

/** What an answer about the menu of a chat holds. */
export interface MenuTree {
	menu_tree?: { chat_menu_top_levels?: IDataObject[] };
}

export function topLevels({ menu_tree }: MenuTree): IDataObject[] {
	return menu_tree?.chat_menu_top_levels ?? [];
}

/** What the platform tells of a menu. */
export const MENU = {
	chat_menu_top_level_id: 'string',
	chat_menu_item: ITEM,
	'children?': [{ chat_menu_second_level_id: 'string', chat_menu_item: ITEM }],
} as const;

/** Several menus by their IDs. */
export function menuIdsField(description: string) {
	return idsIn(
		'part',
		listField({
			displayName: 'Menu IDs',
			name: 'menuIds',
			required: true,
			placeholder: 'e.g. 7156553273518882844, 7156553273518882845',
			description,
		}),
	);
}
