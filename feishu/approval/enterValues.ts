/** Values that stand for themselves: words, numbers, moments, choices. */
import { isObject, object, text } from '../json';
import { listIn, now, shown, type Enter } from './enter';
import { refusal, type FormDesk } from './formNeeds';
import { isoIn } from '../zones';
import { daysBetween } from './periods';
import type { Widget } from './widget';

export const asText: Enter = (_widget, value, label) => {
	if (isObject(value) || Array.isArray(value))
		throw refusal(label, 'holds an object instead of text', 'Let the expression name one of its properties');
	return now({ value: String(value) });
};

export const asNumber: Enter = (_widget, value, label) => now({ value: numberIn(value, label) });

function numberIn(value: unknown, label: string): number {
	const number = typeof value === 'number' ? value : Number(String(value).replace(/(?<=\d),(?=\d{3}\b)/g, ''));
	if (String(value).trim() === '' || !Number.isFinite(number)) throw refusal(label, `holds no number: ${shown(value)}`);
	return number;
}

const CURRENCY = /(?<![A-Za-z])[A-Za-z]{3}(?![A-Za-z])/;

/** `100`, `100 USD`, `USD 100`, or an object with `value` and `currency`. */
export const asAmount: Enter = ({ currencies }, value, label) => {
	const given = isObject(value) ? `${String(value.value ?? value.amount)} ${text(value.currency)}` : String(value);
	const [code = currencies[0] ?? 'CNY'] = CURRENCY.exec(given) ?? [];
	const currency = code.toUpperCase();
	const number = given.replace(CURRENCY, '').replace(/[\s,]/g, '');
	if (number === '' || !Number.isFinite(Number(number)))
		throw refusal(label, `is no amount: ${shown(value)}`, 'Write it as 100 or 100 USD');
	if (currencies.length > 0 && !currencies.includes(currency))
		throw refusal(label, `takes no ${currency}`, `Its currencies are ${currencies.join(', ')}`);
	return now({ value: numberIn(given.replace(CURRENCY, '').trim(), label), currency });
};

/** With its own offset a moment stays as it is: in another zone it might be another day. */
const WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?=(?:\.\d+)?[+-]\d\d:\d\d$)/;

function stamp(label: string, value: unknown, { moment, timeZone }: FormDesk): string {
	const ms = moment(label, value);
	const given = typeof value === 'string' ? value.trim() : '';
	const [kept] = WITH_OFFSET.exec(given) ?? [];
	return kept === undefined ? isoIn(ms, timeZone) : `${kept}${given.slice(-6)}`;
}

export const asDate: Enter = (_widget, value, label, desk) => now({ value: stamp(label, value, desk) });

/** An object with `start` and `end`, or both with a slash between them as ISO 8601 has it. */
export const asPeriod: Enter = ({ format }, value, label, desk) => {
	const { moment, timeZone } = desk;
	const [first, second] = typeof value === 'string' ? value.split('/') : [];
	const { start = first, end = second, interval } = object(value);
	for (const [name, one] of Object.entries({ start, end }))
		if (one === undefined || one === '') throw refusal(label, `has no ${name}`, 'A period has a start and an end');
	const [from, to] = [moment(label, start), moment(label, end)];
	if (from > to) throw refusal(label, 'ends before it starts');
	const days = interval === undefined ? daysBetween(from, to, format, timeZone) : numberIn(interval, label);
	return now({ value: { start: stamp(label, start, desk), end: stamp(label, end, desk), interval: days } });
};

/** The platform takes the value of an option, not its words. */
function optionIn({ options }: Widget, entered: string, label: string): string {
	// Options that come from another system are not told.
	if (options.length === 0) return entered;
	const found = options.find(({ value }) => value === entered) ?? options.find((one) => one.text.trim() === entered);
	if (found) return found.value;
	const known = options.map((one) => one.text).join(', ');
	throw refusal(label, `has no option '${entered.slice(0, 60)}'`, `Its options are ${known}`);
}

export const asOption: Enter = (widget, value, label) => {
	const entered = Array.isArray(value) && value.length === 1 ? (value as unknown[])[0] : value;
	if (isObject(entered) || Array.isArray(entered)) throw refusal(label, 'takes one option', 'Give its name');
	return now({ value: optionIn(widget, String(entered).trim(), label) });
};

/** Names of options may have commas in them: one that fits as a whole is taken so. */
export const asOptions: Enter = (widget, value, label) => {
	const whole = typeof value === 'string' && widget.options.some((one) => one.text === value.trim());
	const entered = whole ? [String(value).trim()] : listIn(value);
	return now({ value: entered.map((one) => optionIn(widget, one, label)) });
};

/** Without a country it is one of mainland China, as the client takes it. */
export const asPhone: Enter = (_widget, value, label) => {
	const { countryCode, country_code = countryCode, nationalNumber, national_number = nationalNumber } = object(value);
	const given = isObject(value) ? `${String(country_code ?? '')} ${String(national_number ?? '')}` : String(value);
	const [, code, rest] = /^\s*(?:(\+\d{1,4})[\s-]+)?([\d\s()-]{4,20})$/.exec(given) ?? [];
	const number = (rest ?? '').replace(/[^\d]/g, '');
	if (number === '') throw refusal(label, `holds no telephone number: ${shown(given)}`, 'Write it as +86 13800138000');
	return now({ value: { countryCode: code ?? '+86', nationalNumber: number } });
};

export const asShift: Enter = (_widget, value, label, desk) => {
	const { shiftTime, returnTime, reason } = object(value);
	for (const [name, one] of Object.entries({ shiftTime, returnTime, reason }))
		if (one === undefined || one === '')
			throw refusal(label, `has no ${name}`, 'A change of shifts has a shiftTime, a returnTime and a reason');
	const [shift, back] = [shiftTime, returnTime].map((one) => stamp(label, one, desk));
	return now({ value: { shiftTime: shift, returnTime: back, reason: String(reason) } });
};
