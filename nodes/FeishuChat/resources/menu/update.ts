import { checkKind } from '../../../../feishu/idKinds';
import { fromList, locatorField } from '../../../shared/fields/locator';
import { collectionField } from '../../../shared/fields/nested';
import { chatField } from '../../../shared/im/chat';
import { searchChatMenuItems } from '../../../shared/im/searchChatMenuItems';
import { mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { ITEM, linkField, menuItem, moreFields, nameField } from './item';

const chat = chatField();

const itemField = mappedField(
	locatorField({
		displayName: 'Menu Item',
		name: 'menuItem',
		description: 'An entry of the menu, on either level',
		modes: [
			fromList('searchChatMenuItems', 'Choose an entry…'),
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 7156553273518882844' },
		],
		searches: { searchChatMenuItems },
	}),
	({ value }, label) => checkKind('part', value, label),
);

/** The platform changes only what is named here. */
const CHANGED: ReadonlyArray<readonly [key: string, change: string]> = [
	['name', 'NAME'],
	['i18n_names', 'I18N_NAME'],
	['image_key', 'ICON'],
	['redirect_link', 'REDIRECT_LINK'],
];

const updateFields = mappedField(
	collectionField({ displayName: 'Update Fields', name: 'updateFields', placeholder: 'Add Field' }, [
		...moreFields,
		linkField('What the entry opens'),
		nameField,
	]),
	menuItem,
);

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update an entry of a chat menu',
	description: 'Change name, icon or link of a menu or of an entry; what is not chosen stays as it is',
	endpoint: 'PATCH /open-apis/im/v1/chats/:chat_id/menu_items/:menu_item_id',
	scopes: ['im:chat.menu_tree:write_only', 'im:chat'],
	identity: 'app',
	fields: [chat, itemField, updateFields],
	output: outputOf({ chat_id: 'string', menu_item_id: 'string', 'chat_menu_item?': ITEM }),
	orderBy: ({ read }) => read(chat),
	async run({ read, feishu }) {
		const chat_id = read(chat);
		const menu_item_id = read(itemField);
		const item = read(updateFields);
		const update_fields = CHANGED.filter(([key]) => item[key] !== undefined).map(([, change]) => change);
		if (update_fields.length === 0) throw updateFields.refuse('is empty', 'Add at least one field that is to change');
		const changed = await feishu.call(this.endpoint, {
			path: { chat_id, menu_item_id },
			body: { update_fields, chat_menu_item: item },
			idempotent: true,
		});
		return { chat_id, menu_item_id, ...changed };
	},
});
