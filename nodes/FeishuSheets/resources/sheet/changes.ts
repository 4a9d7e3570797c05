import { optionalPeopleField } from '../../../shared/contact/severalPeople';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, flagField, numberField, textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { sheetTitleField } from './names';

export const newTitle = sheetTitleField({
	displayName: 'Name',
	name: 'title',
	description: 'Each name once in a spreadsheet',
});

const editors = optionalPeopleField({
	displayName: 'Editors While Protected',
	name: 'editors',
	placeholder: 'Add Editors',
	description: 'Who may still change a protected sheet, beside the owner of the spreadsheet',
});

const changes = collectionField(
	{
		displayName: 'Update Fields',
		name: 'sheetFields',
		placeholder: 'Add field',
		description: 'All else stays as it is',
	},
	[
		editors,
		numberField({
			displayName: 'Frozen Columns',
			name: 'frozenColumns',
			typeOptions: { minValue: 0 },
			default: 1,
			description: 'How many columns stay in view at the left; 0 for none',
		}),
		numberField({
			displayName: 'Frozen Rows',
			name: 'frozenRows',
			typeOptions: { minValue: 0 },
			default: 1,
			description: 'How many rows stay in view at the top, such as the header; 0 for none',
		}),
		flagField({
			displayName: 'Hidden',
			name: 'hidden',
			default: true,
			description: 'Whether people do not see the sheet. One sheet at least stays in view.',
		}),
		newTitle,
		numberField({
			displayName: 'Position',
			name: 'position',
			typeOptions: { minValue: 1 },
			default: 1,
			description: 'Where the sheet stands: 1 is the first one',
		}),
		choiceField({
			displayName: 'Protection',
			name: 'protection',
			options: [
				{ name: 'Protected', value: 'LOCK', description: 'Only those who are named may change its cells' },
				{ name: 'Not Protected', value: 'UNLOCK' },
			],
			default: 'LOCK',
			description: 'Whether its cells can be changed by everybody who may edit the spreadsheet',
		}),
		textField({
			displayName: 'Reason for the Protection',
			name: 'lockInfo',
			placeholder: 'e.g. Figures of last year',
			description: 'What people read who try to change a cell',
		}),
	],
);

/** What of a sheet is to be changed. @throws InputError where that is nothing, or says of a protection that is not set */
export const changesField = mappedField(changes, (given, label) => {
	if (Object.keys(given).length === 0) throw complaint(label, 'is empty', 'Add what is to be changed');
	if (given.title === '') throw complaint(label, "has an empty 'Name'", 'Enter a name, or remove the field');
	if (given.protection !== 'LOCK' && (given.lockInfo !== undefined || given.editors !== undefined))
		throw complaint(
			label,
			'says who may change a protected sheet, and does not protect it',
			"Add 'Protection' with 'Protected', or remove the other fields",
		);
	return given;
});
