import type { PlatformError } from '../platform/envelope';
import {
	type Field,
	flag,
	integer,
	required,
	type Shape,
	type Source,
	type Violation,
	wrongType,
} from '../platform/validate';
import type { Schema } from './endpoints';

type Read = Field<unknown>['read'];
type Report = (description: string) => void;

const isAbsent = (value: unknown) => value === undefined || value === null;
const shown = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
const last = (value: unknown) => (Array.isArray(value) ? (value as unknown[]).at(-1) : value);

/** Seconds have at most ten digits until the year 5138: more of them are milliseconds. */
const MAX_SECONDS = 99_999_999_999;

/** Bounds, in the words of the gateway; lengths are in characters, or in entries for lists. */
const BOUNDS: readonly {
	key: 'minimum' | 'maximum' | 'minLength' | 'maxLength' | 'minItems' | 'maxItems';
	words: string;
	keeps: (size: number, limit: number) => boolean;
}[] = [
	{ key: 'minimum', words: 'the min value is', keeps: (size, limit) => size >= limit },
	{ key: 'maximum', words: 'the max value is', keeps: (size, limit) => size <= limit },
	{ key: 'minLength', words: 'the min len is', keeps: (size, limit) => size >= limit },
	{ key: 'maxLength', words: 'the max len is', keeps: (size, limit) => size <= limit },
	{ key: 'minItems', words: 'the min len is', keeps: (size, limit) => size >= limit },
	{ key: 'maxItems', words: 'the max len is', keeps: (size, limit) => size <= limit },
];

function checkBounds(schema: Schema, value: string | number | unknown[], report: Report): void {
	const size = typeof value === 'number' ? value : value.length;
	for (const { key, words, keeps } of BOUNDS) {
		const limit = schema[key];
		if (limit !== undefined && !keeps(size, limit)) report(`${words} ${limit}`);
	}
}

function checkEnum(schema: Schema, value: string | number, name: string, report: Report): void {
	if (schema.enum && !schema.enum.includes(value)) report(`${name} is optional, options: [${schema.enum.join(',')}]`);
}

function checkTimestamp(schema: Schema, value: string | number, name: string, report: Report): void {
	if (!schema.format) return;
	if (schema.format === 'date') {
		if (!/^\d{4}-\d{2}-\d{2}$/.test(String(value))) report(`${name} is not a valid date`);
		return;
	}
	if (!/^-?\d+$/.test(String(value))) report(`${name} is not a valid timestamp`);
	else if (schema.format === 'timestamp-s' && Number(value) > MAX_SECONDS) report(`${name} is not in seconds`);
}

const violate =
	(violations: Violation[], name: string, value: unknown): Report =>
	(description) =>
		violations.push({ field: name, value: shown(value).slice(0, 200), description });

const readString =
	(schema: Schema): Read =>
	(value, name, source, violations) => {
		const read = source === 'query' ? last(value) : value;
		if (typeof read !== 'string') throw wrongType(name, value);
		// An empty text stands for none, unless the length is documented.
		if (read === '' && schema.minLength === undefined) return undefined;
		const report = violate(violations, name, read);
		checkBounds(schema, read, report);
		checkEnum(schema, read, name, report);
		checkTimestamp(schema, read, name, report);
		return read;
	};

const readNumber =
	(schema: Schema): Read =>
	(value, name, source, violations) => {
		const whole = schema.type === 'integer';
		const read = whole ? integer().read(value, name, source, violations) : decimal(value, name, source, violations);
		if (read === undefined) return undefined;
		const report = violate(violations, name, read);
		// Of a choice only the list counts.
		if (!schema.enum) checkBounds(schema, read, report);
		checkEnum(schema, read, name, report);
		checkTimestamp(schema, read, name, report);
		return read;
	};

function decimal(value: unknown, name: string, source: Source, violations: Violation[]): number | undefined {
	if (source === 'query' && last(value) === '') return undefined;
	const read = source === 'query' ? Number(last(value)) : value;
	if (typeof read === 'number' && Number.isFinite(read)) return read;
	if (source === 'body') throw wrongType(name, value);
	violate(violations, name, value)(`${name} is not a valid number`);
	return undefined;
}

const readList =
	(schema: Schema): Read =>
	(value, name, source, violations) => {
		const list: unknown = source === 'query' && !Array.isArray(value) ? [value] : value;
		if (!Array.isArray(list)) throw wrongType(name, value);
		checkBounds(schema, list, violate(violations, name, list));
		const entry = fieldOf(schema.items ?? {});
		return list.map((each, index) => {
			const place = `${name}[${index}]`;
			if (isAbsent(each) && schema.items?.type) throw wrongType(place, each);
			return entry.read(each, place, source, violations);
		});
	};

const readObject =
	(schema: Schema): Read =>
	(value, name, source, violations) => {
		if (typeof value !== 'object' || Array.isArray(value)) throw wrongType(name, value);
		const entries = Object.entries(value as Record<string, unknown>);
		const { properties, additionalProperties } = schema;
		if (!properties) {
			const entry = additionalProperties && fieldOf(additionalProperties);
			for (const [key, each] of entries) entry?.read(each, `${name}.${key}`, source, violations);
			return value;
		}
		const given = Object.fromEntries(entries);
		for (const [key, field] of Object.entries(shapeOf(schema, { allowEmpty: true })))
			field.read(given[key], `${name}.${key}`, source, violations);
		return value;
	};

/** Any one of the alternatives will do. */
const readAnyOf =
	(alternatives: readonly Schema[]): Read =>
	(value, name, source) => {
		const fits = alternatives.some((schema) => {
			const found: Violation[] = [];
			try {
				fieldOf(schema).read(value, name, source, found);
			} catch (problem) {
				if ((problem as PlatformError).code === 9499) return false;
				throw problem;
			}
			return found.length === 0;
		});
		if (!fits) throw wrongType(name, value);
		return value;
	};

const READERS: Record<NonNullable<Schema['type']>, (schema: Schema) => Read> = {
	string: readString,
	number: readNumber,
	integer: readNumber,
	boolean: () => (value, name, source, violations) => flag().read(value, name, source, violations),
	array: readList,
	object: readObject,
	// A file comes as a part of a form (form.ts), never as JSON.
	file: () => (value, name) => {
		throw wrongType(name, value);
	},
};

function readerOf(schema: Schema): Read {
	if (schema.anyOf) return readAnyOf(schema.anyOf);
	return schema.type ? READERS[schema.type](schema) : (value) => value;
}

/** What the gateway checks of one value, by the catalog's schema. */
function fieldOf(schema: Schema): Field<unknown> {
	const read = readerOf(schema);
	return { read: (value, name, ...rest) => (isAbsent(value) ? undefined : read(value, name, ...rest)) };
}

/**
 * The fields of an object schema. Mandatory ones are refused when absent, and when empty unless `allowEmpty`: below the
 * first level of a body an empty text is content (docx: an empty run of text).
 */
export function shapeOf(schema: Schema | undefined, { allowEmpty = false } = {}): Shape {
	const { properties = {}, required: mandatory = [] } = schema ?? {};
	return Object.fromEntries(
		Object.entries(properties).map(([name, property]) => {
			const field = fieldOf(property);
			const empty = allowEmpty || property.minLength === 0;
			return [name, mandatory.includes(name) ? required(field, { allowEmpty: empty }) : field];
		}),
	);
}
