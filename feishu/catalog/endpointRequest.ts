import type { Endpoint, ParameterSchema, RequestPart } from './types';
import { endpointFields, type EndpointField } from './endpointFields';
import { openedFields } from './endpointForm';
import { checkIds } from './endpointIds';
import { checkExclusive, listed } from './endpointCheck';
import { endpointValue } from './endpointValue';
import type { ReadMoment } from './endpointZone';
import { hintsOn, unknownFields } from './endpointNames';
import { InputError } from '../input';
import { isObject, type JsonObject } from '../json';

/** A part of a multipart body: a text, or a file by the name of the input item's field that holds it. */
export type FormPart = { name: string; text: string } | { name: string; label: string; file: string };

/** What an endpoint is to be called with; every value has the type that the platform wants. */
export interface EndpointRequest {
	path: Record<string, string>;
	query: Record<string, Scalar | Scalar[]>;
	headers: Record<string, string>;
	body?: JsonObject | unknown[];
	/** Texts first, then files, as the platform wants them; in place of a body for uploads. */
	form?: FormPart[];
	/** Parts of the form that were left empty and are known from its file. */
	fromFile: Array<{ name: string; fact: 'name' | 'size' }>;
	/** Whether it carries a key by which the platform knows it again. */
	idempotent: boolean;
	/** What the platform most likely leaves out, in words. */
	hints: string[];
}

type Scalar = string | number | boolean;

/** Values as they were entered, by field id. */
export type EndpointValues = Readonly<Record<string, unknown>>;

interface Reading {
	/** Idempotency key, for endpoints that take one. */
	key: string;
	/** Reads dates. */
	moment: ReadMoment;
	/** Sends names that are nearly known ones as they are: the catalog may lack what is new. */
	anyName?: boolean;
}

/**
 * The request from the values of an endpoint's fields. A name that the endpoint lacks is refused where it is nearly one
 * that it has, in JSON too; any other one is sent, and told.
 * @param values by field id
 * @throws InputError about the first value that is missing or wrong, by the field's label
 */
export function endpointRequest(
	endpoint: Endpoint,
	values: EndpointValues,
	{ key, moment, anyName = false }: Reading,
): EndpointRequest {
	const documented = endpointFields(endpoint);
	const fields = [...documented, ...unknownFields(endpoint, documented, values)];
	const converted = fields.map((field) => {
		const parts = openedFields(endpoint, field).map((one) => ({ field: one, value: values[one.id] }));
		return {
			field,
			value: endpointValue(field, values[field.id], moment, parts) ?? (field.idempotency ? key : undefined),
		};
	});
	const parts = partsOf(converted);
	// Before what is missing, which may be what was misspelt.
	const hints = hintsOn(endpoint, parts, anyName);
	refuseMissing(converted);
	refuseMixUps(endpoint, parts);
	const of = (part: EndpointField['part']) =>
		converted
			.filter(({ field, value }) => field.part === part && value !== undefined)
			.map(({ field, value }) => ({ field, value, entry: [field.name, value] as const }));
	const request: EndpointRequest = {
		path: Object.fromEntries(of('path').map(({ field, value }) => [field.name, String(value)])),
		query: Object.fromEntries(of('query').map(({ entry }) => entry)) as EndpointRequest['query'],
		headers: Object.fromEntries(
			of('header').map(({ field, value }) => [field.name, headerValue(field.name, String(value))]),
		),
		fromFile: [],
		idempotent: fields.some(({ idempotency }) => idempotency),
		hints,
	};
	if (endpoint.upload) {
		request.form = formOf(of('body'));
		request.fromFile = converted.flatMap(({ field, value }) =>
			field.fromFile && value === undefined ? [{ name: field.name, fact: field.fromFile }] : [],
		);
		return request;
	}
	const body = bodyOf(endpoint, of('body'));
	return body === undefined ? request : { ...request, body };
}

/** As many parts of an object an error names. */
const MOST_INSIDE = 3;

type Converted = ReadonlyArray<{ field: EndpointField; value: unknown }>;

