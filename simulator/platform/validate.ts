import { PlatformError } from './envelope';

export interface Violation {
	field: string;
	value: string;
	description: string;
}

/** Where a value came from: query strings are text that must be read, JSON must already have the right type (else 9499). */
export type Source = 'query' | 'body';

export interface Field<T> {
	read(value: unknown, name: string, source: Source, violations: Violation[]): T;
}
export type Shape = Record<string, Field<unknown>>;
export type Values<S extends Shape> = { [K in keyof S]: S[K] extends Field<infer T> ? T : never };

const shown = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
const isAbsent = (value: unknown) => value === undefined || value === null;

export function wrongType(name: string, value: unknown): PlatformError {
	return new PlatformError(
		9499,
		`Invalid parameter type in json: ${name}. Invalid parameter value: ${JSON.stringify(value)}. Please check and modify accordingly.`,
	);
}

const single = (value: unknown) => (Array.isArray(value) ? value[value.length - 1] : value) as unknown;

/** A string; `max` in characters. */
export const text = (limits: { max?: number } = {}): Field<string | undefined> => ({
	read(value, name, source, violations) {
		if (isAbsent(value)) return undefined;
		const read = source === 'query' ? single(value) : value;
		if (typeof read !== 'string') throw wrongType(name, value);
		if (limits.max !== undefined && read.length > limits.max) {
			violations.push({ field: name, value: read.slice(0, 200), description: `the max len is ${limits.max}` });
		}
		return read;
	},
});

export const oneOf = <const T extends string>(options: readonly T[]): Field<T | undefined> => ({
	read(value, name, source, violations) {
		const read = text().read(value, name, source, violations);
		if (read === undefined || read === '') return undefined;
		if (!(options as readonly string[]).includes(read)) {
			violations.push({
				field: name,
				value: read,
				description: `${name} is optional, options: [${options.join(',')}]`,
			});
		}
		return read as T;
	},
});

export const integer = (limits: { min?: number; max?: number } = {}): Field<number | undefined> => ({
	read(value, name, source, violations) {
		if (isAbsent(value) || (source === 'query' && value === '')) return undefined;
		const read = source === 'query' ? Number(single(value)) : value;
		if (typeof read !== 'number' || !Number.isInteger(read)) {
			if (source === 'body') throw wrongType(name, value);
			violations.push({ field: name, value: shown(value), description: `${name} is not a valid integer` });
			return undefined;
		}
		if (limits.min !== undefined && read < limits.min)
			violations.push({ field: name, value: String(read), description: `the min value is ${limits.min}` });
		if (limits.max !== undefined && read > limits.max)
			violations.push({ field: name, value: String(read), description: `the max value is ${limits.max}` });
		return read;
	},
});

export const flag = (): Field<boolean | undefined> => ({
	read(value, name, source, violations) {
		if (isAbsent(value)) return undefined;
		if (source === 'body') {
			if (typeof value !== 'boolean') throw wrongType(name, value);
			return value;
		}
		const read = String(single(value));
		if (read !== 'true' && read !== 'false')
			violations.push({ field: name, value: read, description: `${name} is not a valid boolean` });
		return read === 'true';
	},
});

/** Strings: repeated keys in a query, an array in JSON; `min` and `max` count the entries. */
export const texts = (limits: { min?: number; max?: number } = {}): Field<string[] | undefined> => ({
	read(value, name, source, violations) {
		if (isAbsent(value)) return undefined;
		const read: unknown = source === 'query' && !Array.isArray(value) ? [value] : value;
		if (!Array.isArray(read) || !read.every((entry) => typeof entry === 'string')) throw wrongType(name, value);
		if (limits.max !== undefined && read.length > limits.max)
			violations.push({ field: name, value: '', description: `the max len is ${limits.max}` });
		if (limits.min !== undefined && read.length < limits.min)
			violations.push({ field: name, value: '', description: `the min len is ${limits.min}` });
		return read;
	},
});

export const nested = <S extends Shape>(shape: S): Field<Values<S> | undefined> => ({
	read(value, name, source, violations) {
		if (isAbsent(value)) return undefined;
		if (typeof value !== 'object' || Array.isArray(value)) throw wrongType(name, value);
		return readFields(shape, value as Record<string, unknown>, source, violations, `${name}.`);
	},
});

/** Objects of one shape, in JSON; `min` and `max` count them. */
export const objects = <S extends Shape>(
	shape: S,
	limits: { min?: number; max?: number } = {},
): Field<Values<S>[] | undefined> => ({
	read(value, name, source, violations) {
		if (isAbsent(value)) return undefined;
		if (!Array.isArray(value)) throw wrongType(name, value);
		if (limits.max !== undefined && value.length > limits.max)
			violations.push({ field: name, value: '', description: `the max len is ${limits.max}` });
		if (limits.min !== undefined && value.length < limits.min)
			violations.push({ field: name, value: '', description: `the min len is ${limits.min}` });
		return value.map((entry, index) => required(nested(shape)).read(entry, `${name}[${index}]`, source, violations));
	},
});

/** Any JSON object, as it comes. */
export const object = (): Field<Record<string, unknown> | undefined> => ({
	read(value, name) {
		if (isAbsent(value)) return undefined;
		if (typeof value !== 'object' || Array.isArray(value)) throw wrongType(name, value);
		return value as Record<string, unknown>;
	},
});

/** Whatever comes, for endpoints that check their values themselves. */
export const anything = (): Field<unknown> => ({ read: (value) => value });

/** Absent and empty are refused alike; `allowEmpty` leaves the empty string to the endpoint's own code (content: 230001). */
export const required = <T>(field: Field<T | undefined>, options: { allowEmpty?: boolean } = {}): Field<T> => ({
	read(value, name, source, violations) {
		if (isAbsent(value) || (value === '' && !options.allowEmpty)) {
			violations.push({ field: name, value: '', description: `${name} is required` });
			return undefined as T;
		}
		return field.read(value, name, source, violations) as T;
	},
});

export const withDefault = <T>(field: Field<T | undefined>, fallback: T): Field<T> => ({
	read: (value, name, source, violations) => field.read(value, name, source, violations) ?? fallback,
});

function readFields<S extends Shape>(
	shape: S,
	input: Record<string, unknown>,
	source: Source,
	violations: Violation[],
	prefix = '',
): Values<S> {
	const entries = Object.entries(shape).map(([name, field]) => [
		name,
		field.read(input[name], prefix + name, source, violations),
	]);
	return Object.fromEntries(entries) as Values<S>;
}

/**
 * Reads query and body, and path parameters where they have a shape; throws 9499 at the first wrong JSON type, else
 * 99992402 with every violation.
 */
export function readInput<Q extends Shape, B extends Shape>(
	shapes: { params?: Shape; query: Q; body: B },
	input: { params?: Record<string, string>; query: Record<string, unknown>; body: Record<string, unknown> },
): { query: Values<Q>; body: Values<B> } {
	const violations: Violation[] = [];
	readFields(shapes.params ?? {}, input.params ?? {}, 'query', violations);
	const query = readFields(shapes.query, input.query, 'query', violations);
	const body = readFields(shapes.body, input.body, 'body', violations);
	if (violations.length > 0)
		throw new PlatformError(99992402, 'field validation failed', { error: { field_violations: violations } });
	return { query, body };
}
