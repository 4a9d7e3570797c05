import { InputError } from '../../../../feishu/input';
import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { inOrder } from '../../../shared/fields/values';
import { defineOperation } from '../../../shared/operation/operation';
import { menuItem, menuItemField, moreFields, type Entry } from './fields';

/** The platform changes only what is named here. */
const CHANGED: ReadonlyArray<readonly [key: string, change: string]> = [
	['name', 'NAME'],
	['i18n_names', 'I18N_NAME'],
	['image_key', 'ICON'],
	['redirect_link', 'REDIRECT_LINK'],
];

export const updateItem = defineOperation({
	value: 'updateItem',
	name: 'Update Item',
	action: 'Update an item of a chat menu',
	description: 'Change name, icon or link of a menu or of an entry; what is not chosen stays as it is',
	endpoint: 'PATCH /open-apis/im/v1/chats/:chat_id/menu_items/:menu_item_id',
	scopes: ['im:chat.menu_tree:write_only', 'im:chat'],
	fields: [
		chatFieldOld(),
		menuItemField,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: inOrder([
				...moreFields,
				{
					displayName: 'Link',
					name: 'url',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com',
					description: 'What the entry opens',
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Sign up',
					description: 'What the entry says',
				},
			]),
		},
	],
	orderBy: ({ param }) => chatId(param),
	async run({ param, feishu }) {
		const chat_id = chatId(param);
		const menu_item_id = param.located('menuItem').value;
		const item = menuItem(param.collection<Entry>('updateFields'), (name) => param.label(`updateFields.${name}`));
		const update_fields = CHANGED.filter(([key]) => item[key] !== undefined).map(([, change]) => change);
		if (update_fields.length === 0) {
			const field = param.label('updateFields');
			throw new InputError(field, `The field '${field}' is empty`, 'Add at least one field that is to change');
		}
		const changed = await feishu.call(this.endpoint, {
			path: { chat_id, menu_item_id },
			body: { update_fields, chat_menu_item: item },
			idempotent: true,
		});
		return { chat_id, menu_item_id, ...changed };
	},
});
