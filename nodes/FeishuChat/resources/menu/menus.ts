import type { IDataObject } from 'n8n-workflow';

import { rowsField } from '../../../shared/fields/nested';
import { complaint, empty, mappedField, type Reader } from '../../../shared/operation/field';
import { linkField, menuItem, moreField, nameField } from './item';

/** @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-menu_tree/overview */
const MENUS = 3;
const ENTRIES = 5;

const entryLink = linkField('Opened by the entry');

const entries = mappedField(
	rowsField(
		{
			displayName: 'Entries',
			name: 'entries',
			groupKey: 'entry',
			groupName: 'Entry',
			typeOptions: { sortable: true },
			placeholder: 'Add Entry',
			description: 'What the menu shows when it is opened; 5 at most',
		},
		[nameField, entryLink, moreField],
	),
	(rows, label) => {
		if (rows.length > ENTRIES) throw complaint(label, `has more than ${ENTRIES} entries`);
		return rows.map((row) => readItem(row, entryLink));
	},
);

const menuLink = linkField('Opened by the menu; a menu with entries has none');

/** Menus with their entries, as the platform takes them. */
export const menusField = mappedField(
	rowsField(
		{
			displayName: 'Menus',
			name: 'menus',
			groupKey: 'menu',
			groupName: 'Menu',
			typeOptions: { sortable: true },
			placeholder: 'Add Menu',
			description: 'Added after those that are there; a group has 3 at most',
		},
		[nameField, menuLink, entries, moreField],
	),
	(rows, label) => {
		if (rows.length === 0) throw complaint(label, 'is empty', 'Add at least one menu');
		if (rows.length > MENUS) throw complaint(label, `has more than ${MENUS} menus`);
		return rows.map((row): IDataObject => {
			const chat_menu_item = readItem(row, menuLink);
			const children = row.read(entries).map((entry) => ({ chat_menu_item: entry }));
			if (children.length === 0) return { chat_menu_item };
			if (chat_menu_item.action_type !== 'NONE' || chat_menu_item.image_key !== undefined)
				throw row.refuse(entries, 'stands beside a link or an icon', 'A menu with entries can have neither');
			return { chat_menu_item, children };
		});
	},
);

type Row = Reader<typeof nameField | typeof entryLink | typeof moreField>;

function readItem({ read, label }: Pick<Row, 'read' | 'label'>, link: typeof entryLink): IDataObject {
	const name = read(nameField);
	if (name === '') throw empty(label(nameField));
	return menuItem({ ...read(moreField), name, url: read(link) });
}
