import { OPTION_LABELS } from '../../../../feishu/base/fieldOptions';
import { SETTING_LABELS } from '../../../../feishu/base/fieldKinds';
import { rowsField } from '../../../shared/fields/nested';
import { filledField, listField, numberField, textField } from '../../../shared/fields/plain';
import { mappedField } from '../../../shared/operation/field';

const LISTED = 'Separated by commas or line breaks; an expression may give a list';

const name = filledField({ displayName: 'Name', name: 'name', placeholder: 'e.g. Done', description: 'Of the option' });

const color = numberField({
	displayName: 'Color',
	name: 'color',
	typeOptions: { minValue: 0, maxValue: 54 },
	default: 0,
	description: "The number of the color in Feishu's palette: 0 to 54",
});

/** Of a new field. */
export const optionNames = listField({
	displayName: SETTING_LABELS.optionNames,
	name: 'optionNames',
	placeholder: 'e.g. To do, Doing, Done',
	description: LISTED,
});

export const coloredOptions = mappedField(
	rowsField(
		{
			displayName: SETTING_LABELS.coloredOptions,
			name: 'coloredOptions',
			placeholder: 'Add option',
			description: 'Options of which the color is chosen; those above get one from Feishu',
			groupKey: 'option',
			groupName: 'Option',
		},
		[name, color],
	),
	(rows) => rows.map(({ read }) => ({ name: read(name), color: Math.floor(read(color)) })),
);

/** Of a field that is there. */
export const addOptions = mappedField(
	listField({
		displayName: OPTION_LABELS.add,
		name: 'addOptions',
		placeholder: 'e.g. Postponed, Dropped',
		description: `Those that are there already stay as they are. ${LISTED}.`,
	}),
	(names) => names.map((one) => ({ name: one })),
);

export const removeOptions = listField({
	displayName: OPTION_LABELS.remove,
	name: 'removeOptions',
	placeholder: 'e.g. Dropped',
	description: `Records lose them. ${LISTED}.`,
});

const from = filledField({
	displayName: 'Option',
	name: 'from',
	placeholder: 'e.g. Done',
	description: 'The name that it has now, or its ID',
});

const newName = textField({
	displayName: 'New Name',
	name: 'newName',
	placeholder: 'e.g. Finished',
	description: 'Records keep the option under its new name; empty keeps the name',
});

const newColor = numberField({
	displayName: 'New Color',
	name: 'newColor',
	typeOptions: { minValue: -1, maxValue: 54 },
	default: -1,
	description: "The number of the color in Feishu's palette: 0 to 54; -1 keeps it",
});

export const changeOptions = mappedField(
	rowsField(
		{
			displayName: OPTION_LABELS.change,
			name: 'changeOptions',
			placeholder: 'Add option',
			description: 'Give options another name or color',
			groupKey: 'option',
			groupName: 'Option',
		},
		[from, newName, newColor],
	),
	(rows) =>
		rows.map(({ read }) => {
			const [called, colored] = [read(newName), Math.floor(read(newColor))];
			return { from: read(from), ...(called !== '' && { name: called }), ...(colored >= 0 && { color: colored }) };
		}),
);
