import type { RowFilter, RowOperator } from '../../../../feishu/sheets/rowFilter';
import { fieldGroup, rowsField } from '../../../shared/fields/nested';
import { choiceField, plainField } from '../../../shared/fields/plain';
import { columnChoice } from './columnChoice';

const column = columnChoice({
	displayName: 'Column Name or ID',
	name: 'column',
	description:
		'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
});

const operator = choiceField<'operator', RowOperator>({
	displayName: 'Operator',
	name: 'operator',
	options: [
		{ name: 'Contains', value: 'contains' },
		{ name: 'Does Not Contain', value: 'notContains' },
		{ name: 'Ends With', value: 'endsWith' },
		{ name: 'Is', value: 'equals', description: 'Of a date without a time: the day' },
		{ name: 'Is at Least', value: 'greaterOrEqual', description: 'Numbers and dates' },
		{ name: 'Is at Most', value: 'lessOrEqual', description: 'Numbers and dates' },
		{ name: 'Is Empty', value: 'empty' },
		{ name: 'Is Greater or Later Than', value: 'greater', description: 'Numbers and dates' },
		{ name: 'Is Less or Earlier Than', value: 'less', description: 'Numbers and dates' },
		{ name: 'Is Not', value: 'notEquals' },
		{ name: 'Is Not Empty', value: 'notEmpty' },
		{ name: 'Starts With', value: 'startsWith' },
	],
	default: 'equals',
	description: 'How the cell is compared',
});

const value = plainField(
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		displayOptions: { hide: { operator: ['empty', 'notEmpty'] } },
		placeholder: 'e.g. Done',
		description: 'Text, a number, true or false, a date such as 2026-01-31',
	},
	(entered): unknown => entered,
);

const match = choiceField({
	displayName: 'Must Match',
	name: 'match',
	options: [
		{ name: 'All Conditions', value: 'and' },
		{ name: 'Any Condition', value: 'or' },
	],
	default: 'and',
	description: 'Whether a row has to fit all of the conditions or one of them',
});

const conditions = rowsField(
	{
		displayName: 'Conditions',
		name: 'conditions',
		placeholder: 'Add Condition',
		groupKey: 'condition',
		groupName: 'Condition',
		alike: true,
		description: 'What rows have to fit. They are looked at in n8n: the platform gives all rows.',
	},
	[column, operator, value],
);

/** Conditions of which rows have to fit all or any. */
export const filterField = fieldGroup(
	'rowFilter',
	[conditions, match],
	({ read }): RowFilter => ({
		conjunction: read(match),
		conditions: read(conditions).map((one) => ({
			column: one.read(column),
			operator: one.read(operator),
			value: one.read(value),
		})),
	}),
);
