import { InputError } from '../input';
import type { JsonObject } from '../json';
import type { BaseField } from './baseField';
import { fieldNamed } from './fieldNamed';

/** A condition on the records that a role sees, as somebody chose it. */
export interface RuleRow {
	/** The ID or the name of a field. */
	field: string;
	operator: RuleOperator;
	values: readonly string[];
}

export const RULE_OPERATORS = ['contains', 'doesNotContain', 'is', 'isEmpty', 'isNot', 'isNotEmpty'] as const;
export type RuleOperator = (typeof RULE_OPERATORS)[number];

/** As the platform takes it. Source: …/bitable-v1/advanced-permission/base-v2/app-role/create */
export interface RuleCondition {
	field_name: string;
	operator: string;
	value: string[];
}

/** Conditions in one rule. */
export const MOST_CONDITIONS = 10;

/** The platform's way to say that somebody has created the record themselves. */
export const CREATED_BY_READER: RuleCondition = { field_name: '', operator: 'contains', value: [] };

/**
 * The conditions of a role's rule: fields go by name, options by their IDs.
 * @param label what complaints call the rows
 * @throws InputError naming the field, or the option, that the table does not have
 */
export function ruleConditions(label: string, rows: readonly RuleRow[], fields: readonly BaseField[]): RuleCondition[] {
	return rows.map(({ field: entered, operator, values }) => {
		const field = fieldNamed(label, entered, fields);
		const value = operator.endsWith('Empty') ? [] : values.map((one) => optionId(label, field, one));
		return { field_name: field.field_name, operator, value };
	});
}

/** The ID of a select's option; any other value as it is. */
function optionId(label: string, { field_name, property }: BaseField, entered: string): string {
	if (!Array.isArray(property?.options)) return entered;
	const options = property.options as ReadonlyArray<{ id?: string; name?: string }>;
	const found = options.find(({ id, name }) => name === entered || id === entered);
	if (found?.id !== undefined) return found.id;
	throw new InputError(
		label,
		`The field '${field_name}' has no option '${entered.slice(0, 60)}'`,
		`It has ${options.map(({ name }) => name).join(', ')}`,
	);
}

/** What somebody may do with a field, by the words of people; nothing is told by leaving it out. */
const FIELD_PERMISSIONS: Readonly<Record<string, number>> = { none: 0, view: 1, add: 2, edit: 3 };

/** In JSON, all fields that are not named. */
const REST = '*';

/**
 * What a role may do with each field, by its name.
 * @param given by the name or ID of a field, or `*` for the rest: none, view, add or edit, or the platform's number
 * @throws InputError naming the field that the table does not have, or the word that says nothing
 */
export function fieldPermissions(
	label: string,
	given: JsonObject,
	fields: readonly BaseField[],
): Record<string, number> {
	const rest = REST in given ? permissionIn(label, given[REST]) : 0;
	const all = new Map(fields.map(({ field_name }) => [field_name, rest]));
	for (const [entered, value] of Object.entries(given))
		if (entered !== REST) all.set(fieldNamed(label, entered, fields).field_name, permissionIn(label, value));
	return Object.fromEntries([...all].filter(([, permission]) => permission !== 0));
}

function permissionIn(label: string, value: unknown): number {
	const found = typeof value === 'number' ? value : FIELD_PERMISSIONS[String(value)];
	if (found !== undefined && Object.values(FIELD_PERMISSIONS).includes(found)) return found;
	throw new InputError(
		label,
		`The field '${label}' can't hold '${String(value).slice(0, 40)}'`,
		`Use ${Object.keys(FIELD_PERMISSIONS).join(', ')}, such as {"Name": "edit", "${REST}": "view"}`,
	);
}
