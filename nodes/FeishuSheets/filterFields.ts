import { columnLetters, columnNumber } from '../../feishu/sheets/a1';
import { filterCondition, filterRule, type FilterCondition, type FilterRule } from '../../feishu/sheets/filterRules';
import { rowsField } from '../shared/fields/nested';
import { choiceField, listField, textField } from '../shared/fields/plain';
import { complaint, mappedField } from '../shared/operation/field';

/** What the rows of a filter, or of a filter view, have to be, column by column. */

const column = mappedField(
	textField({
		displayName: 'Column',
		name: 'column',
		placeholder: 'e.g. C',
		description: 'Its letter; each column once',
	}),
	(text, label) => {
		const number = columnNumber(text);
		if (Number.isInteger(number)) return columnLetters(number);
		throw complaint(label, text === '' ? 'is empty' : `can't be '${text.slice(0, 40)}'`, 'Use a letter, as C or AA');
	},
);

const rule = choiceField<'rule', FilterRule>({
	displayName: 'Show Rows Where It',
	name: 'rule',
	options: [
		{ name: 'Begins With', value: 'beginsWith' },
		{ name: 'Contains', value: 'contains' },
		{ name: 'Does Not Begin With', value: 'notBeginsWith' },
		{ name: 'Does Not Contain', value: 'notContains' },
		{ name: 'Does Not End With', value: 'notEndsWith' },
		{ name: 'Ends With', value: 'endsWith' },
		{ name: 'Has the Background Color', value: 'backColor' },
		{ name: 'Has the Text Color', value: 'foreColor' },
		{ name: 'Is a Number at Least', value: 'greaterOrEqual' },
		{ name: 'Is a Number at Most', value: 'lessOrEqual' },
		{ name: 'Is a Number Between', value: 'between', description: 'Two values, which belong to it' },
		{ name: 'Is a Number Equal To', value: 'equal' },
		{ name: 'Is a Number Greater Than', value: 'greater' },
		{ name: 'Is a Number Less Than', value: 'less' },
		{ name: 'Is a Number Not Between', value: 'notBetween', description: 'Two values' },
		{ name: 'Is a Number Not Equal To', value: 'notEqual' },
		{ name: 'Is Anything', value: 'clear', description: 'Takes away what the column had to be' },
		{ name: 'Is One Of', value: 'isOneOf', description: 'Exactly one of the values' },
	],
	default: 'isOneOf',
	description: 'How the cell of the column is compared',
});

const values = listField({
	displayName: 'Values',
	name: 'values',
	placeholder: 'e.g. Open, Waiting',
	description: 'Separated by commas or line breaks; an expression may give a list',
});

export interface ColumnCondition {
	column: string;
	condition: FilterCondition;
}

/** @throws InputError about a column that stands twice, and about values that don't fit */
export const conditionsField = mappedField(
	rowsField(
		{
			displayName: 'Conditions',
			name: 'filterConditions',
			placeholder: 'Add Condition',
			groupKey: 'condition',
			groupName: 'Condition',
			description: 'Rows have to fit all of them to be shown',
		},
		[column, rule, values],
	),
	(rows, label): ColumnCondition[] => {
		const conditions = rows.map(({ read, refuse }) => {
			const condition = filterCondition(read(rule), read(values));
			if (typeof condition === 'string') throw refuse(values, condition, 'Enter what the comparison needs');
			return { column: read(column), condition };
		});
		const twice = conditions.find((one, at) => conditions.findIndex((other) => other.column === one.column) < at);
		if (twice) throw complaint(label, `names column ${twice.column} twice`, 'A column has one condition');
		return conditions;
	},
);

/** As the form has it. */
export const shownCondition = (
	column: string,
	{ filter_type, compare_type, expected = [] }: Partial<FilterCondition>,
): { column: string; rule: string; values: string[] } => ({
	column,
	rule: filterRule({ filter_type: filter_type ?? '', compare_type }),
	values: expected,
});

export const SHOWN_CONDITION = { column: 'string', rule: 'string', values: ['string'] } as const;
