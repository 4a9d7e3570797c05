import type { ButtonStyle, CardButton } from '../../../../../feishu/im/card';
import type { JsonObject } from '../../../../../feishu/json';
import { InputError } from '../../../../../feishu/input';
import type { Field } from '../../../operation/operation';
import type { Params } from '../../../operation/params';
import type { BlockKind } from './block';

/** What the callback carries. */
export const callbackValueField: Field = {
	displayName: 'Callback Value',
	name: 'callbackValue',
	type: 'json',
	default: '{}',
	description: 'A JSON object that the callback carries, to tell what was clicked',
};

const actionField: Field = {
	displayName: 'Action',
	name: 'buttonAction',
	type: 'options',
	options: [
		{ name: 'Callback', value: 'callback', description: 'Tells the app of the click, with who it was' },
		{ name: 'Open Link', value: 'link', description: 'Opens a page' },
	],
	default: 'link',
	description: 'What a click does',
};

const urlField: Field = {
	displayName: 'Link',
	name: 'buttonUrl',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/orders/7',
	description: 'The page that opens',
};

export const buttons: BlockKind = {
	value: 'buttons',
	name: 'Buttons',
	description: 'Buttons that open a page or tell the app',
	fields: ({ app }) => [
		{
			displayName: 'Buttons',
			name: 'buttons',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add Button',
			default: {},
			description: 'The buttons, in their order',
			options: [
				{
					displayName: 'Button',
					name: 'button',
					values: [
						{
							displayName: 'Label',
							name: 'buttonText',
							type: 'string',
							required: true,
							default: '',
							placeholder: 'e.g. View order',
							description: 'What stands on the button',
						},
						{
							displayName: 'Style',
							name: 'buttonStyle',
							type: 'options',
							options: [
								{ name: 'Danger', value: 'danger', description: 'Red, for what can not be undone' },
								{ name: 'Default', value: 'default', description: 'Outlined' },
								{ name: 'Primary', value: 'primary_filled', description: 'Filled with color, for the main action' },
								{ name: 'Text', value: 'text', description: 'Without a frame' },
							],
							default: 'default',
							description: 'How the button looks',
						},
						...(app
							? [
									actionField,
									{ ...urlField, displayOptions: { show: { buttonAction: ['link'] } } },
									{ ...callbackValueField, displayOptions: { show: { buttonAction: ['callback'] } } },
								]
							: [urlField]),
						{
							displayName: 'Ask Before',
							name: 'buttonConfirm',
							type: 'string',
							default: '',
							placeholder: 'e.g. Delete the order?',
							description: 'A question that the reader must confirm first; none when empty',
						},
					],
				},
			],
		},
		{
			displayName: 'Layout',
			name: 'buttonLayout',
			type: 'options',
			options: [
				{ name: 'Below Each Other', value: 'column', description: 'One a line, over the whole width' },
				{ name: 'Full Row', value: 'stretch', description: 'Beside each other, over the whole width' },
				{ name: 'Row', value: 'row', description: 'Beside each other, as wide as their words' },
			],
			default: 'row',
			description: 'How the buttons stand',
		},
	],
	read(row, { surface }) {
		const rows = row.rowParams('buttons', 'button', (_, index) => `Button ${index + 1}`);
		const field = row.label('buttons');
		if (rows.length === 0) throw new InputError(field, `The field '${field}' is empty`, 'Add at least one button');
		return {
			type: 'buttons',
			layout: row.choice<'row' | 'stretch' | 'column'>('buttonLayout'),
			buttons: rows.map((button) => readButton(button, surface.app ? button.choice('buttonAction') : 'link')),
		};
	},
};

function readButton(button: Params, action: 'link' | 'callback'): CardButton {
	const question = button.optionalText('buttonConfirm');
	const text = button.text('buttonText');
	return {
		text,
		style: button.choice<ButtonStyle>('buttonStyle'),
		action,
		...(action === 'link'
			? { url: button.text('buttonUrl') }
			: { value: button.jsonObject('callbackValue') as JsonObject }),
		...(question !== '' && { confirm: { title: text, text: question } }),
	};
}
