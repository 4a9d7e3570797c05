import type { Operator } from '../../../../feishu/base/filterOperators';
import type { FilterGroup, FilterRow } from '../../../../feishu/base/recordFilter';
import { mixedRowsField, rowsField, fieldGroup } from '../../../shared/fields/nested';
import { choiceField, jsonField, plainField } from '../../../shared/fields/plain';
import { variantField } from '../../../shared/fields/variants';
import { complaint, mappedField, type Reader } from '../../../shared/operation/field';
import { isObject, type JsonObject } from '../../../../feishu/json';
import { fieldChoice } from './fieldChoice';

const field = fieldChoice({
	displayName: 'Field Name or ID',
	name: 'field',
	description:
		'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
});

const operator = choiceField<'operator', Operator>({
	displayName: 'Operator',
	name: 'operator',
	options: [
		{ name: 'Contains', value: 'contains', description: 'Text, or one of several options, people or records' },
		{ name: 'Does Not Contain', value: 'notContains' },
		{ name: 'Is', value: 'equals', description: 'Of a date: the day' },
		{ name: 'Is at Least', value: 'greaterOrEqual', description: 'Numbers' },
		{ name: 'Is at Most', value: 'lessOrEqual', description: 'Numbers' },
		{ name: 'Is Empty', value: 'empty' },
		{ name: 'Is Greater or Later Than', value: 'greater', description: 'Numbers and dates' },
		{ name: 'Is Less or Earlier Than', value: 'less', description: 'Numbers and dates' },
		{ name: 'Is Not', value: 'notEquals' },
		{ name: 'Is Not Empty', value: 'notEmpty' },
	],
	default: 'equals',
	description: 'How the cell is compared. Which operators fit depends on the type of the field; an error names them.',
});

const value = plainField(
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		displayOptions: { hide: { operator: ['empty', 'notEmpty'] } },
		placeholder: 'e.g. Done',
		description:
			'Text, a number, true or false, a date or Today, CurrentWeek, TheLastMonth and the like; people by ID, e-mail or name; linked records by ID or by what their first column holds. Several separated by commas.',
	},
	(entered): unknown => entered,
);

/** One condition: which field, how it is compared, and with what. */
export const conditionFields = [field, operator, value] as const;

type Row = Reader<(typeof conditionFields)[number]>;

export const conditionIn = ({ read }: Row): FilterRow => ({
	field: read(field),
	operator: read(operator),
	value: read(value),
});

export const match = choiceField({
	displayName: 'Must Match',
	name: 'match',
	options: [
		{ name: 'All Conditions', value: 'and' },
		{ name: 'Any Condition', value: 'or' },
	],
	default: 'and',
	description: 'Whether a record has to fit all of the conditions or one of them',
});

const inGroup = rowsField(
	{
		displayName: 'Conditions',
		name: 'conditions',
		placeholder: 'Add Condition',
		groupKey: 'condition',
		groupName: 'Condition',
		alike: true,
		description: 'Those of this group',
	},
	conditionFields,
);

const conditions = mixedRowsField(
	{
		displayName: 'Conditions',
		name: 'filters',
		placeholder: 'Add Condition',
		description: 'Without any, all records come',
	},
	{
		condition: { name: 'Condition', fields: conditionFields },
		group: { name: 'Group of Conditions', fields: [match, inGroup] },
	},
);

const byRows = fieldGroup('filterRows', [match, conditions], ({ read }): FilterGroup => {
	const { condition, group } = read(conditions);
	return {
		conjunction: read(match),
		rows: condition.map(conditionIn),
		groups: group.map(
			(one): FilterGroup => ({ conjunction: one.read(match), rows: one.read(inGroup).map(conditionIn) }),
		),
	};
});

const byJson = mappedField(
	jsonField({
		displayName: 'Filter (JSON)',
		name: 'filterJson',
		description:
			'As the platform takes it: {"conjunction": "and", "conditions": [{"field_name": "Status", "operator": "is", "value": ["Done"]}]}',
	}),
	(given, label): JsonObject | undefined => {
		if (given === undefined) return undefined;
		if (!isObject(given)) throw complaint(label, 'must be a JSON object', 'It has conjunction and conditions');
		return Object.keys(given).length === 0 ? undefined : given;
	},
);

/** A filter by rows, or as the platform takes it. */
export const filterField = variantField(
	choiceField({
		displayName: 'Filter By',
		name: 'filterBy',
		options: [
			{ name: 'Conditions', value: 'rows', description: 'Fields, operators and values' },
			{ name: 'JSON', value: 'json', description: 'For those who have it as the platform takes it' },
		],
		default: 'rows',
		description: 'How the filter is given',
	}),
	{ rows: byRows, json: byJson },
);
