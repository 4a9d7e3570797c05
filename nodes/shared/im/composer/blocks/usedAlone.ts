/** Blocks that people use one at a time: menus, inputs, boxes, pictures to choose from. */
import type { PictureChoice } from '../../../../../feishu/im/card';
import { fieldGroup, rowsField } from '../../../fields/nested';
import { choiceField, flagField, textField } from '../../../fields/plain';
import { UPLOAD_IMAGE } from '../../upload';
import { placeholder } from './answers';
import type { BlockKind, MakeBlock } from './block';
import { buttonRows, callbackValue } from './buttons';
import { anyImage, imageFrom } from './imageSource';

const optionText = textField({
	displayName: 'Text',
	name: 'text',
	required: true,
	placeholder: 'e.g. Forward',
	description: 'What the option says',
});

const optionUrl = textField({
	displayName: 'Link',
	name: 'url',
	placeholder: 'e.g. https://example.com',
	description: 'The page that it opens; none when empty',
});

const optionValue = textField({
	displayName: 'Value',
	name: 'value',
	placeholder: 'e.g. forward',
	description: 'What the callback carries',
});

const menuRows = rowsField(
	{
		displayName: 'Menu Options',
		name: 'menuOptions',
		groupKey: 'option',
		groupName: 'Option',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Menu Option',
		description: 'What the menu holds',
	},
	[optionText, optionUrl, optionValue],
);

export const menu: BlockKind = {
	value: 'menu',
	name: 'Menu',
	description: 'Options folded away behind three dots',
	interactive: true,
	field: () =>
		fieldGroup('menu', [menuRows, callbackValue], ({ read }): MakeBlock => {
			const options = read(menuRows).map((row) => ({
				text: row.read(optionText),
				url: row.read(optionUrl),
				value: row.read(optionValue),
			}));
			const value = read(callbackValue);
			return () => ({ type: 'menu', options, value });
		}),
};

const inputType = choiceField({
	displayName: 'Input Type',
	name: 'inputType',
	options: [
		{ name: 'Password', value: 'password' },
		{ name: 'Text', value: 'text', description: 'One line' },
		{ name: 'Text Area', value: 'multiline', description: 'Several lines' },
	],
	default: 'text',
	description: 'What is entered',
});

const inputTitle = textField({
	displayName: 'Title',
	name: 'inputTitle',
	placeholder: 'e.g. Comment',
	description: 'What stands beside the input',
});

export const input: BlockKind = {
	value: 'input',
	name: 'Input',
	description: 'Words to enter',
	interactive: true,
	field: () =>
		fieldGroup('input', [inputType, inputTitle, placeholder, callbackValue], ({ read }): MakeBlock => {
			const kind = read(inputType);
			const words = { title: read(inputTitle), placeholder: read(placeholder), value: read(callbackValue) };
			return () => ({ type: 'input', kind, ...words });
		}),
};

const boxText = textField({
	displayName: 'Text',
	name: 'boxText',
	required: true,
	placeholder: 'e.g. Order paper',
	description: 'What stands beside the box',
});

const checked = flagField({
	displayName: 'Ticked',
	name: 'checked',
	default: false,
	description: 'Whether it is ticked at first',
});

export const checkbox: BlockKind = {
	value: 'checkbox',
	name: 'Checkbox',
	description: 'A task to tick, with buttons',
	interactive: true,
	field(surface) {
		const buttons = buttonRows(surface);
		return fieldGroup('checkbox', [boxText, checked, callbackValue, buttons], ({ read }): MakeBlock => {
			const box = { text: read(boxText), checked: read(checked), value: read(callbackValue), buttons: read(buttons) };
			return () => ({ type: 'checkbox', ...box });
		});
	},
};

const pictureValue = textField({
	displayName: 'Value',
	name: 'value',
	placeholder: 'e.g. blue',
	description: 'What the callback carries; the image key when empty',
});

const pictureRows = rowsField(
	{
		displayName: 'Pictures',
		name: 'pictures',
		groupKey: 'picture',
		groupName: 'Picture',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Picture',
		description: 'What can be chosen',
	},
	[anyImage, pictureValue],
);

export const pictures: BlockKind = {
	value: 'pictures',
	name: 'Pictures',
	description: 'Images to choose from',
	interactive: true,
	calls: [UPLOAD_IMAGE],
	field: () =>
		fieldGroup('pictures', [pictureRows, callbackValue], ({ read }): MakeBlock => {
			const listed = read(pictureRows).map((row) => ({
				from: imageFrom(row.panel, row.label(anyImage), row.read(anyImage)),
				value: row.read(pictureValue),
			}));
			const value = read(callbackValue);
			return async (tools) => {
				const chosen = await Promise.all(
					listed.map(async (one): Promise<PictureChoice> => ({ imageKey: await one.from(tools), value: one.value })),
				);
				return { type: 'pictures', pictures: chosen, value };
			};
		}),
};
