import type { Endpoint } from './types';
import { endpointFields, type EndpointField } from './endpointFields';

/** Objects with more properties than this stay JSON. */
const MOST_OPENED = 40;

/** A field of the form: what the endpoint takes, or a property of an object that it takes. */
export interface FormField extends EndpointField {
	/** The object that it belongs to. */
	within?: EndpointField;
	/** Another one of the object excludes it, and is the one to show first. */
	yields: boolean;
	/** Those that can't stand beside it. */
	excludes: readonly string[];
	/** Those beside which it does not count. */
	countsWithout: readonly string[];
}

/** The properties of an object as fields of their own; none for what stays JSON: lists, free objects, whole bodies. */
export function openedFields({ upload }: Endpoint, field: EndpointField): FormField[] {
	const { properties = {}, required = [] } = field.schema;
	const names = Object.keys(properties);
	if (upload || field.part !== 'body' || field.id === 'body' || names.length > MOST_OPENED) return [];
	return names.map((name) => ({
		id: `${field.id}.${name}`,
		part: field.part,
		name,
		label: `${field.label}.${name}`,
		required: field.required && required.includes(name),
		schema: properties[name] ?? {},
		paging: false,
		idempotency: false,
		within: field,
		...relations(field.schema, name),
	}));
}

/**
 * What a person fills in: every field of the endpoint, objects opened by one level, required ones first, undocumented ones
 * last, and otherwise in the order of the documentation.
 */
export function formFields(endpoint: Endpoint): FormField[] {
	const fields = endpointFields(endpoint).flatMap((field): FormField[] => {
		const opened = openedFields(endpoint, field);
		const whole = endpoint.request?.[field.part === 'header' ? 'query' : field.part] ?? {};
		return opened.length > 0 ? opened : [{ ...field, ...relations(whole, field.name) }];
	});
	const rank = ({ required, within, schema }: FormField) =>
		required || within?.required ? 0 : schema.undocumented ? 2 : 1;
	return fields.sort((one, other) => rank(one) - rank(other));
}

function relations(schema: EndpointField['schema'], name: string): Pick<FormField, 'yields' | 'excludes' | 'countsWithout'> {
	const { exclusive = [], prevails = [] } = schema;
	return {
		yields: isSecond(schema, name),
		excludes: exclusive.filter((pair) => pair.includes(name)).map(([one, other]) => (one === name ? other : one)),
		countsWithout: prevails.filter(([, second]) => second === name).map(([first]) => first),
	};
}

/** Of two that exclude each other a moment comes first: it has a picker; else the one that the catalog names first. */
function isSecond({ exclusive = [], properties = {} }: EndpointField['schema'], name: string): boolean {
	return exclusive.some(([first, second]) => {
		const shown = properties[second]?.format?.startsWith('timestamp') ? second : first;
		return name !== shown && (name === first || name === second);
	});
}
