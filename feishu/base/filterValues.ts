import { InputError } from '../input';
import { FIELD, type BaseField } from './baseField';
import { number, ticked } from './cellValues';
import { isTime, takesSeveral, type Operator } from './filterOperators';

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

/** Values in one condition. Source: …/bitable-v1/app-table-record/search */
const MOST = 10;

/** @param moment milliseconds of a date as people write it @throws InputError */
export type Moment = (label: string, value: unknown) => number | undefined;

/** Operators as the panel calls them. */
export const WORDS: Readonly<Record<Operator, string>> = {
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

/**
 * The values of a condition as the platform takes them: texts, whatever they stand for.
 * @throws InputError naming the field, about a value that it can't be compared with
 */
export function valuesOf(field: BaseField, operator: Operator, value: unknown, moment: Moment): string[] {
	if (isTime(field)) return dayOf(field, operator, value, moment);
	const several = takesSeveral(field) && (operator === 'contains' || operator === 'notContains');
	const given = several ? listOf(value) : oneOf(field, value);
	const values = given.map((one) => textOf(field, one));
	if (values.length === 0 || values.some((one) => one === ''))
		throw new InputError(field.field_name, `The filter by '${field.field_name}' has no value`, EMPTY_ADVICE);
	if (values.length > MOST)
		throw new InputError(
			field.field_name,
			`The filter by '${field.field_name}' has ${values.length} values; Feishu takes ${MOST}`,
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
export function dayAsWritten(value: unknown): number | undefined {
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
