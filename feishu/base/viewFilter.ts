import { InputError } from '../input';
import { isObject, text, type JsonObject } from '../json';
import { FIELD, type BaseField } from './baseField';
import { optionsIn } from './fieldOptions';
import type { RecordFilter } from './recordFilter';

/** The filter of a view, as the platform takes it. Source: …/bitable-v1/app-table-view/patch */
export interface ViewFilter {
	conjunction: string;
	conditions: ViewCondition[];
}

export interface ViewCondition {
	field_id: string;
	operator: string;
	/** The JSON of a list of texts; options in it by their IDs. */
	value?: string;
}

const SELECTS: readonly number[] = [FIELD.singleSelect, FIELD.multiSelect];

/**
 * The filter of a search as a view has it: fields and options by their IDs, each value as the JSON of a list.
 * @throws InputError for an option that the field does not have
 */
export function viewFilter(filter: RecordFilter, fields: readonly BaseField[]): ViewFilter {
	const { conjunction, conditions = [] } = filter;
	return {
		conjunction,
		conditions: conditions.flatMap(({ field_name, operator, value }) => {
			const field = fields.find((one) => one.field_name === field_name);
			if (!field) return [];
			const values = SELECTS.includes(field.type) ? value.map((name) => optionId(field, name)) : value;
			return [{ field_id: field.field_id, operator, value: JSON.stringify(values) }];
		}),
	};
}

function optionId(field: BaseField, entered: string): string {
	const options = optionsIn(field.property);
	const option = options.find(({ id }) => id === entered) ?? options.find(({ name }) => name === entered);
	if (option?.id !== undefined) return option.id;
	const names = options.slice(0, 20).map(({ name }) => name);
	throw new InputError(
		field.field_name,
		`The field '${field.field_name}' has no option '${entered.slice(0, 60)}'`,
		names.length === 0 ? 'It has none yet' : `It has ${names.join(', ')}`,
	);
}

/** What a view hides and by what it filters, by the names of fields and options. */
export function plainViewProperty(property: unknown, fields: readonly BaseField[]): JsonObject {
	const { filter_info, hidden_fields, hierarchy_config } = isObject(property) ? property : {};
	const nameOf = (id: unknown) => fields.find(({ field_id }) => field_id === id)?.field_name ?? text(id);
	const parent = isObject(hierarchy_config) ? text(hierarchy_config.field_id) : '';
	return {
		hidden_fields: Array.isArray(hidden_fields) ? hidden_fields.map(nameOf) : [],
		...(isObject(filter_info) && { filter: plainFilter(filter_info, fields, nameOf) }),
		...(parent !== '' && { parent_field: nameOf(parent) }),
	};
}

function plainFilter(
	{ conjunction, conditions }: JsonObject,
	fields: readonly BaseField[],
	nameOf: (id: unknown) => string,
): JsonObject {
	const rows = Array.isArray(conditions) ? conditions.filter(isObject) : [];
	return {
		match: conjunction === 'or' ? 'any' : 'all',
		conditions: rows.map(({ field_id, operator, value }) => {
			const options = optionsIn(fields.find((field) => field.field_id === field_id)?.property);
			const names = listIn(value).map((one) => options.find(({ id }) => id === one)?.name ?? one);
			return { field: nameOf(field_id), operator: text(operator), value: names };
		}),
	};
}

function listIn(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	if (typeof value !== 'string' || value === '') return [];
	try {
		const parsed: unknown = JSON.parse(value);
		return Array.isArray(parsed) ? parsed : [parsed];
	} catch {
		return [value];
	}
}
