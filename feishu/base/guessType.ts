import { isObject, type JsonObject } from '../json';
import { FIELD } from './baseField';

/** A type of field, as the platform takes it. */
export interface GuessedType {
	type: number;
	/** Where the type alone does not tell. */
	ui_type?: string;
	property?: JsonObject;
}

const TEXT: GuessedType = { type: FIELD.text };

/** Up to so many characters an entry of a list is an option; a longer one is a text. */
const LONGEST_OPTION = 60;

/** So many different options make a list that people choose from. */
const MOST_OPTIONS = 200;

/** The type that all of these values fit, else text. Empty ones say nothing. */
export function guessType(values: readonly unknown[]): GuessedType {
	const told = values.filter((value) => !saysNothing(value));
	if (told.length === 0) return TEXT;
	for (const guess of GUESSES) {
		const type = guess(told);
		if (type) return type;
	}
	return TEXT;
}

const saysNothing = (value: unknown): boolean =>
	value === undefined ||
	value === null ||
	(typeof value === 'string' && value.trim() === '') ||
	(Array.isArray(value) && value.length === 0) ||
	(typeof value === 'number' && Number.isNaN(value));

type Guess = (values: readonly unknown[]) => GuessedType | undefined;

/** The first that fits tells: an address is also a text, a mobile number is also a number. */
const GUESSES: readonly Guess[] = [
	(values) => (values.every(isTicked) ? { type: FIELD.checkbox } : undefined),
	(values) => (values.every((value) => fits(value, PHONE)) ? { type: FIELD.phone } : undefined),
	(values) => (values.every(isNumber) ? numbers(values) : undefined),
	(values) => (values.every(isMoment) ? moments(values) : undefined),
	(values) => (values.every(isAddress) ? { type: FIELD.url } : undefined),
	(values) => (values.every((value) => fits(value, EMAIL)) ? { type: FIELD.text, ui_type: 'Email' } : undefined),
	(values) => (values.every(isOptions) ? options(values) : undefined),
];

const fits = (value: unknown, form: RegExp): boolean => typeof value === 'string' && form.test(value.trim());

/** With its country, or as people in China write one. */
const PHONE = /^(?:\+\d{7,15}|1[3-9]\d{9})$/;
const EMAIL = /^[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@,;<>()]+$/;
/** Leading zeros are part of a number that is a name, such as an order's. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
/** A table shows no more digits rightly. */
const MOST_DIGITS = 15;
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;
const ADDRESS = /^https?:\/\/[^\s/]+\S*$/i;

const isTicked = (value: unknown): boolean => typeof value === 'boolean' || fits(value, /^(?:true|false)$/i);

function isNumber(value: unknown): boolean {
	if (typeof value === 'number')
		return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
	return fits(value, NUMBER) && String(value).replace(/\D/g, '').length <= MOST_DIGITS;
}

/** Shown with as many places as are there. */
function numbers(values: readonly unknown[]): GuessedType {
	const places = values.map((value) => (/\.(\d+)/.exec(String(value).trim())?.[1] ?? '').length);
	const most = Math.min(4, Math.max(...places));
	return { type: FIELD.number, property: { formatter: most === 0 ? '0' : `0.${'0'.repeat(most)}` } };
}

/** A date as text, a Date, or what n8n has for a moment. */
function momentText(value: unknown): string | undefined {
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
	if (typeof value === 'string') return value.trim();
	const { toISO } = isObject(value) ? value : {};
	return typeof toISO === 'function' ? String(toISO.call(value)) : undefined;
}

function isMoment(value: unknown): boolean {
	const written = momentText(value);
	return written !== undefined && (DAY.test(written) || TIME.test(written)) && !Number.isNaN(Date.parse(written));
}

/** With the time of day where one of them has one. */
function moments(values: readonly unknown[]): GuessedType {
	const isDays = values.every((value) => DAY.test(momentText(value) ?? ''));
	return { type: FIELD.date, property: { date_formatter: isDays ? 'yyyy/MM/dd' : 'yyyy-MM-dd HH:mm' } };
}

const isAddress = (value: unknown): boolean => fits(value, ADDRESS) && URL.canParse(String(value).trim());

const isOptions = (value: unknown): boolean =>
	Array.isArray(value) &&
	value.every((one) => typeof one === 'string' && one.length <= LONGEST_OPTION && !/[\r\n]/.test(one));

function options(values: readonly unknown[]): GuessedType | undefined {
	const names = new Set((values as string[][]).flat().flatMap((name) => (name.trim() === '' ? [] : [name.trim()])));
	if (names.size > MOST_OPTIONS) return undefined;
	return { type: FIELD.multiSelect, property: { options: [...names].map((name) => ({ name })) } };
}
