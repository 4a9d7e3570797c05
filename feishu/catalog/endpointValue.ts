import type { ParameterSchema } from './types';
import { check, isEmpty, refuseLink, shown } from './endpointCheck';
import { isExample } from './endpointExample';
import type { EndpointField } from './endpointFields';
import { idFromLink } from './endpointLinks';
import { momentBeside, type ReadMoment } from './endpointZone';
import { InputError } from '../input';
import { isObject } from '../json';
import { brokenJson } from '../jsonFault';

/**
 * One value as the endpoint wants it, or undefined when it was left empty.
 * Accepts what people and expressions give: numbers as text, JSON as text, dates, lists separated by commas.
 * @throws InputError that names the field
 */
export function endpointValue(field: EndpointField, value: unknown, moment: ReadMoment, parts: Parts = []): unknown {
	const { label, schema, part } = field;
	const whole = isEmpty(value) ? undefined : readValue(field, value, moment);
	const entered = parts.filter((one) => !isEmpty(one.value));
	const inParts = Object.fromEntries(entered.map((one) => [one.field.name, one.value]));
	const beside = { ...(isObject(whole) && whole), ...inParts };
	const near = momentBeside(label, schema, beside, moment);
	const opened = entered.map(({ field: inner, value: one }) => [inner.name, readValue(inner, one, near)] as const);
	if (whole === undefined && opened.length === 0) return undefined;
	const converted = opened.length > 0 ? { ...(isObject(whole) && whole), ...Object.fromEntries(opened) } : whole;
	check(label, schema, converted);
	// A query knows no nesting: objects go as JSON text.
	return part === 'query' && isObject(converted) ? JSON.stringify(converted) : converted;
}

/** Properties of an object that were entered one by one. */
export type Parts = ReadonlyArray<{ field: EndpointField; value: unknown }>;

function readValue({ name, label, schema, part }: EndpointField, value: unknown, moment: ReadMoment): unknown {
	const id = idFromLink(name, label, value);
	// A path holds IDs and nothing else.
	if (part === 'path' && typeof id === 'string') refuseLink(label, id);
	const converted = convert(label, schema, id, { moment, inJson: false });
	if (!isExample(schema, name, converted)) return converted;
	throw new InputError(
		label,
		`The field '${label}' still holds the example`,
		'Put your own values in its place, or empty the field',
	);
}

interface Reading {
	moment: ReadMoment;
	/** Inside a JSON value, where types stand as they are: nothing is read from text any more. */
	inJson: boolean;
}

type Converter = (label: string, schema: ParameterSchema, value: unknown, reading: Reading) => unknown;

const CONVERTERS: Readonly<Record<NonNullable<ParameterSchema['type']>, Converter>> = {
	string: (label, _schema, value, { inJson }) => {
		if (typeof value === 'string') return value;
		if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') {
			if (!inJson) return String(value);
			throw wrong(label, 'text in quotes', value);
		}
		// Fields such as a message's content are JSON in a text.
		if (!inJson) return JSON.stringify(value);
		throw wrong(label, 'text', value);
	},
	number: toNumber,
	integer: (label, schema, value, reading) => {
		const number = toNumber(label, schema, value, reading);
		if (!Number.isInteger(number)) throw wrong(label, 'a whole number', value);
		if (!Number.isSafeInteger(number)) throw wrong(label, 'a number of at most 15 digits', value);
		return number;
	},
	boolean: (label, _schema, value, { inJson }) => {
		if (typeof value === 'boolean') return value;
		const text = String(value).trim().toLowerCase();
		if (!inJson && (text === 'true' || text === '1')) return true;
		if (!inJson && (text === 'false' || text === '0')) return false;
		throw wrong(label, 'true or false', value);
	},
	array: (label, schema, value, reading) => {
		const list = toList(label, schema, value, reading);
		const { items } = schema;
		const inJson = reading.inJson || (typeof value === 'string' && value.trim().startsWith('['));
		return items
			? list.map((one, index) =>
					convert(`${label}[${index}]`, items, one, { ...reading, inJson: inJson || isObject(one) }),
				)
			: list;
	},
	object: (label, schema, value, reading) => {
		const object = reading.inJson ? value : fromText(label, value);
		if (!isObject(object)) throw wrong(label, 'a JSON object, which starts with { and ends with }', value);
		return mapProperties(label, schema, object, { ...reading, inJson: true });
	},
	/** The name of the input item's field that holds it. */
	file: (_label, _schema, value) => String(value).trim(),
};

