import { InputError } from '../input';
import { FIELD, kindOf, type BaseField } from './baseField';
import { number, ticked } from './cellValues';
import { fieldNamed } from './fieldNamed';
import { isTime, operatorsOf, takesNoValue, takesSeveral, WIRE_OPERATOR, type Operator } from './filterOperators';

/** A row of a filter: what somebody chose. */
export interface FilterRow {
	field: string;
	operator: Operator;
	/** Text, a number, true or false, a list; of a time a moment, or one of {@link RELATIVE_DAYS}. */
	value?: unknown;
}

/** A filter as the platform takes it, with at most one level of groups in it. */
export interface RecordFilter {
	conjunction: 'and' | 'or';
	conditions?: Condition[];
	children?: Array<{ conjunction: 'and' | 'or'; conditions: Condition[] }>;
}

export interface Condition {
	field_name: string;
	operator: string;
	/** Texts, whatever they stand for; an empty list where there is no value, without which the platform refuses it. */
	value: string[];
}

/** Days that the platform works out itself, in the base's time zone. All but the first three go with `equals` alone. */
export const RELATIVE_DAYS = [
	'Today',
	'Tomorrow',
	'Yesterday',
	'CurrentWeek',
	'LastWeek',
	'CurrentMonth',
	'LastMonth',
	'TheLastWeek',
	'TheNextWeek',
	'TheLastMonth',
	'TheNextMonth',
] as const;

/** The one that somebody means, however it is written. */
export const relativeDay = (value: unknown): (typeof RELATIVE_DAYS)[number] | undefined =>
	typeof value === 'string'
		? RELATIVE_DAYS.find((day) => day.toLowerCase() === value.replace(/\s/g, '').toLowerCase())
		: undefined;

const SINGLE_DAYS: readonly string[] = RELATIVE_DAYS.slice(0, 3);

/** Source: …/bitable-v1/app-table-record/search */
const MOST = { conditions: 50, values: 10 };

/** @param moment milliseconds of a date as people write it @throws InputError */
export type Moment = (label: string, value: unknown) => number | undefined;

/** Rows of which all or any have to fit, with groups of such rows among them. */
export interface FilterGroup {
	conjunction: 'and' | 'or';
	rows: readonly FilterRow[];
	groups?: readonly FilterGroup[];
}

/** The same with groups, of which the platform takes one level; empty groups are none. @throws InputError as `recordFilter` */
export function groupFilter(
	{ conjunction, rows, groups = [] }: FilterGroup,
	fields: readonly BaseField[],
	moment: Moment,
): RecordFilter | undefined {
	const children = groups.flatMap((group) => recordFilter(group.rows, group.conjunction, fields, moment) ?? []);
	const { conditions } = recordFilter(rows, conjunction, fields, moment) ?? {};
	if (!conditions && children.length === 0) return undefined;
	return {
		conjunction,
		...(conditions && { conditions }),
		...(children.length > 0 && {
			children: children.map((child) => ({ conjunction: child.conjunction, conditions: child.conditions ?? [] })),
		}),
	};
}

/** Whether the platform can filter by this row itself. @throws InputError where the table has no such field */
export function canFilter({ field, operator }: FilterRow, fields: readonly BaseField[]): boolean {
	return operatorsOf(fieldNamed(field, field, fields)).includes(operator);
}

/**
 * The filter of a search. Times are compared by whole days of the base's time zone: the platform rounds them down.
 * Source: …/bitable-v1/app-table-record/record-filter-guide
 * @param fields of the table
 * @throws InputError naming the field, and what it can be filtered by
 */
export function recordFilter(
	rows: readonly FilterRow[],
	conjunction: 'and' | 'or',
	fields: readonly BaseField[],
	moment: Moment,
): RecordFilter | undefined {
	if (rows.length === 0) return undefined;
	if (rows.length > MOST.conditions)
		throw new InputError('Filter', `The filter has ${rows.length} rows; Feishu takes ${MOST.conditions}`, 'Use fewer');
	return { conjunction, conditions: rows.map((row) => condition(row, fields, moment)) };
}

