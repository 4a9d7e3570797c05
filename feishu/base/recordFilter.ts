import { InputError } from '../input';
import { kindOf, type BaseField } from './baseField';
import { fieldNamed } from './fieldNamed';
import { operatorsOf, takesNoValue, WIRE_OPERATOR, type Operator } from './filterOperators';
import { valuesOf, WORDS, type Moment } from './filterValues';

/** A row of a filter: what somebody chose. */
export interface FilterRow {
	field: string;
	operator: Operator;
	/** Text, a number, true or false, a list; of a time a moment, or one of {@link relativeDay}. */
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

/** Source: …/bitable-v1/app-table-record/search */
const MOST = 50;

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
	if (rows.length > MOST)
		throw new InputError('Filter', `The filter has ${rows.length} rows; Feishu takes ${MOST}`, 'Use fewer');
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
