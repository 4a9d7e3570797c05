import type { FilterGroup } from '../../../../feishu/base/recordFilter';
import { collectionField, rowsField } from '../../../shared/fields/nested';
import { jsonObjectField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { fieldChoice, fieldChoices } from '../record/fieldChoice';
import { conditionFields, conditionIn, match } from '../record/filterFields';
import { newViewName } from './names';

const CHOOSE =
	'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';

export const hiddenFields = fieldChoices({
	displayName: 'Hidden Field Names or IDs',
	name: 'hiddenFields',
	description: `These are hidden and all others shown; none chosen shows all. ${CHOOSE}.`,
});

const conditions = mappedField(
	rowsField(
		{
			displayName: 'Conditions',
			name: 'conditions',
			placeholder: 'Add Condition',
			groupKey: 'condition',
			groupName: 'Condition',
			alike: true,
			description: 'Which records the view shows, in place of the filter that it has; without any it shows all',
		},
		conditionFields,
	),
	(rows) => rows.map(conditionIn),
);

export const parentField = fieldChoice({
	displayName: 'Parent Field Name or ID',
	name: 'parentField',
	description:
		'The link to the same table by which records stand below others. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});

const property = jsonObjectField({
	displayName: 'Property (JSON)',
	name: 'property',
	description: "As the platform's documentation has it; it comes over the fields above",
});

const changes = collectionField(
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		placeholder: 'Add Field',
		description: 'All else stays as it is',
	},
	[newViewName, hiddenFields, conditions, match, parentField, property],
);

/** What of a view is to be changed, with fields as they were entered. @throws InputError where that is nothing */
export const changesField = mappedField(changes, (given, label) => {
	const { match: conjunction = 'and', conditions: rows, ...others } = given;
	if (rows === undefined && Object.keys(others).length === 0)
		throw complaint(label, 'is empty', 'Add what is to be changed');
	const filter: FilterGroup | undefined = rows && { conjunction, rows };
	return { ...others, ...(filter && { filter }) };
});
