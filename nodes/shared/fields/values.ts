import { jsonParse } from 'n8n-workflow';

import { InputError } from '../../../feishu/input';
import { isObject } from '../../../feishu/json';
import { brokenJson } from '../../../feishu/jsonFault';
import { instantOf, MINUTE, wallOfDate } from '../../../feishu/zones';
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
		throw complaint(
			label,
			`holds no date: ${text.slice(0, 40)}`,
			'Use a date such as 2026-01-31, or 2026-01-31T08:00:00+08:00',
		);
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

/** The year first, as ISO 8601 has it, and as people write it with slashes or points; a time and an offset may follow. */
const WRITTEN =
	/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:T|\s+)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/i;

/** With the name of the month and its offset, as in mails, in HTTP and in `String(new Date())`. */
const NAMED = /^[A-Za-z]{3},? .*\d{4} \d\d:\d\d(?::\d\d)? (?:GMT|UTC|Z|[+-]\d{4})/;

/** What is told apart by no rule, such as 01/02/2026, and days that there are not, are none. */
function dateInZone(text: string, timeZone: string): number | undefined {
	const found = WRITTEN.exec(text);
	if (!found) return NAMED.test(text) ? whole(Date.parse(text)) : undefined;
	const [, year = '', , month = '', day = '', hour = '0', minute = '0', second = '0', fraction = '', offset] = found;
	const two = (part: string) => part.padStart(2, '0');
	const date = wallOfDate(`${year}-${two(month)}-${two(day)}`);
	const inDay = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
	// 24:00 is the end of a day.
	if (Number.isNaN(date) || inDay > 86_400 || Number(minute) > 59 || Number(second) > 59) return undefined;
	const wall = date + inDay * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
	return offset === undefined ? instantOf(wall, timeZone) : wall - offsetMs(offset);
}

const whole = (ms: number) => (Number.isNaN(ms) ? undefined : ms);

/** Milliseconds of `Z`, `+08:00`, `+0800` or `+08`. */
function offsetMs(offset: string): number {
	const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(offset) ?? [];
	return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
}

/** An object that says nothing as text, or a list with such a one; a date says something. */
function isOpaque(value: unknown): boolean {
	if (Array.isArray(value)) return value.some(isOpaque);
	return isObject(value) && (typeof value.toString !== 'function' || /^\[object \w+\]$/.test(String(value)));
}
