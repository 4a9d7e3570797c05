import type { Call } from '../gateway/route';
import type { Endpoint } from './endpoints';
import { isObjectShape, type ObjectShape } from './shapes';

type Data = Record<string, unknown>;

/** What says how to answer, and of which kind ids are, chooses no records. */
const NO_FILTER = /^(page_\w+|limit|offset|fields|lang|locale|\w*_id_type|sort\w*|order\w*)$/;

/** Names by which the platform may search for parts, `type` of what is asked for, and times, which are bounds. */
const NOT_EQUAL = /(^|_)(name|type|time|date)$/;

/** How a bound of a time is named behind the name of what it bounds: `create_time_start`, `start_create_time`. */
const FIRST = [/^(\w+_time)_(?:start|from|begin|since)$/, /^(?:start|begin|from)_(\w+_time)$/, /^(start_time)$/];
const LAST = [/^(\w+_time)_(?:end|to|until)$/, /^(?:end|to)_(\w+_time)$/, /^(end_time)$/];

/** Whether a record is meant. */
type Filter = (record: Data) => boolean;

/**
 * Filters of a list, where its request and its records leave no doubt: a value under the name of a property of the records
 * keeps those that have it, and bounds of a time those within. All else chooses nothing.
 */
export function filtersOf(
	{ request = {}, paging }: Endpoint,
	{ query, body }: Pick<Call, 'query' | 'body'>,
	entry: ObjectShape,
	idName: string,
): Filter[] {
	const bodies = [body, body.filter].filter((part) => typeof part === 'object' && part !== null) as Data[];
	const known = (part: 'query' | 'body') => Object.keys(request[part]?.properties ?? {});
	const given = [
		...Object.entries(query).filter(([name]) => known('query').includes(name)),
		...bodies.flatMap((part) => Object.entries(part)),
	];
	return given.flatMap(([name, value]) => {
		if (value === undefined || value === null || value === '' || NO_FILTER.test(name) || name === paging?.tokenParam) return [];
		return filterOf(name, value, entry, idName) ?? [];
	});
}

function filterOf(name: string, value: unknown, entry: ObjectShape, idName: string): Filter | undefined {
	const bounded = (patterns: readonly RegExp[]) => patterns.map((one) => one.exec(name)?.[1]).find((one) => one !== undefined && isNumeric(entry[one]));
	const [first, last] = [bounded(FIRST), bounded(LAST)];
	const limit = Number(value);
	if (first !== undefined && Number.isFinite(limit)) return (record) => Number(record[first]) >= limit;
	if (last !== undefined && Number.isFinite(limit)) return (record) => Number(record[last]) <= limit;
	// Under its own ID a list gives what lies below it, if anything.
	if (name === idName || NOT_EQUAL.test(name)) return undefined;
	const shape = entry[name];
	if (shape === undefined || isObjectShape(shape) || Array.isArray(shape) || typeof value === 'object') return undefined;
	return (record) => String(record[name]) === String(value);
}

const isNumeric = (shape: ObjectShape[string] | undefined) => shape === 'string' || shape === 'integer';
