import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../../feishu/input';
import type { Field } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';
import { menuItem, moreFields, type Entry } from './fields';

/** @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-menu_tree/overview */
const MENUS = 3;
const SUBMENU_ITEMS = 5;

const nameField: Field = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Sign up',
	description: 'What the entry says',
};

const more: Field = {
	displayName: 'More',
	name: 'more',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	options: [...moreFields],
};

/** Menus with their entries. */
export const menusField: Field = {
	displayName: 'Menus',
	name: 'menus',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Menu',
	default: {},
	description: 'Added after those that are there; a group has 3 at most',
	options: [
		{
			displayName: 'Menu',
			name: 'menu',
			values: [
				nameField,
				{
					displayName: 'Link',
					name: 'url',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com',
					description: 'Opened by the menu; a menu with entries has none',
				},
				{
					displayName: 'Entries',
					name: 'entries',
					type: 'fixedCollection',
					typeOptions: { multipleValues: true, sortable: true },
					placeholder: 'Add Entry',
					default: {},
					description: 'What the menu shows when it is opened; 5 at most',
					options: [
						{
							displayName: 'Entry',
							name: 'entry',
							values: [
								nameField,
								{
									displayName: 'Link',
									name: 'url',
									type: 'string',
									default: '',
									placeholder: 'e.g. https://example.com',
									description: 'Opened by the entry',
								},
								more,
							],
						},
					],
				},
				more,
			],
		},
	],
};

interface Row {
	name?: unknown;
	url?: unknown;
	more?: Entry;
	entries?: { entry?: Row[] };
}

/** The menus as the platform takes them. @throws InputError */
export function readMenus(param: Params): IDataObject[] {
	const field = param.label('menus');
	const rows = param.rows<Row>('menus', 'menu');
	if (rows.length === 0) throw new InputError(field, `The field '${field}' is empty`, 'Add at least one menu');
	if (rows.length > MENUS) throw new InputError(field, `The field '${field}' has more than ${MENUS} menus`);
	return rows.map((row, index) => readMenu(row, `menu ${index + 1} of '${field}'`, field, param));
}

function readMenu(row: Row, place: string, field: string, param: Params): IDataObject {
	const entries = row.entries?.entry ?? [];
	if (entries.length > SUBMENU_ITEMS)
		throw new InputError(field, `The ${place} has more than ${SUBMENU_ITEMS} entries`);
	const chat_menu_item = readRow(row, place, field, param);
	if (entries.length === 0) return { chat_menu_item };
	if (chat_menu_item.action_type !== 'NONE' || chat_menu_item.image_key !== undefined)
		throw new InputError(
			field,
			`The ${place} has entries besides a link or an icon`,
			'A menu with entries can have neither',
		);
	return {
		chat_menu_item,
		children: entries.map((entry, index) => ({
			chat_menu_item: readRow(entry, `entry ${index + 1} of ${place}`, field, param),
		})),
	};
}

function readRow({ name, url, more: others }: Row, place: string, field: string, param: Params): IDataObject {
	if (String(name ?? '').trim() === '') throw new InputError(field, `The ${place} has no name`);
	const label = (key: string) => `${param.label(`menus.menu.${key === 'url' ? key : `more.${key}`}`)} of ${place}`;
	return menuItem({ ...others, name, url }, label);
}
