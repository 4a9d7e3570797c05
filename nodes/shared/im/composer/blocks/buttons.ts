import type { CardButton } from '../../../../../feishu/im/card';
import type { JsonObject } from '../../../../../feishu/json';
import { fieldGroup, rowsField } from '../../../fields/nested';
import { choiceField, jsonObjectField, textField } from '../../../fields/plain';
import { variantField } from '../../../fields/variants';
import { complaint, mappedField, type Field } from '../../../operation/field';
import { hasClicks, ONLY_WITH_CLICKS, type Surface } from '../surface';
import type { BlockKind, MakeBlock } from './block';
import { checkedProperties, iconNamed } from './blockOptions';
import { looks } from './buttonOptions';

/** What the callback carries. */
export const callbackValue = mappedField(
	jsonObjectField({
		displayName: 'Callback Value',
		name: 'callbackValue',
		description: 'A JSON object that the callback carries, to tell what was clicked',
		hint: 'A click needs an active Feishu Trigger of this app',
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
		{ name: 'Danger, Filled', value: 'danger_filled' },
		{ name: 'Danger, Text', value: 'danger_text' },
		{ name: 'Default', value: 'default', description: 'Outlined' },
		{ name: 'Laser', value: 'laser', description: 'Shimmering, for what AI does' },
		{ name: 'Primary', value: 'primary_filled', description: 'Filled with color, for the main action' },
		{ name: 'Primary, Outlined', value: 'primary' },
		{ name: 'Primary, Text', value: 'primary_text' },
		{ name: 'Text', value: 'text', description: 'Without a frame' },
	],
	default: 'default',
	description: 'How the button looks',
});

const action = choiceField({
	displayName: 'Action',
	name: 'buttonAction',
	options: [
		{
			name: 'Both',
			value: 'both',
			description: 'Opens a page and tells the app',
			displayOptions: ONLY_WITH_CLICKS,
		},
		{
			name: 'Callback',
			value: 'callback',
			description: 'Tells the app of the click, with who it was',
			displayOptions: ONLY_WITH_CLICKS,
		},
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
const doesBoth = fieldGroup(
	'both',
	[url, callbackValue],
	({ read }): Click => ({
		action: 'both',
		url: read(url),
		value: read(callbackValue),
	}),
);

/** What a click does: without an app there is nobody to be told of it. @throws InputError where clicks go nowhere */
export function clickField(surface: Surface): Field<Click> {
	if (!surface.app) return opens;
	const chosen = variantField(action, { link: opens, callback: tells, both: doesBoth });
	return mappedField(chosen, ({ choice, value }, name) => {
		if (choice === 'link' || hasClicks(surface)) return value;
		throw complaint(name, "can't tell the app here", 'Clicks in a message to many go nowhere: use a link');
	});
}

const question = textField({
	displayName: 'Ask Before',
	name: 'buttonConfirm',
	placeholder: 'e.g. Delete the order?',
	description: 'A question that the reader must confirm first; none when empty',
	displayOptions: ONLY_WITH_CLICKS,
});

/** Rows of buttons, as what they become. */
export function buttonRows(surface: Surface): Field<CardButton[], 'buttons'> {
	const click = clickField(surface);
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
		[label, style, click, question, looks],
	);
	return mappedField(rows, (listed) =>
		listed.map((row): CardButton => {
			const text = row.read(label);
			const asks = surface.cardUse === 'batch' ? '' : row.read(question);
			const clicked = row.read(click);
			const { languages, icon = '', size = '', width = '', properties = {}, ...other } = row.read(looks);
			return {
				text: languages ? { text, languages } : text,
				style: row.read(style),
				...clicked,
				...(asks !== '' && { confirm: { title: text, text: asks } }),
				...other,
				...(size !== '' && { size: size as CardButton['size'] }),
				...(icon !== '' && { icon: iconNamed(icon) }),
				...(width !== '' && { width: width as CardButton['width'] }),
				...checkedProperties<CardButton>('button', properties, row.label(looks)),
			};
		}),
	);
}

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
	field(surface) {
		const rows = buttonRows(surface);
		return fieldGroup('buttons', [rows, layout], ({ read, refuse }): MakeBlock => {
			const made = read(rows);
			if (made.length === 0) throw refuse(rows, 'is empty', 'Add at least one button');
			const stand = read(layout);
			return () => ({ type: 'buttons', layout: stand, buttons: made });
		});
	},
};
