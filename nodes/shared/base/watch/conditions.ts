import { fitsGroup, type Fits } from '../../../../feishu/base/filterHere';
import { isTime, takesNoValue, takesSeveral, type Operator } from '../../../../feishu/base/filterOperators';
import { keyOfColumn } from '../../../../feishu/base/plainRecord';
import type { FilterRow } from '../../../../feishu/base/recordFilter';
import type { JsonObject } from '../../../../feishu/json';
import { fieldGroup, rowsField } from '../../fields/nested';
import { choiceField, textField, type Choice } from '../../fields/plain';
import { parseMoment, splitList } from '../../fields/values';
import { complaint, shownFor } from '../../operation/field';
import type { Asking } from '../../client/asking';
import { columnField, type Column } from '../column';
import { fieldsOf, type TablePath } from '../contents';

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

/** Conditions as filled in: their fields are looked up when there is a table. Given plain records. */
export type Conditions = (asking: Asking, path: TablePath) => Promise<Fits>;

/** Rows of conditions on a record, judged here: of formulas as well, by which the platform does not filter. */
export const conditionsField = fieldGroup('conditionsOnRecord', [rows, match], ({ read, panel }): Conditions => {
	const entered = read(rows).map((row) => ({
		column: row.read(column),
		operator: row.read(operator),
		value: row.read(value),
		label: row.label(value),
	}));
	for (const one of entered)
		if (!takesNoValue(one.operator) && one.value === '')
			throw complaint(one.label, 'is empty', "Enter one, or choose 'Is Empty' as the operator");
	const conjunction = read(match) === 'any' ? 'or' : 'and';
	const moment = (label: string, given: unknown) => parseMoment(label, given, panel.timeZone);
	return async (asking, path) => {
		const chosen: FilterRow[] = [];
		for (const { column: named, operator: how, value: text, label } of entered) {
			const field = await named.field(asking, path);
			if (isTime(field) && !takesNoValue(how)) moment(label, text);
			const several = takesSeveral(field) && (how === 'contains' || how === 'notContains');
			chosen.push({ field: field.field_id, operator: how, value: several ? splitList(text) : text });
		}
		const fields = await fieldsOf(asking, path);
		const fits = fitsGroup({ conjunction, rows: chosen }, fields, moment);
		return (record) => fits(cellsOf(record, fields));
	};
});

/** A plain value is read as one of its own forms, so a plain record serves as cells. */
const cellsOf = (record: JsonObject, fields: ReadonlyArray<{ field_name: string }>): JsonObject =>
	Object.fromEntries(fields.map(({ field_name }) => [field_name, record[keyOfColumn(field_name)]]));

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