/** All at once: who fills in one of several would get the next complaint. */
function refuseMissing(converted: Converted): void {
	const missing = converted
		.filter(({ field, value }) => field.required && !field.paging && value === undefined)
		.map(({ field }) => field);
	const labels = missing.map(({ label }) => label);
	const [first] = labels;
	if (first === undefined) return;
	const inside = missing.flatMap(insideOf);
	throw new InputError(
		first,
		labels.length === 1 ? `The field '${first}' is empty` : `The fields ${listed(labels)} are empty`,
		inside.length === 0
			? undefined
			: `Fill in the fields that ${missing.length === 1 ? 'it is' : 'they are'} made of: ${inside.join(', ')}`,
	);
}

/** The fields of the form that an object is made of, the first few; of those that exclude each other one is enough. */
function insideOf({ label, schema }: EndpointField): string[] {
	if (schema.type !== 'object') return [];
	const { exclusive = [], properties = {} } = schema;
	const names = Object.keys(properties);
	const groups = names.map((name) => names.filter((other) => other === name || excludes(exclusive, name, other)));
	return groups
		.filter((group, index) => group[0] === names[index])
		.slice(0, MOST_INSIDE)
		.map((group) => group.map((name) => `${label}.${name}`).join(' or '));
}

const excludes = (pairs: NonNullable<ParameterSchema['exclusive']>, one: string, other: string): boolean =>
	pairs.some((pair) => pair.includes(one) && pair.includes(other));

/** The request's values as they go out, by part. */
function partsOf(converted: Converted): Record<RequestPart, unknown> {
	return Object.fromEntries(
		(['path', 'query', 'body'] as const).map((part) => {
			const given = converted.filter(({ field }) => field.part === part);
			const whole = given.find(({ field }) => field.id === part);
			return [part, whole ? whole.value : Object.fromEntries(given.map(({ field, value }) => [field.name, value]))];
		}),
	) as Record<RequestPart, unknown>;
}

/** Values that exclude each other, and ids of another kind than the request says. */
function refuseMixUps(endpoint: Endpoint, parts: Readonly<Record<RequestPart, unknown>>): void {
	for (const part of ['query', 'body'] as const) {
		const value = parts[part];
		if (isObject(value)) checkExclusive(endpoint.request?.[part] ?? {}, value, (name) => name);
	}
	checkIds(endpoint, parts);
}

interface Given {
	field: EndpointField;
	value: unknown;
	entry: readonly [string, unknown];
}

/**
 * An object of the fields; what is a list or free as a whole stands for itself. POST and its like always carry a body:
 * several endpoints refuse a request without one although they want nothing in it.
 */
function bodyOf({ method }: Endpoint, given: readonly Given[]): EndpointRequest['body'] {
	const whole = given.find(({ field }) => field.id === 'body');
	if (whole) return bodyItself(whole);
	if (given.length === 0 && (method === 'GET' || method === 'DELETE')) return undefined;
	return Object.fromEntries(given.map(({ entry }) => entry));
}

function bodyItself({ field, value }: Given): EndpointRequest['body'] {
	if (Array.isArray(value) || isObject(value)) return value as EndpointRequest['body'];
	throw new InputError(field.label, `The field '${field.label}' must be a JSON object or list`);
}

function formOf(given: readonly Given[]): FormPart[] {
	const texts = given.filter(({ field }) => field.schema.type !== 'file');
	const files = given.filter(({ field }) => field.schema.type === 'file');
	return [
		...texts.map(({ field, value }) => ({
			name: field.name,
			text: typeof value === 'object' ? JSON.stringify(value) : String(value),
		})),
		...files.map(({ field, value }) => ({ name: field.name, label: field.label, file: String(value) })),
	];
}

/**
 * The help desk's pair of ID and token goes as Base64.
 * @see https://open.feishu.cn/document/server-docs/helpdesk-v1/access-guide
 */
function headerValue(name: string, value: string): string {
	const isPair = name === 'X-Lark-Helpdesk-Authorization' && value.includes(':');
	return isPair ? `Bearer ${Buffer.from(value, 'utf8').toString('base64')}` : value;
}
