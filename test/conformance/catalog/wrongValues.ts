import type { Endpoint, Schema } from '../../../simulator/catalog/endpoints';
import type { GeneratedRequest } from '../../../simulator/catalog/generate';

const VIOLATION = 99992402;
const WRONG_TYPE = 9499;

/** A valid request with one value spoilt, and how the platform refuses it. */
export interface WrongRequest {
	values: GeneratedRequest;
	/** `query.page_size`, `body.children[0].name` */
	place: string;
	/** The field as the refusal names it. */
	field: string;
	code: number;
}

interface Wrong {
	value: unknown;
	code: number;
}

const violation = (value: unknown): Wrong => ({ value, code: VIOLATION });
const wrongType = (value: unknown): Wrong => ({ value, code: WRONG_TYPE });

/** What a body can't hold in place of each type. */
const OTHER_TYPES: Record<NonNullable<Schema['type']>, readonly unknown[]> = {
	string: [7, { a: 1 }],
	number: ['7'],
	integer: ['7', 1.5],
	boolean: ['true'],
	array: [{ a: 1 }, 'text'],
	object: ['{}', [1]],
	file: [],
};

/** What a query or a form can't hold, which are all text. */
const OTHER_TEXTS: { [type in NonNullable<Schema['type']>]?: readonly unknown[] } = {
	number: ['many'],
	integer: ['1.5', 'many'],
	boolean: ['maybe'],
};

/** More than this is not sent, to stay below the limits of HTTP. */
const LONGEST = { query: 2_000, path: 400, body: 100_000 };

function outOfBounds(schema: Schema, value: unknown, part: keyof typeof LONGEST): unknown[] {
	const { minimum, maximum, minLength = 0, maxLength = Infinity, minItems = 0, maxItems = Infinity } = schema;
	const wrong: unknown[] = [];
	if (schema.enum) return [typeof schema.enum[0] === 'number' ? 987_654 : 'none of these'];
	if (minimum !== undefined) wrong.push(minimum - 1);
	if (maximum !== undefined) wrong.push(maximum + 1);
	if (maxLength <= LONGEST[part]) wrong.push((schema.format ? '1' : 'x').repeat(maxLength + 1));
	if (minLength > (part === 'path' ? 1 : 0)) wrong.push('x'.repeat(minLength - 1));
	if (!Array.isArray(value)) return wrong;
	const [first] = value as unknown[];
	if (maxItems <= 500) wrong.push(Array.from({ length: maxItems + 1 }, () => first));
	if (minItems > (part === 'query' ? 1 : 0)) wrong.push(Array.from({ length: minItems - 1 }, () => first));
	return wrong;
}

function outOfTime({ format, type }: Schema): unknown[] {
	if (!format) return [];
	if (format === 'date') return ['soon'];
	const milliseconds = type === 'string' ? '1700000000000' : 1_700_000_000_000;
	return [...(type === 'string' ? ['2026-01-02'] : []), ...(format === 'timestamp-s' ? [milliseconds] : [])];
}

function wrongOf(schema: Schema, value: unknown, part: keyof typeof LONGEST, isText: boolean): Wrong[] {
	if (!schema.type) return [];
	const types = isText ? (OTHER_TEXTS[schema.type] ?? []).map(violation) : OTHER_TYPES[schema.type].map(wrongType);
	return [...types, ...[...outOfBounds(schema, value, part), ...outOfTime(schema)].map(violation)];
}

/** A change of a request: where, and to what; `undefined` takes the value away. */
interface Spoiling extends Wrong {
	steps: (string | number)[];
	field: string;
}

/** Every way to spoil one value of an object or of what is inside it. */
function* spoilings(
	schema: Schema,
	value: unknown,
	part: keyof typeof LONGEST,
	isText: boolean,
	steps: (string | number)[],
	field: string,
): Iterable<Spoiling> {
	for (const wrong of field === '' ? [] : wrongOf(schema, value, part, isText)) yield { ...wrong, steps, field };
	if (Array.isArray(value) && schema.items && value.length > 0)
		yield* spoilings(schema.items, value[0], part, isText, [...steps, 0], `${field}[0]`);
	if (!schema.properties || typeof value !== 'object' || value === null) return;
	for (const [name, property] of Object.entries(schema.properties)) {
		const inside = (value as Record<string, unknown>)[name];
		if (inside === undefined) continue;
		const place = field === '' ? name : `${field}.${name}`;
		if (part !== 'path' && schema.required?.includes(name))
			yield { value: undefined, code: VIOLATION, steps: [...steps, name], field: place };
		yield* spoilings(property, inside, part, isText, [...steps, name], place);
	}
}

function spoilt(values: GeneratedRequest, steps: (string | number)[], value: unknown): GeneratedRequest {
	const copy = structuredClone(values);
	const name = steps[steps.length - 1] ?? '';
	let parent = copy as unknown as Record<string | number, unknown>;
	for (const step of steps.slice(0, -1)) parent = parent[step] as Record<string | number, unknown>;
	if (value === undefined) delete parent[name];
	else parent[name] = value;
	return copy;
}

/** Every request that differs from a valid one in a single value and is to be refused for it. */
export function* wrongRequests({ request = {}, upload }: Endpoint, values: GeneratedRequest): Iterable<WrongRequest> {
	for (const part of ['path', 'query', 'body'] as const) {
		const schema = request[part];
		if (!schema) continue;
		const isText = part !== 'body' || upload === true;
		for (const { steps, field, value, code } of spoilings(schema, values[part], part, isText, [part], ''))
			yield { values: spoilt(values, steps, value), place: `${part}.${field}`, field, code };
	}
	for (const field of Object.keys(values.files)) {
		const mandatory = request.body?.required?.includes(field) ?? false;
		if (!mandatory) continue;
		yield { values: spoilt(values, ['files', field], undefined), place: `files.${field}`, field, code: VIOLATION };
		const empty = { name: 'empty.txt', bytes: Buffer.alloc(0) };
		yield { values: spoilt(values, ['files', field], empty), place: `files.${field}`, field, code: VIOLATION };
	}
}
