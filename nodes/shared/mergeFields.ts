import type { Field } from './operation';

/** Fields that are shown for one choice of a dropdown. */
export interface FieldGroup {
	/** The choice. */
	value: string;
	fields: readonly Field[];
}

interface Placed {
	/** The field as JSON: equal fields of several groups become one. */
	key: string;
	field: Field;
	values: string[];
}

/**
 * The fields of all choices, each shown for the choices that have it. Every choice keeps the order of its
 * fields; a field that several share appears once, unless that would break an order.
 * @param dropdown the name of the parameter that holds the choice
 */
export function mergeFields(dropdown: string, groups: readonly FieldGroup[]): Field[] {
	const placed: Placed[] = [];
	for (const { value, fields } of groups) {
		let position = 0;
		for (const field of fields) {
			const key = JSON.stringify(field);
			const found = placed.findIndex((one, index) => index >= position && one.key === key);
			if (found >= 0) {
				placed[found]?.values.push(value);
				position = found + 1;
			} else {
				placed.splice(position, 0, { key, field, values: [value] });
				position += 1;
			}
		}
	}
	return placed.map(({ field, values }) => shownFor(field, { [dropdown]: values }));
}

/** A field that is shown under a further condition. */
export function shownFor(field: Field, condition: Record<string, string[]>): Field {
	return {
		...field,
		displayOptions: { ...field.displayOptions, show: { ...condition, ...field.displayOptions?.show } },
	};
}
