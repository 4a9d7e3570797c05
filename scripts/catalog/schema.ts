import { SCHEMA_KEYS, type Schema } from './types';

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

/** A copy with the keys in their written order and without empty lists. Properties keep their own order: forms show them so. */
export function ordered(schema: Schema): Schema {
	const result: Record<string, unknown> = {};
	for (const key of SCHEMA_KEYS) {
		const value = schema[key];
		if (isEmpty(value)) continue;
		if (key === 'properties') {
			result[key] = Object.fromEntries(
				Object.entries(schema.properties ?? {}).map(([name, property]) => [name, ordered(property)]),
			);
		} else if (key === 'items' || key === 'additionalProperties') result[key] = ordered(schema[key] ?? {});
		else if (key === 'anyOf') result[key] = schema.anyOf?.map(ordered);
		else if (key === 'required') {
			const names = Object.keys(schema.properties ?? {});
			result[key] = names.filter((name) => schema.required?.includes(name));
		} else result[key] = value;
	}
	return result;
}

/** One of several kinds of value; what is equal counts once. */
export function anyOf(schemas: Schema[]): Schema {
	const distinct = new Map(schemas.map((schema) => [JSON.stringify(ordered(schema)), schema]));
	const rest = [...distinct.values()];
	return rest.length === 1 && rest[0] ? rest[0] : { anyOf: rest };
}

/** Every field below a part, by its path: `body`, `body.children`, `body.children[].name`, `body.fields.*`. */
export function* walk(schema: Schema, path: string): Generator<[path: string, schema: Schema]> {
	yield [path, schema];
	for (const [name, property] of Object.entries(schema.properties ?? {})) yield* walk(property, `${path}.${name}`);
	if (schema.items) yield* walk(schema.items, `${path}[]`);
	if (schema.additionalProperties) yield* walk(schema.additionalProperties, `${path}.*`);
}

/** The field at a path as `walk` writes it, or undefined. */
export function at(schema: Schema | undefined, path: string): Schema | undefined {
	const steps = path.replace(/\[\]/g, '.[]').split('.').slice(1);
	let found = schema;
	for (const step of steps) {
		if (step === '[]') found = found?.items;
		else if (step === '*') found = found?.additionalProperties;
		else found = found?.properties?.[step];
	}
	return found;
}
