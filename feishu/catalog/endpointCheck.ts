import { InputError } from '../input';
import { isObject } from '../json';
import type { ParameterSchema } from './types';

/** Whether a person left it empty. */
export const isEmpty = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** Bounds and required parts; types are right already. */
export function check(label: string, schema: ParameterSchema, value: unknown): void {
	checkChoice(label, schema, value);
	if (typeof value === 'number') checkRange(label, value, schema.minimum, schema.maximum, '');
	if (typeof value === 'string' && !schema.format && schema.type === 'string') {
		// Whoever pasted an address does not care for the limit of an ID.
		if ([...value].length > (schema.maxLength ?? Infinity)) refuseLink(label, value);
		checkRange(label, [...value].length, schema.minLength, schema.maxLength, ' characters');
	}
	if (Array.isArray(value)) {
		checkRange(label, value.length, schema.minItems, schema.maxItems, ' entries');
		const { items } = schema;
		if (items) value.forEach((one: unknown, index) => check(`${label}[${index}]`, items, one));
	}
	if (isObject(value)) {
		checkProperties(label, schema, value);
		checkExclusive(schema, value, (name) => `${label}.${name}`);
	}
}

/**
 * Refuses two properties that exclude each other.
 * @param labelOf how an error calls a property
 */
export function checkExclusive(
	{ exclusive = [] }: ParameterSchema,
	value: Readonly<Record<string, unknown>>,
	labelOf: (name: string) => string,
): void {
	const both = exclusive.find((pair) => pair.every((name) => !isEmpty(value[name])));
	if (!both) return;
	const [first, second] = both.map(labelOf) as [string, string];
	throw new InputError(second, `The fields '${first}' and '${second}' exclude each other`, 'Empty one of them');
}

function checkProperties(label: string, schema: ParameterSchema, value: Record<string, unknown>): void {
	const missing = schema.required?.filter((name) => value[name] === undefined || value[name] === null) ?? [];
	if (missing.length > 0)
		throw new InputError(
			label,
			`The field '${label}' lacks ${listed(missing)}`,
			`Add ${missing.length === 1 ? missing[0] : 'them'} to its JSON`,
		);
	for (const [name, one] of Object.entries(value)) {
		const property = schema.properties?.[name] ?? schema.additionalProperties;
		if (property && one !== null && one !== undefined) check(`${label}.${name}`, property, one);
	}
}

/** @throws InputError when it is an address, which is no ID */
export function refuseLink(label: string, value: string): void {
	if (!/^\s*https?:\/\//i.test(value)) return;
	throw new InputError(
		label,
		`The field '${label}' holds a link: ${value.trim().slice(0, 80)}`,
		'Enter the ID alone; it mostly stands at the end of the link, or behind an equals sign',
	);
}

function checkChoice(label: string, { enum: choices }: ParameterSchema, value: unknown): void {
	if (!choices || choices.some((one) => one === value)) return;
	throw new InputError(
		label,
		`The field '${label}' can't be ${shown(value)}`,
		`It takes one of: ${choices.slice(0, 30).join(', ')}`,
	);
}

/** `'a', 'b' and 'c'` */
export function listed(names: readonly string[]): string {
	const quoted = names.map((name) => `'${name}'`);
	const last = quoted.pop() ?? '';
	return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`;
}

function checkRange(label: string, value: number, min = -Infinity, max = Infinity, unit: string): void {
	if (value >= min && value <= max) return;
	const wanted = value < min ? `at least ${min}` : `at most ${max}`;
	throw new InputError(
		label,
		`The field '${label}' must ${unit === '' ? 'be' : 'have'} ${wanted}${unit}; it ${unit === '' ? 'is' : 'has'} ${value}`,
	);
}

/** A value as an error shows it. */
export function shown(value: unknown): string {
	const text = typeof value === 'string' ? `'${value}'` : (JSON.stringify(value) ?? String(value));
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
