import type { Endpoint, Schema } from './endpoints';

export type Random = () => number;

export interface GeneratedFile {
	/** File name. */
	name: string;
	bytes: Buffer;
}

/** Values for one call of an endpoint, of the types that JSON has; a form's files stand apart from its other fields. */
export interface GeneratedRequest {
	/** Not encoded. */
	path: Record<string, string>;
	/** Lists stand for repeated keys. */
	query: Record<string, unknown>;
	/** Absent where the endpoint takes no body. */
	body?: Record<string, unknown>;
	/** By the form field. */
	files: Record<string, GeneratedFile>;
}

/** The same numbers in [0, 1) for the same seed (mulberry32). */
export function seeded(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Levels of a body below which only what is mandatory is made. */
const DEEP = 3;
/** What an unbounded number, text or list stays under. */
const ANY_NUMBER = 1000;
const ANY_LENGTH = 12;
const ANY_ITEMS = 3;

/** Letters, and what has to be encoded in a path or a query. */
const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz0123456789', '-', '_', ' ', '&', '/', '+', '中', 'é'];

const between = (random: Random, least: number, most: number) => least + Math.floor(random() * (most - least + 1));
const pick = <T>(random: Random, list: readonly T[]) => list[Math.floor(random() * list.length)];

function makeText({ minLength = 1, maxLength = Infinity, format }: Schema, random: Random): string {
	if (format === 'date') return new Date(makeTime('timestamp-ms', random)).toISOString().slice(0, 10);
	if (format) return String(makeTime(format, random));
	const least = Math.max(1, minLength);
	const length = between(random, least, Math.max(least, Math.min(maxLength, least + ANY_LENGTH)));
	return Array.from({ length }, () => pick(random, ALPHABET)).join('');
}

/** A moment of the years 2020 to 2033. */
function makeTime(format: NonNullable<Schema['format']>, random: Random): number {
	const seconds = between(random, 1_577_836_800, 2_000_000_000);
	return format === 'timestamp-ms' ? seconds * 1000 : seconds;
}

function makeNumber({ type, minimum, maximum, format }: Schema, random: Random): number {
	if (format) return makeTime(format, random);
	const least = minimum ?? Math.min(1, maximum ?? 1);
	const most = Math.min(maximum ?? Infinity, least + ANY_NUMBER);
	const value = between(random, Math.ceil(least), Math.floor(most));
	return type === 'number' && value + 0.5 <= most && random() < 0.5 ? value + 0.5 : value;
}

function makeList({ items = {}, minItems = 1, maxItems = Infinity }: Schema, random: Random, depth: number): unknown[] {
	const length = between(random, minItems, Math.max(minItems, Math.min(maxItems, ANY_ITEMS)));
	return Array.from({ length }, () => makeValue(items, random, depth + 1));
}

function makeObject(schema: Schema, random: Random, depth: number): Record<string, unknown> {
	const { properties, additionalProperties, required = [], exclusive = [] } = schema;
	if (!properties) return additionalProperties ? { some_key: makeValue(additionalProperties, random, depth + 1) } : {};
	const chosen = Object.entries(properties).filter(
		([name]) =>
			!exclusive.some(([, other]) => other === name) &&
			(required.includes(name) || (depth < DEEP && random() < 0.7)),
	);
	return Object.fromEntries(chosen.map(([name, each]) => [name, makeValue(each, random, depth + 1)]));
}

const MAKERS: Record<NonNullable<Schema['type']>, (schema: Schema, random: Random, depth: number) => unknown> = {
	string: makeText,
	number: makeNumber,
	integer: makeNumber,
	boolean: (_schema, random) => random() < 0.5,
	array: makeList,
	object: makeObject,
	file: (_schema, random): GeneratedFile => ({
		name: `file-${between(random, 1, 999)}.txt`,
		bytes: Buffer.from(`Bytes of a file: ${random()}\n`),
	}),
};

/** A valid value of a schema; for a file a `GeneratedFile`. `depth`: levels of the body that are around it. */
function makeValue(schema: Schema, random: Random, depth = 0): unknown {
	if (schema.enum) return pick(random, schema.enum);
	if (schema.anyOf) return makeValue(pick(random, schema.anyOf) ?? {}, random, depth);
	return schema.type ? MAKERS[schema.type](schema, random, depth) : 'any value';
}

/** A valid request: every mandatory value and most others, or with `optional` all or none of them at the first level. */
export function validRequest(
	endpoint: Pick<Endpoint, 'request'>,
	random: Random,
	{ optional = 'some' }: { optional?: 'some' | 'all' | 'none' } = {},
): GeneratedRequest {
	const likely = { some: 0.7, all: 1, none: 0 }[optional];
	const part = (schema: Schema | undefined): Record<string, unknown> => {
		const { properties = {}, required = [], exclusive = [] } = schema ?? {};
		const isSecond = (name: string) => exclusive.some(([, other]) => other === name);
		// A file that is all of a form is mandatory, whatever the catalog says.
		const single = Object.keys(properties).length === 1;
		const chosen = Object.entries(properties).filter(
			([name, each]) =>
				!isSecond(name) &&
				// Any text is a token of no list.
				(name !== 'page_token' || required.includes(name)) && (required.includes(name) || (single && each.type === 'file') || random() < likely),
		);
		return Object.fromEntries(chosen.map(([name, each]) => [name, makeValue(each, random, 1)]));
	};
	const { path, query, body } = endpoint.request ?? {};
	const values = Object.entries(part(body));
	const isFile = ([name]: [string, unknown]) => body?.properties?.[name]?.type === 'file';
	return {
		path: part(path) as Record<string, string>,
		query: part(query),
		...(body ? { body: Object.fromEntries(values.filter((entry) => !isFile(entry))) } : {}),
		files: Object.fromEntries(values.filter(isFile)) as Record<string, GeneratedFile>,
	};
}
