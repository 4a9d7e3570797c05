import type { BaseField } from '../../../../feishu/base/baseField';
import { isTime, takesNoValue, type Operator } from '../../../../feishu/base/filterOperators';
import { fits, type Condition } from '../../../../feishu/base/fitsFilter';
import { keyOfColumn } from '../../../../feishu/base/plainRecord';
import type { JsonObject } from '../../../../feishu/json';
import { fieldGroup, rowsField } from '../../fields/nested';
import { choiceField, textField, type Choice } from '../../fields/plain';
import { parseMoment } from '../../fields/values';
import { complaint, shownFor } from '../../operation/field';
import type { Asking } from '../basePlace';
import { columnField, type Column } from '../column';
import type { TablePath } from '../contents';

const OPERATORS: ReadonlyArray<Choice<Operator>> = [
	{
		name: 'Contains',
		value: 'contains',
		description: 'Of options, people and links: any of several, separated by commas',
	},
	{ name: 'Does Not Contain', value: 'notContains' },
	{ name: 'Is', value: 'equals' },
	{ name: 'Is at Least', value: 'greaterOrEqual' },
	{ name: 'Is at Most', value: 'lessOrEqual' },
	{ name: 'Is Empty', value: 'empty' },
	{ name: 'Is Greater or Later Than', value: 'greater' },
	{ name: 'Is Less or Earlier Than', value: 'less' },
	{ name: 'Is Not', value: 'notEquals' },
	{ name: 'Is Not Empty', value: 'notEmpty' },
];

const column = columnField();

const operator = choiceField({
	displayName: 'Operator',
	name: 'operator',
	options: OPERATORS,
	default: 'equals',
	description: 'How the cell is compared',
});

const value = shownFor(
	textField({
		displayName: 'Value',
		name: 'value',
		placeholder: 'e.g. Done',
		description:
			'As a record has it: the name of an option, a number, a date, true or false, the ID or name of a person',
	}),
	{ operator: OPERATORS.map((one) => one.value).filter((one) => !takesNoValue(one)) },
);

const rows = rowsField(
	{
		displayName: 'Conditions',
		name: 'conditions',
		placeholder: 'Add Condition',
		groupKey: 'condition',
		groupName: 'Condition',
		description: 'What a record must be like to start the workflow, after the change',
	},
	[column, operator, value],
);

const match = choiceField({
	displayName: 'Conditions to Meet',
	name: 'conditionsToMeet',
	options: [
		{ name: 'All', value: 'all' },
		{ name: 'Any', value: 'any' },
	],
	default: 'all',
	description: 'How many of the conditions a record must meet, where there are several',
});

/** Whether a record, with its plain values, is wanted. */
export type Fits = (record: JsonObject) => boolean;

/** Conditions as filled in: their fields are looked up when there is a table. */
export type Conditions = (asking: Asking, path: TablePath) => Promise<Fits>;

/** Rows of conditions on a record, judged here: of formulas as well, by which the platform does not filter. */
export const conditionsField = fieldGroup('conditionsOnRecord', [rows, match], ({ read }): Conditions => {
	const entered = read(rows).map((row) => {
		const how = row.read(operator);
		return {
			column: row.read(column),
			operator: how,
			value: row.read(value),
			label: row.label(value),
			panel: row.panel,
		};
	});
	for (const one of entered)
		if (!takesNoValue(one.operator) && one.value === '')
			throw complaint(one.label, 'is empty', "Enter one, or choose 'Is Empty' as the operator");
	const some = read(match) === 'any';
	return async (asking, path) => {
		const conditions: Condition[] = [];
		for (const { column: chosen, operator: how, value: text, label, panel } of entered) {
			const field = await chosen.field(asking, path);
			const moment = isTime(field) && !takesNoValue(how) ? parseMoment(label, text, panel.timeZone) : undefined;
			conditions.push({ field, operator: how, value: moment ?? text });
		}
		const isMet = (record: JsonObject) => (condition: Condition) => fits(condition, cellOf(record, condition.field));
		return (record) =>
			conditions.length === 0 || (some ? conditions.some(isMet(record)) : conditions.every(isMet(record)));
	};
});

const cellOf = (record: JsonObject, { field_name }: BaseField) => record[keyOfColumn(field_name)];

/** Fields of which one must have changed. */
const watched = rowsField(
	{
		displayName: 'Only When These Fields Change',
		name: 'watchedFields',
		placeholder: 'Add Field',
		groupKey: 'watched',
		groupName: 'Field',
		description: 'Changes of other fields start nothing. Formulas and lookups tell of no change.',
	},
	[column],
);

export const watchedFieldsField = fieldGroup('watched', [watched], ({ read }): Column[] =>
	read(watched).map((row) => row.read(column)),
);
