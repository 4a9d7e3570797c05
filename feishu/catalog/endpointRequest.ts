import type { Endpoint } from './types';
import { endpointFields, type EndpointField } from './endpointFields';
import { endpointValue, type ReadMoment } from './endpointValue';
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
}

type Scalar = string | number | boolean;

/** Values as they were entered, by field id. */
export type EndpointValues = Readonly<Record<string, unknown>>;

/**
 * The request from the values of an endpoint's fields. Ids that the endpoint lacks are refused, so that a mistyped
 * one is noticed.
 * @param values by field id
 * @param key idempotency key, for endpoints that take one
 * @param moment reads dates
 * @throws InputError about the first value that is missing or wrong, by the field's label
 */
export function endpointRequest(
	endpoint: Endpoint,
	values: EndpointValues,
	{ key, moment }: { key: string; moment: ReadMoment },
): EndpointRequest {
	const fields = endpointFields(endpoint);
	refuseUnknown(fields, values);
	const converted = fields.map((field) => ({
		field,
		value: endpointValue(field, values[field.id], moment) ?? (field.idempotency ? key : undefined),
	}));
	const missing = converted.find(({ field, value }) => field.required && !field.paging && value === undefined);
	if (missing) throw new InputError(missing.field.label, `The field '${missing.field.label}' is empty`);
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

function refuseUnknown(fields: readonly EndpointField[], values: EndpointValues): void {
	const known = new Set(fields.map(({ id }) => id));
	const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '';
	const unknown = Object.keys(values).find((id) => !known.has(id) && isGiven(values[id]));
	if (unknown === undefined) return;
	throw new InputError(
		unknown,
		`The endpoint has no parameter '${unknown}'`,
		fields.length === 0 ? 'It takes none' : `It takes: ${fields.map(({ id }) => id).join(', ')}`,
	);
}
