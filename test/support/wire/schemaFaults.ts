import type { Schema } from '../../../scripts/catalog/types';

/** What of a value its schema does not know, each with its place: `body.task.due: is no object`. */
export function schemaFaults(schema: Schema, value: unknown, place: string): string[] {
	if (schema.anyOf) return anyOfFaults(schema.anyOf, value, place);
	const fault = (what: string) => [`${place}: ${what}`];
	switch (schema.type) {
		case undefined:
			return [];
		case 'string':
			if (typeof value !== 'string') return fault(`${shown(value)} is no text`);
			return [...lengthFaults(schema, value, place), ...textFaults(schema, value, place)];
		case 'integer':
		case 'number':
			if (typeof value !== 'number' || (schema.type === 'integer' && !Number.isInteger(value)))
				return fault(`${shown(value)} is no ${schema.type}`);
			return [...boundFaults(schema, value, place), ...textFaults(schema, value, place)];
		case 'boolean':
			return typeof value === 'boolean' ? [] : fault(`${shown(value)} is no boolean`);
		case 'array':
			return Array.isArray(value) ? listFaults(schema, value, place) : fault(`${shown(value)} is no list`);
		case 'object':
			return isObject(value) ? objectFaults(schema, value, place) : fault(`${shown(value)} is no object`);
		case 'file':
			return fault('a file stands in a form alone');
	}
}

/** Of the text in an address or in a form, which says its type by how it reads. */
export function textValueFaults(schema: Schema, text: string, place: string): string[] {
	const { type } = schema;
	if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text))
		return schemaFaults(schema, Number(text), place);
	if (type === 'boolean' && /^(true|false)$/.test(text)) return [];
	return schemaFaults(schema, text, place);
}

/** Of the names that are given and of those that have to be. */
export function nameFaults(schema: Schema, names: readonly string[], place: string): string[] {
	const { properties = {}, required = [], exclusive = [] } = schema;
	return [
		...names
			.filter((name) => !Object.hasOwn(properties, name) && !schema.additionalProperties)
			.map((name) => `${place}.${name}: is unknown`),
		...required.filter((name) => !names.includes(name)).map((name) => `${place}.${name}: is missing`),
		...exclusive
			.filter((pair) => pair.every((name) => names.includes(name)))
			.map(([one, other]) => `${place}.${other}: can't be given with ${one}`),
	];
}

type Values = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Values =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 80) ?? 'nothing';

function anyOfFaults(choices: readonly Schema[], value: unknown, place: string): string[] {
	const faults = choices.map((choice) => schemaFaults(choice, value, place));
	return (
		faults.find((one) => one.length === 0) ?? faults.reduce((one, other) => (other.length < one.length ? other : one))
	);
}

function objectFaults(schema: Schema, value: Values, place: string): string[] {
	// An object of which nothing is known takes anything.
	if (!schema.properties && !schema.additionalProperties) return [];
	// What JSON leaves out was not given.
	const given = Object.entries(value).filter(([, one]) => one !== undefined);
	return [
		...nameFaults(
			schema,
			given.map(([name]) => name),
			place,
		),
		...given.flatMap(([name, one]) => {
			const property = schema.properties?.[name] ?? schema.additionalProperties;
			return property ? schemaFaults(property, one, `${place}.${name}`) : [];
		}),
	];
}

function listFaults(schema: Schema, value: readonly unknown[], place: string): string[] {
	const { items, minItems = 0, maxItems = Infinity } = schema;
	const count =
		value.length < minItems || value.length > maxItems
			? [`${place}: ${value.length} of ${minItems} to ${maxItems}`]
			: [];
	return [...count, ...value.flatMap((one) => (items ? schemaFaults(items, one, `${place}[]`) : []))];
}

function lengthFaults({ minLength = 0, maxLength = Infinity }: Schema, value: string, place: string): string[] {
	const length = [...value].length;
	return length < minLength || length > maxLength
		? [`${place}: ${length} characters of ${minLength} to ${maxLength}`]
		: [];
}

function boundFaults({ minimum = -Infinity, maximum = Infinity }: Schema, value: number, place: string): string[] {
	return value < minimum || value > maximum ? [`${place}: ${value} of ${minimum} to ${maximum}`] : [];
}

/** Seconds have 10 digits until the year 2286, milliseconds 13; 0 stands for none. */
const FORMATS: Readonly<Record<NonNullable<Schema['format']>, RegExp>> = {
	'timestamp-s': /^(0|\d{9,10})$/,
	'timestamp-ms': /^(0|\d{12,13})$/,
	date: /^\d{4}-\d{2}-\d{2}$/,
};

function textFaults({ enum: choices, format }: Schema, value: string | number, place: string): string[] {
	if (choices && !choices.includes(value)) return [`${place}: ${shown(value)} is none of ${choices.join(', ')}`];
	return format && !FORMATS[format].test(String(value)) ? [`${place}: ${shown(value)} is no ${format}`] : [];
}
