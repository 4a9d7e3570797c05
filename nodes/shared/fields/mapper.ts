import { isObject, type JsonObject } from '../../../feishu/json';
import { complaint, type Field, type MapperFields } from '../operation/field';
import { plainField, type Words } from './plain';
import { parseJson } from './values';

/**
 * What a resource mapper holds: values by the IDs of its fields; the same where an expression gives them alone; or that
 * the item's own fields are taken.
 */
export type Mapped = { from: 'mapper' | 'expression'; values: JsonObject } | { from: 'item' };

interface MapperWords<N extends string> extends Words<N> {
	/** What gives its fields, under the name that `typeOptions` uses. */
	mapping: Readonly<Record<string, MapperFields>>;
	calls?: readonly string[];
}

/** A resource mapper. An expression may give its whole value, or the values alone. */
export function mapperField<const N extends string>({
	mapping: resourceMapping,
	calls,
	...words
}: MapperWords<N>): Field<Mapped, N> {
	return plainField(
		{ ...words, type: 'resourceMapper', default: { mappingMode: 'defineBelow', value: null } },
		(value, label): Mapped => {
			const whole = (typeof value === 'string' ? parseJson(label, value) : value) ?? {};
			if (!isObject(whole)) throw complaint(label, 'must give an object of values by parameter name');
			if (!('mappingMode' in whole)) return { from: 'expression', values: whole };
			if (whole.mappingMode === 'autoMapInputData') return { from: 'item' };
			return { from: 'mapper', values: isObject(whole.value) ? whole.value : {} };
		},
		{ methods: { resourceMapping }, calls },
	);
}
