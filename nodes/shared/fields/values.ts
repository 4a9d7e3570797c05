import { jsonParse, tryToParseDateTime } from 'n8n-workflow';

import { InputError } from '../../../feishu/input';
import { isObject } from '../../../feishu/json';
import { brokenJson } from '../../../feishu/jsonFault';
import { complaint } from '../operation/field';

const NO_JSON = Symbol('no JSON');

/** Words of an entered value. Numbers from expressions count as text. @param label of the field @throws InputError about an object, of which text would tell nothing */
export function textOf(label: string, value: unknown): string {
	if (isOpaque(value))
		throw complaint(
			label,
			'holds an object instead of text',
			'Let the expression name one of its properties, or use JSON.stringify()',
		);
	return value === undefined || value === null ? '' : String(value);
}

/** Values separated by commas, semicolons or line breaks, or a list; without repeats and empty ones. */
export function splitList(value: unknown): string[] {
	const parts = Array.isArray(value) ? value.map(String) : String(value ?? '').split(/[,;\n，；]/);
	return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}

/** @throws InputError when it is no JSON; empty gives undefined */
export function parseJson(label: string, text: string): unknown {
	if (text.trim() === '') return undefined;
	const value = jsonParse<unknown>(text, { fallbackValue: NO_JSON });
	if (value === NO_JSON) throw complaint(label, 'is not valid JSON', brokenJson(text));
	return value;
}

/**
 * Milliseconds since 1970 of an ISO date, a Date, a Luxon DateTime, or seconds or milliseconds as a number.
 * @param timeZone of dates that carry no offset, as the panel's date picker gives them
 * @throws InputError
 */
export function parseMoment(label: string, value: unknown, timeZone: string): number | undefined {
	const text = value instanceof Date ? String(value.getTime()) : String(value ?? '').trim();
	if (text === '') return undefined;
	const number = Number(text);
	if (value instanceof Date && Number.isFinite(number)) return number;
	// A bare number this side of 1973 is no moment but a year or a date without hyphens.
	if (number >= 1e8) return number >= 1e11 ? number : number * 1000;
	const ms = Number.isFinite(number) ? undefined : dateInZone(text, timeZone);
	if (ms === undefined)
		throw complaint(label, `holds no date: ${text.slice(0, 40)}`, 'Use a date such as 2026-01-31T08:00:00+08:00');
	return ms;
}

/** @throws InputError when it is no web address */
export function checkUrl(url: string, label: string): string {
	if (/^https?:\/\/\S+$/i.test(url)) return url;
	throw new InputError(
		label,
		`The field '${label}' holds no web address: ${url.slice(0, 60)}`,
		'It starts with https://',
	);
}

/** ISO 8601 with its offset, which needs no zone: JavaScript reads that as Luxon does, in a twentieth of the time. */
const WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/;

function dateInZone(text: string, timeZone: string): number | undefined {
	const ms = WITH_OFFSET.test(text) ? Date.parse(text) : NaN;
	if (!Number.isNaN(ms)) return ms;
	try {
		return tryToParseDateTime(text, timeZone).toMillis();
	} catch {
		return undefined;
	}
}

/** An object that says nothing as text, or a list with such a one; a date says something. */
function isOpaque(value: unknown): boolean {
	if (Array.isArray(value)) return value.some(isOpaque);
	return isObject(value) && (typeof value.toString !== 'function' || /^\[object \w+\]$/.test(String(value)));
}
