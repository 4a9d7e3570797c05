import type { FieldChanges } from '../../../../feishu/base/changedField';
import type { SettingName } from '../../../../feishu/base/fieldKinds';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { description, property } from './details';
import { kindWords, settingsRead } from './kinds';
import { newFieldName } from './names';
import { addOptions, changeOptions, removeOptions } from './optionSettings';
import { SETTINGS } from './settings';

/** A field that is there has options already: they are added, removed and changed. */
const { optionNames: _names, coloredOptions: _colored, ...others } = SETTINGS;

const type = choiceField({
	...kindWords,
	name: 'type',
	default: 'text',
	description: 'Another type: Feishu turns the cells into it, and those that can not be turned are lost',
});

const changes = collectionField(
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		placeholder: 'Add Field',
		description: 'All else stays as it is',
	},
	[newFieldName, description, type, property, addOptions, removeOptions, changeOptions, ...Object.values(others)],
);

/** What of a field is to be changed. @throws InputError where that is nothing */
export const changesField = mappedField(changes, (given, label): FieldChanges => {
	if (Object.keys(given).length === 0) throw complaint(label, 'is empty', 'Add what is to be changed');
	const { name, description: words, type: kind, property: raw, addOptions: add, removeOptions: remove } = given;
	const { changeOptions: change } = given;
	return {
		...(name && { name }),
		...(words !== undefined && { description: words }),
		...(kind && { kind }),
		...(raw && { property: raw }),
		options: { ...(add && { add }), ...(remove && { remove }), ...(change && { change }) },
		settings: settingsRead(
			(Object.keys(others) as SettingName[]).map((key) => [key, given[key as keyof typeof others]]),
		),
	};
});
