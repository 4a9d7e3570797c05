import type { Schema } from '../../../scripts/catalog/types';
import type { FileSpec } from '../../support/engine';
import { pagesOf, parametersOf, type SdkEndpoint } from './endpoints';

/** Nested objects are filled with all their fields to this depth, then with the required ones only. */
const FULL_DEPTH = 3;
const MAX_DEPTH = 8;

/** Values that a query string or a JSON body must carry unharmed. */
const TEXTS = [
	'项目 周报',
	'a&b=c+d/e?f#g%20',
	'007',
	'"quoted" \\ <tag>',
	'line one\nline two',
	'👍 😀',
	'ou_0123456789abcdef',
];

export const HELPDESK_HEADER = 'X-Lark-Helpdesk-Authorization';
export const HELPDESK = { id: '6000000000000000001', token: 'ht-not-a-secret' };

export type Part = 'path' | 'query' | 'body';

/** As whom a call is made. */
export type Caller = 'app' | 'person';

/** One generated call: what the request must carry, and the same as a person enters it. */
export interface Call {
	/** Position in the list of endpoints; also the seed of the values. */
	index: number;
	endpoint: SdkEndpoint;
	/** As they go on the wire; files of an upload are left out of `body`. */
	request: Record<Part, Record<string, unknown>>;
	files: Record<string, FileSpec>;
	/** Headers that the endpoint takes beside those of every request; the help desk's is made from its credential. */
	headers: Record<string, string>;
	/** Values of the form's fields by id; arrays and objects as JSON text, times as ISO dates, files as names of the item's files. */
	entered: Record<string, unknown>;
	/** Set for endpoints that are listed over all pages: the page size that is asked for. */
	pageSize?: number;
}

/** Deterministic: the same catalog gives the same calls. */
export function generateCall(endpoint: SdkEndpoint, index: number): Call {
	const call: Call = {
		index,
		endpoint,
		request: { path: {}, query: {}, body: {} },
		files: {},
		headers: {},
		entered: {},
	};
	const values = new Values(index);
	const pages = pagesOf(endpoint);
	for (const part of ['path', 'query', 'body'] as const) {
		for (const [name, schema] of parametersOf(endpoint, part)) {
			if (isExcluded(endpoint.request?.[part], name)) continue;
			if (schema.type === 'file') {
				call.files[name] = fileFor(index, name);
				call.entered[`${part}.${name}`] = name;
				continue;
			}
			if (pages?.part === part && name === pages.size) {
				call.pageSize = values.of({ ...schema, type: 'integer' }, 0) as number;
				call.request[part][name] = schema.type === 'string' ? String(call.pageSize) : call.pageSize;
				continue;
			}
			const made = part === 'path' ? values.segment(name, schema) : values.of(schema, 0);
			const value = withIds(endpoint, `${part}.${name}`, made);
			call.request[part][name] = value;
			if (pages?.part === part && name === pages.token) continue;
			if (part === 'body' && isOpened(endpoint, schema))
				enterOpened(call.entered, `body.${name}`, schema, value as object);
			else call.entered[`${part}.${name}`] = entered(schema, value);
		}
	}
	for (const name of endpoint.headers ?? []) {
		if (name !== HELPDESK_HEADER) call.headers[name] = `value-${index}`;
		call.entered[`header.${name}`] = call.headers[name] ?? `${HELPDESK.id}:${HELPDESK.token}`;
	}
	return call;
}

/** An id without a form of its own, which is right wherever one goes: the node refuses those of another kind. */
const ANY_ID = '7f3a-0123456789';

/** The same value with ids where the catalog knows of them, which it is changed for. */
function withIds({ ids = {} }: SdkEndpoint, place: string, value: unknown): unknown {
	const root = { value };
	for (const path of Object.keys(ids)) {
		const rest =
			path === place
				? ''
				: path.startsWith(`${place}.`) || path.startsWith(`${place}[]`)
					? path.slice(place.length)
					: undefined;
		if (rest === undefined) continue;
		const steps = [
			'value',
			...rest
				.replaceAll('[]', '.[]')
				.split('.')
				.filter((step) => step !== ''),
		];
		put(root, steps);
	}
	return root.value;
}

function put(holder: unknown, [step = '', ...rest]: readonly string[]): void {
	if (typeof holder !== 'object' || holder === null) return;
	const keys = step === '[]' ? Object.keys(holder) : [step];
	const entries = holder as Record<string, unknown>;
	for (const key of keys) {
		if (rest.length > 0) put(entries[key], rest);
		else if (typeof entries[key] === 'string') entries[key] = ANY_ID;
	}
}

