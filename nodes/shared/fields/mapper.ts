import { isExpression, type ResourceMapperField } from 'n8n-workflow';

import { isObject, object, type JsonObject } from '../../../feishu/json';
import { complaint, type Field, type FieldCall, type MapperFields } from '../operation/field';
import { plainField, type Words } from './plain';
import { parseJson } from './values';

/**
 * What a resource mapper holds: values by the IDs of its fields; the same where an expression gives them alone; or that
 * the item's own fields are taken.
 */
export type Mapped =
	| {
			from: 'mapper';
			values: JsonObject;
			/** IDs of the fields by which records are told to be the same. */
			matching: readonly string[];
			/** Whether a field was filled in: n8n gives nothing for one that was left as it is, and for an expression that gave nothing. */
			isFilledIn(id: string): boolean;
	  }
	| { from: 'expression'; values: JsonObject }
	| { from: 'item'; matching: readonly string[] };

interface MapperWords<N extends string> extends Words<N> {
	/** What gives its fields, under the name that `typeOptions` uses. */
	mapping: Readonly<Record<string, MapperFields>>;
	calls?: readonly FieldCall[];
}

/** A resource mapper. An expression may give its whole value, or the values alone. */
export function mapperField<const N extends string>({
	mapping: resourceMapping,
	calls,
	...words
}: MapperWords<N>): Field<Mapped, N> {
	return plainField(
		{ ...words, type: 'resourceMapper', default: { mappingMode: 'defineBelow', value: null } },
		(value, label, panel): Mapped => {
			const whole = (typeof value === 'string' ? parseJson(label, value) : value) ?? {};
			if (!isObject(whole)) throw complaint(label, 'must give an object of values by parameter name');
			if (!('mappingMode' in whole)) return { from: 'expression', values: whole };
			const idOf = idsIn(whole.schema);
			const byId = (given: unknown) =>
				Object.fromEntries(Object.entries(object(given)).map(([key, one]) => [idOf.get(key) ?? key, one]));
			const columns = Array.isArray(whole.matchingColumns) ? whole.matchingColumns.map(String) : [];
			const matching = columns.map((one) => idOf.get(one) ?? one);
			if (whole.mappingMode === 'autoMapInputData') return { from: 'item', matching };
			const given = typeof whole.value === 'string' ? parseJson(label, whole.value) : whole.value;
			if (!isNothing(given) && !isObject(given)) throw complaint(label, 'must give an object of values by name');
			const values = byId(given);
			const stored = object(panel.writtenAs(words.name)).value;
			const written = byId(stored);
			// An expression that gives all values at once says of each that it has a value or is to have none.
			const isSaid = (id: string) => (isExpression(stored) ? id in values : isExpression(written[id]));
			const isFilledIn = (id: string) => !isNothing(values[id]) || isSaid(id);
			return { from: 'mapper', values, matching, isFilledIn };
		},
		{ methods: { resourceMapping }, calls },
	);
}

/**
 * A field that people see by a name and that keeps its ID: n8n shows what it knows a field by where columns to match on are
 * chosen, and stores with it whatever else it was told of the field.
 */
export interface NamedColumn extends ResourceMapperField {
	fieldId: string;
}

/** The IDs of the fields that are kept under names. @param schema as n8n stores it */
export function idsIn(schema: unknown): ReadonlyMap<string, string> {
	const columns = Array.isArray(schema) ? schema.filter(isObject) : [];
	return new Map(columns.flatMap(({ id, fieldId }) => (typeof fieldId === 'string' ? [[String(id), fieldId]] : [])));
}

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '';
