import { RULE_OPERATORS, MOST_CONDITIONS, type RuleRow } from '../../../../feishu/base/roleRules';
import { rowsField } from '../../../shared/fields/nested';
import { choiceField, listField, textField } from '../../../shared/fields/plain';
import { complaint, empty, mappedField } from '../../../shared/operation/field';

const field = textField({
	displayName: 'Field',
	name: 'field',
	placeholder: 'e.g. Status',
	description: 'Its name, or its ID (fld…)',
});

const NAMES = ['Contains', 'Does Not Contain', 'Is', 'Is Empty', 'Is Not', 'Is Not Empty'];

const operator = choiceField({
	displayName: 'Operator',
	name: 'operator',
	options: RULE_OPERATORS.map((value, index) => ({ name: NAMES[index] ?? value, value })),
	default: 'is',
	description: 'How the field is compared',
});

const values = listField({
	displayName: 'Values',
	name: 'values',
	placeholder: 'e.g. Done',
	description: 'Separated by commas; options by their names. None where the field is to be empty or not.',
});

/** Which records a role sees: rows that name a field and what is in it. */
export const conditionsField = mappedField(
	rowsField(
		{
			displayName: 'Only Records Where',
			name: 'conditions',
			groupKey: 'condition',
			groupName: 'Condition',
			placeholder: 'Add Condition',
			description: 'Empty for all records; a table that may be seen or edited takes 10 conditions',
		},
		[field, operator, values],
	),
	(rows, label): RuleRow[] => {
		if (rows.length > MOST_CONDITIONS) throw complaint(label, `has more than ${MOST_CONDITIONS} conditions`);
		return rows.map((row) => {
			const name = row.read(field);
			if (name === '') throw empty(row.label(field), 'e.g. Status');
			const chosen = row.read(operator);
			const given = row.read(values);
			if (given.length === 0 && !chosen.endsWith('Empty')) throw empty(row.label(values), 'e.g. Done');
			return { field: name, operator: chosen, values: given };
		});
	},
);