function condition(
	{ field: name, operator, value }: FilterRow,
	fields: readonly BaseField[],
	moment: Moment,
): Condition {
	const field = fieldNamed(name, name, fields);
	const operators = operatorsOf(field);
	if (operators.length === 0)
		throw new InputError(
			field.field_name,
			`Feishu can't filter by '${field.field_name}', which is ${kindOf(field)}`,
			'Filter by the fields that it is made of, or keep what fits with a Filter node',
		);
	if (!operators.includes(operator))
		throw new InputError(
			field.field_name,
			`'${field.field_name}' is ${kindOf(field)}, which Feishu can't compare by '${WORDS[operator]}'`,
			`Choose one of: ${operators.map((one) => WORDS[one]).join(', ')}`,
		);
	return {
		field_name: field.field_name,
		operator: WIRE_OPERATOR[operator],
		value: takesNoValue(operator) ? [] : valuesOf(field, operator, value, moment),
	};
}

/** As the panel calls them. */
const WORDS: Readonly<Record<Operator, string>> = {
	equals: 'is',
	notEquals: 'is not',
	contains: 'contains',
	notContains: 'does not contain',
	greater: 'is greater or later than',
	greaterOrEqual: 'is at least',
	less: 'is less or earlier than',
	lessOrEqual: 'is at most',
	empty: 'is empty',
	notEmpty: 'is not empty',
};

function valuesOf(field: BaseField, operator: Operator, value: unknown, moment: Moment): string[] {
	if (isTime(field)) return dayOf(field, operator, value, moment);
	const several = takesSeveral(field) && (operator === 'contains' || operator === 'notContains');
	const given = several ? listOf(value) : oneOf(field, value);
	const values = given.map((one) => textOf(field, one));
	if (values.length === 0 || values.some((one) => one === ''))
		throw new InputError(field.field_name, `The filter by '${field.field_name}' has no value`, EMPTY_ADVICE);
	if (values.length > MOST.values)
		throw new InputError(
			field.field_name,
			`The filter by '${field.field_name}' has ${values.length} values; Feishu takes ${MOST.values}`,
			'Divide them among several rows, any of which has to fit',
		);
	return values;
}

const EMPTY_ADVICE = "Enter one, or choose 'is empty' to find records without it";

/** The single value of a list: of several there can be no talk with these operators. */
function oneOf(field: BaseField, value: unknown): unknown[] {
	if (!Array.isArray(value) || value.length < 2) return Array.isArray(value) ? value : [value];
	throw new InputError(
		field.field_name,
		`The filter by '${field.field_name}' has ${value.length} values, where it takes one`,
		takesSeveral(field) ? `Choose '${WORDS.contains}' to find those that have one of them` : 'Give one of them',
	);
}

/** Several values, also in one text. */
export function listOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value : String(value ?? '').split(/[,;\n，；]/);
}

/** Checks what the platform would refuse without a word about the field: what is no number, what is no yes or no. */
function textOf(field: BaseField, value: unknown): string {
	const isMissing = value === undefined || value === null || value === '';
	// A filter may well ask for more than the field lets people enter.
	if (field.type === FIELD.number && !isMissing)
		return String(number({ ...field, ui_type: 'Number', property: null }, value));
	if (field.type === FIELD.checkbox && !isMissing) return String(ticked(field, value));
	if (typeof value !== 'object' || value === null) return String(value ?? '').trim();
	const { id, record_id, name } = value as Readonly<Record<string, unknown>>;
	const told = [id, record_id, name].find((one) => typeof one === 'string');
	if (told !== undefined) return told as string;
	throw new InputError(
		field.field_name,
		`The filter by '${field.field_name}' holds an object`,
		'Name one of its properties',
	);
}

/**
 * A day without a time means that day wherever the base is, which need not be in the zone of the workflow: a moment that
 * lies in it from Hawaii to New Zealand.
 */
function dayAsWritten(value: unknown): number | undefined {
	const [, year, month, day] = /^\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})\s*$/.exec(String(value)) ?? [];
	if (day === undefined) return undefined;
	const ms = Date.UTC(Number(year), Number(month) - 1, Number(day), 10);
	return new Date(ms).getUTCDate() === Number(day) ? ms : undefined;
}

function dayOf(field: BaseField, operator: Operator, value: unknown, moment: Moment): string[] {
	const relative = relativeDay(value);
	if (relative !== undefined) {
		if (operator === 'equals' || SINGLE_DAYS.includes(relative)) return [relative];
		throw new InputError(
			field.field_name,
			`'${relative}' is several days, with which '${field.field_name}' can only be compared by '${WORDS.equals}'`,
			`Choose '${WORDS.equals}', or a day: ${SINGLE_DAYS.join(', ')}`,
		);
	}
	const ms = dayAsWritten(value) ?? moment(field.field_name, value);
	if (ms === undefined)
		throw new InputError(field.field_name, `The filter by '${field.field_name}' has no value`, EMPTY_ADVICE);
	return ['ExactDate', String(ms)];
}
