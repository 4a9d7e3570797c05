import type { IDataObject } from 'n8n-workflow';

/**
 * What stands under a key: a type, a list of such, or an object. A key that ends in `?` may be missing; `any` is
 * whatever the platform says there. The key `*` stands for keys that nobody knows before, as a table's fields.
 */
export type Shape = 'string' | 'number' | 'boolean' | 'any' | readonly [Shape] | ObjectShape;

export interface ObjectShape {
	readonly [key: string]: Shape;
}

/** A JSON schema, as far as n8n shows it. */
export interface JsonSchema {
	type?: string | string[];
	properties?: Record<string, JsonSchema>;
	required?: string[];
	items?: JsonSchema;
	additionalProperties?: JsonSchema;
}

/** What one item of an operation holds. Simplify, the fields that n8n offers before a run, and the tests come from it. */
export interface Output {
	readonly schema: JsonSchema;
	/** The record with these keys only, in their order; what the platform left out stays out. Keys that nobody knows before stay. */
	simplify(record: object): IDataObject;
}

/** @param shape the keys of an item. @see Shape */
export function outputOf(shape: ObjectShape): Output {
	const { [FURTHER]: further, ...known } = shape;
	const keys = Object.keys(known).map(bare);
	return {
		schema: schemaOf(shape),
		simplify: (record) => {
			const values = record as IDataObject;
			if (further !== undefined) return { ...values };
			return Object.fromEntries(keys.filter((key) => values[key] !== undefined).map((key) => [key, values[key]]));
		},
	};
}

/** What an operation gives that has nothing to tell but that it was done, and of what. */
export function doneOutput(done: string, ...ids: readonly string[]): Output {
	return outputOf({ [done]: 'boolean', ...Object.fromEntries(ids.map((id) => [id, 'string' as const])) });
}

/** Keys beside those that are named. */
const FURTHER = '*';

const isOptional = (key: string) => key.endsWith('?');
const bare = (key: string) => (isOptional(key) ? key.slice(0, -1) : key);

function schemaOf(shape: Shape): JsonSchema {
	if (shape === 'any') return {};
	if (typeof shape === 'string') return { type: shape };
	if (isList(shape)) return { type: 'array', items: schemaOf(shape[0]) };
	const { [FURTHER]: further, ...known } = shape;
	return {
		type: 'object',
		properties: Object.fromEntries(Object.entries(known).map(([key, inner]) => [bare(key), schemaOf(inner)])),
		required: Object.keys(known).filter((key) => !isOptional(key)),
		...(further !== undefined && { additionalProperties: schemaOf(further) }),
	};
}

function isList(shape: Shape): shape is readonly [Shape] {
	return Array.isArray(shape);
}