function convert(label: string, schema: ParameterSchema, value: unknown, reading: Reading): unknown {
	if (schema.format === 'date') return toDay(label, value);
	if (schema.format) return toMoment(label, schema, value, reading);
	if (schema.type) return CONVERTERS[schema.type](label, schema, value, reading);
	// Any JSON: text that is JSON is meant as such, other text is a text.
	if (reading.inJson || typeof value !== 'string') return value;
	return /^\s*[[{"]|^\s*(-?\d|true\s*$|false\s*$|null\s*$)/.test(value) ? parsed(value, value) : value;
}

function toNumber(label: string, _schema: ParameterSchema, value: unknown, { inJson }: Reading): number {
	const number = typeof value === 'number' ? value : inJson || typeof value !== 'string' ? NaN : Number(value);
	if (!Number.isFinite(number)) throw wrong(label, 'a number', value);
	return number;
}

/** The day as it was written, of a date with or without a time. */
function toDay(label: string, value: unknown): string {
	const text = value instanceof Date ? value.toISOString() : String(value).trim();
	const [day] = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(text) ?? [];
	if (day === undefined || Number.isNaN(Date.parse(day))) throw wrong(label, 'a day such as 2026-01-31', value);
	return day;
}

/** Seconds or milliseconds since 1970; what is so already stays as it is. */
function toMoment(label: string, { format, type }: ParameterSchema, value: unknown, { moment }: Reading): unknown {
	const number = Number(typeof value === 'object' || value === '' ? NaN : value);
	const ms = Number.isFinite(number) ? undefined : moment(label, value);
	if (ms === undefined ? !Number.isInteger(number) : Number.isNaN(ms))
		throw wrong(label, 'a date such as 2026-01-31T08:00:00+08:00', value);
	const result = ms === undefined ? inUnit(number, format) : format === 'timestamp-s' ? Math.floor(ms / 1000) : ms;
	return type === 'string' ? String(result) : result;
}

/** Of a moment after 1973 the number of digits tells seconds from milliseconds; anything else is meant as it is. */
function inUnit(number: number, format: ParameterSchema['format']): number {
	if (format === 'timestamp-s' && number >= 1e11) return Math.floor(number / 1000);
	return format === 'timestamp-ms' && number >= 1e8 && number < 1e11 ? number * 1000 : number;
}

function toList(label: string, schema: ParameterSchema, value: unknown, { inJson }: Reading): unknown[] {
	if (Array.isArray(value)) return value;
	if (inJson) throw wrong(label, 'a list', value);
	if (typeof value === 'string' && value.trim().startsWith('[')) {
		const list = fromText(label, value);
		if (Array.isArray(list)) return list;
	}
	const nested = schema.items?.type === 'object' || schema.items?.type === 'array' || !schema.items?.type;
	if (!nested && typeof value === 'string') {
		return value
			.split(/[,\n，]/)
			.map((one) => one.trim())
			.filter((one) => one !== '');
	}
	if (!nested && typeof value !== 'object') return [value];
	throw wrong(label, 'a JSON list, which starts with [ and ends with ]', value);
}

function mapProperties(label: string, schema: ParameterSchema, value: Record<string, unknown>, reading: Reading) {
	const moment = momentBeside(label, schema, value, reading.moment);
	const named = Object.entries(value).map(([name, one]) => {
		const property = schema.properties?.[name] ?? schema.additionalProperties;
		const empty = one === null || one === undefined;
		return [name, property && !empty ? convert(`${label}.${name}`, property, one, { ...reading, moment }) : one] as const;
	});
	return Object.fromEntries(named);
}

/** JSON from text; what is no text is taken as it is. */
function fromText(label: string, value: unknown): unknown {
	if (typeof value !== 'string') return value;
	const result = parsed(value, undefined);
	if (result !== undefined) return result;
	throw new InputError(
		label,
		`The field '${label}' is not valid JSON`,
		brokenJson(value),
	);
}

function parsed(text: string, otherwise: unknown): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return otherwise;
	}
}

function wrong(label: string, wanted: string, value: unknown): InputError {
	return new InputError(label, `The field '${label}' must be ${wanted}; it is ${shown(value)}`);
}