/** Most properties of an object whose properties are fields of their own. */
const MOST_OPENED = 40;

/** Whether the form has the properties of an object in its place. */
function isOpened({ upload }: SdkEndpoint, { properties = {} }: Schema): boolean {
	const { length } = Object.keys(properties);
	return !upload && length > 0 && length <= MOST_OPENED;
}

function enterOpened(into: Record<string, unknown>, id: string, { properties = {} }: Schema, value: object): void {
	for (const [name, one] of Object.entries(value)) into[`${id}.${name}`] = entered(properties[name] ?? {}, one);
}

/** Of two that exclude each other only the first is given. */
export const isExcluded = (schema: Schema | undefined, name: string): boolean =>
	schema?.exclusive?.some(([, second]) => second === name) ?? false;

/** What a person puts into the field of a value. */
function entered(schema: Schema, value: unknown): unknown {
	if (schema.format === 'date') return value;
	if (schema.format) return new Date(Number(value) * (schema.format === 'timestamp-s' ? 1000 : 1)).toISOString();
	return typeof value === 'object' ? JSON.stringify(value, null, 2) : value;
}

function fileFor(index: number, name: string): FileSpec {
	return {
		bytes: Buffer.from(`\u0000\u00ff bytes of ${name} ${index}\r\n--`, 'latin1'),
		fileName: `附件 ${index}.pdf`,
		mimeType: 'application/pdf',
	};
}

/** A stream of valid values. */
class Values {
	private count = 0;

	constructor(private readonly seed: number) {}

	/** Plain characters: the SDK puts path values into the address as they are. */
	segment(name: string, schema: Schema): unknown {
		if (schema.enum || schema.type !== 'string') return this.of(schema, 0);
		return fitted(`${name}-${this.next()}.x_`, schema);
	}

	of(schema: Schema, depth: number): unknown {
		if (schema.anyOf) return this.of(this.pick(schema.anyOf), depth);
		if (schema.enum) return this.pick(schema.enum);
		if (schema.format) return this.time(schema);
		switch (schema.type) {
			case 'boolean':
				return this.next() % 2 === 0;
			case 'integer':
			case 'number':
				return this.number(schema);
			case 'array':
				return this.list(schema, depth);
			case 'object':
				return this.object(schema, depth);
			default:
				return fitted(this.pick(TEXTS), schema);
		}
	}

	private time(schema: Schema): string | number {
		const seconds = 1_772_353_800 + this.next() * 60;
		if (schema.format === 'date') return new Date(seconds * 1000).toISOString().slice(0, 10);
		const value = schema.format === 'timestamp-s' ? seconds : seconds * 1000;
		return schema.type === 'string' ? String(value) : value;
	}

	private number({ type, minimum, maximum }: Schema): number {
		const low = minimum ?? 1;
		const high = maximum ?? Math.max(low, 40);
		const whole = Math.ceil(low) + (this.next() % (Math.floor(Math.min(high, low + 40)) - Math.ceil(low) + 1));
		const half = whole + 0.5;
		return type === 'number' && half <= high && this.next() % 2 === 0 ? half : whole;
	}

	private list({ items = {}, minItems = 1, maxItems = Infinity }: Schema, depth: number): unknown[] {
		const length = Math.max(minItems, Math.min(2, maxItems));
		return Array.from({ length }, () => this.of(items, depth + 1));
	}

	private object(schema: Schema, depth: number): Record<string, unknown> {
		const { properties, required = [], additionalProperties } = schema;
		if (!properties)
			return additionalProperties && depth < MAX_DEPTH ? { key: this.of(additionalProperties, depth + 1) } : {};
		const names = Object.keys(properties).filter(
			(name) => !isExcluded(schema, name) && (depth < FULL_DEPTH || (required.includes(name) && depth < MAX_DEPTH)),
		);
		return Object.fromEntries(names.map((name) => [name, this.of(properties[name] ?? {}, depth + 1)]));
	}

	private pick<T>(list: readonly T[]): T {
		return list[this.next() % list.length] as T;
	}

	private next(): number {
		this.count += 1;
		return (this.seed * 7 + this.count * 13) % 1009;
	}
}

/** Bounds count characters, not UTF-16 units. */
function fitted(text: string, { minLength = 0, maxLength = Infinity }: Schema): string {
	const characters = [...text];
	return characters.slice(0, maxLength).join('') + 'x'.repeat(Math.max(0, minLength - characters.length));
}
