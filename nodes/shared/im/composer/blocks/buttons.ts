import type { CardButton } from '../../../../../feishu/im/card';
import type { JsonObject } from '../../../../../feishu/json';
import { fieldGroup, rowsField } from '../../../fields/nested';
import { choiceField, jsonObjectField, textField } from '../../../fields/plain';
import { variantField } from '../../../fields/variants';
import { mappedField, type Field } from '../../../operation/field';
import type { BlockKind, MakeBlock } from './block';

/** What the callback carries. */
export const callbackValue = mappedField(
	jsonObjectField({
		displayName: 'Callback Value',
		name: 'callbackValue',
		description: 'A JSON object that the callback carries, to tell what was clicked',
	}),
	(value) => value as JsonObject,
);

const label = textField({
	displayName: 'Label',
	name: 'buttonText',
	required: true,
	placeholder: 'e.g. View order',
	description: 'What stands on the button',
});

const style = choiceField({
	displayName: 'Style',
	name: 'buttonStyle',
	options: [
		{ name: 'Danger', value: 'danger', description: 'Red, for what can not be undone' },
		{ name: 'Default', value: 'default', description: 'Outlined' },
		{ name: 'Primary', value: 'primary_filled', description: 'Filled with color, for the main action' },
		{ name: 'Text', value: 'text', description: 'Without a frame' },
	],
	default: 'default',
	description: 'How the button looks',
});

const action = choiceField({
	displayName: 'Action',
	name: 'buttonAction',
	options: [
		{ name: 'Callback', value: 'callback', description: 'Tells the app of the click, with who it was' },
		{ name: 'Open Link', value: 'link', description: 'Opens a page' },
	],
	default: 'link',
	description: 'What a click does',
});

const url = textField({
	displayName: 'Link',
	name: 'buttonUrl',
	required: true,
	placeholder: 'e.g. https://example.com/orders/7',
	description: 'The page that opens',
});

type Click = Pick<CardButton, 'action' | 'url' | 'value'>;

const opens = mappedField(url, (address): Click => ({ action: 'link', url: address }));
const tells = mappedField(callbackValue, (value): Click => ({ action: 'callback', value }));

/** What a click does: without an app there is nobody to be told of it. */
const clickField = (app: boolean): Field<Click> =>
	app ? mappedField(variantField(action, { link: opens, callback: tells }), ({ value }) => value) : opens;

const question = textField({
	displayName: 'Ask Before',
	name: 'buttonConfirm',
	placeholder: 'e.g. Delete the order?',
	description: 'A question that the reader must confirm first; none when empty',
});

const layout = choiceField({
	displayName: 'Layout',
	name: 'buttonLayout',
	options: [
		{ name: 'Below Each Other', value: 'column', description: 'One a line, over the whole width' },
		{ name: 'Full Row', value: 'stretch', description: 'Beside each other, over the whole width' },
		{ name: 'Row', value: 'row', description: 'Beside each other, as wide as their words' },
	],
	default: 'row',
	description: 'How the buttons stand',
});

export const buttons: BlockKind = {
	value: 'buttons',
	name: 'Buttons',
	description: 'Buttons that open a page or tell the app',
	field({ app }) {
		const click = clickField(app);
		const rows = rowsField(
			{
				displayName: 'Buttons',
				name: 'buttons',
				groupKey: 'button',
				groupName: 'Button',
				typeOptions: { multipleValues: true, sortable: true },
				placeholder: 'Add Button',
				description: 'The buttons, in their order',
			},
			[label, style, click, question],
		);
		return fieldGroup('buttons', [rows, layout], ({ read, refuse }): MakeBlock => {
			const made = read(rows).map((row): CardButton => {
				const asks = row.read(question);
				const text = row.read(label);
				return {
					text,
					style: row.read(style),
					...row.read(click),
					...(asks !== '' && { confirm: { title: text, text: asks } }),
				};
			});
			if (made.length === 0) throw refuse(rows, 'is empty', 'Add at least one button');
			const stand = read(layout);
			return () => ({ type: 'buttons', layout: stand, buttons: made });
		});
	},
};
