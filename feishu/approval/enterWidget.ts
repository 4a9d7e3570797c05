/**
 * What somebody entered for one control, as the platform takes it.
 * @see https://open.feishu.cn/document/server-docs/approval-v4/instance/approval-instance-form-control-parameters
 */
import { anyAddress } from '../drive/anyAddress';
import { isObject, object, text, type JsonObject } from '../json';
import { personNeed, refusal, type Found, type FormDesk, type FormNeed } from './formNeeds';
import { daysBetween, rfc3339 } from './periods';
import type { Widget } from './widget';

/** What stands in the form beside `id` and `type`, once all that is needed was looked up. */
export type Later = (found: Found) => JsonObject;

/** Reads a value; what it complains about, it complains about now. @throws InputError */
export type Enter = (widget: Widget, value: unknown, label: string, desk: FormDesk) => Later;

const now =
	(parts: JsonObject): Later =>
	() =>
		parts;

const asText: Enter = (_widget, value, label) => {
	if (isObject(value) || Array.isArray(value))
		throw refusal(label, 'holds an object instead of text', 'Let the expression name one of its properties');
	return now({ value: String(value) });
};

const asNumber: Enter = (_widget, value, label) => now({ value: numberIn(value, label) });

function numberIn(value: unknown, label: string): number {
	const number = typeof value === 'number' ? value : Number(String(value).replace(/(?<=\d),(?=\d{3}\b)/g, ''));
	if (String(value).trim() === '' || !Number.isFinite(number)) throw refusal(label, `holds no number: ${shown(value)}`);
	return number;
}

const CURRENCY = /(?<![A-Za-z])[A-Za-z]{3}(?![A-Za-z])/;

/** `100`, `100 USD`, `USD 100`, or an object with `value` and `currency`. */
const asAmount: Enter = ({ currencies }, value, label) => {
	const given = isObject(value) ? `${String(value.value ?? value.amount)} ${text(value.currency)}` : String(value);
	const [code = currencies[0] ?? 'CNY'] = CURRENCY.exec(given) ?? [];
	const currency = code.toUpperCase();
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
	return kept === undefined ? rfc3339(ms, timeZone) : `${kept}${given.slice(-6)}`;
}

const asDate: Enter = (_widget, value, label, desk) => now({ value: stamp(label, value, desk) });

/** An object with `start` and `end`, or both with a slash between them as ISO 8601 has it. */
const asPeriod: Enter = ({ format }, value, label, desk) => {
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

const asOption: Enter = (widget, value, label) => {
	const entered = Array.isArray(value) && value.length === 1 ? (value as unknown[])[0] : value;
	if (isObject(entered) || Array.isArray(entered)) throw refusal(label, 'takes one option', 'Give its name');
	return now({ value: optionIn(widget, String(entered).trim(), label) });
};

/** Names of options may have commas in them: one that fits as a whole is taken so. */
const asOptions: Enter = (widget, value, label) => {
	const whole = typeof value === 'string' && widget.options.some((one) => one.text === value.trim());
	const entered = whole ? [String(value).trim()] : listIn(value);
	return now({ value: entered.map((one) => optionIn(widget, one, label)) });
};

const asPeople: Enter = (_widget, value, label, desk) => {
	const entries = entriesIn(value, ['open_id', 'email', 'user_id', 'id', 'name']);
	const needs = entries.map((entry) => {
		const need = personNeed(entry);
		if (need) desk.need(need);
		return need ?? entry;
	});
	return (found) => ({
		open_ids: needs.map((need) => (typeof need === 'string' ? need : found(need, label))),
	});
};

const asDepartments: Enter = (_widget, value, label, desk) => {
	const entries = entriesIn(value, ['open_department_id', 'open_id', 'name']);
	const needs = entries.map((entry): string | FormNeed => {
		if (entry.startsWith('od-')) return entry;
		const need: FormNeed = { kind: 'department', value: entry };
		desk.need(need);
		return need;
	});
	return (found) => ({
		value: needs.map((need) => ({ open_id: typeof need === 'string' ? need : found(need, label) })),
	});
};

const CODE = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i;

const asInstances: Enter = (_widget, value, label) => {
	const codes = entriesIn(value, ['instance_code']);
	const wrong = codes.find((code) => !CODE.test(code));
	if (wrong !== undefined)
		throw refusal(label, `holds no code of an instance: ${shown(wrong)}`, 'It comes out of Create and Get');
	return now({ value: codes });
};

const asDocument: Enter = (_widget, value, label) => {
	const given = isObject(value) ? text(value.url) || text(value.token) : String(value);
	const { token, type = 'docx' } = anyAddress(label, given);
	return now({ value: { token, type } });
};

/** Names of the item's files, or codes of files that were uploaded before. */
const asFiles =
	(as: 'image' | 'attachment'): Enter =>
	(_widget, value, label, desk) => {
		const needs = entriesIn(value, ['code']).map((entry): string | FormNeed => {
			if (!desk.hasFile(entry)) {
				if (CODE.test(entry)) return entry;
				throw refusal(
					label,
					`names a file that the item does not have: ${shown(entry)}`,
					'Enter the name of an input field that holds a file, such as data',
				);
			}
			const need: FormNeed = { kind: 'file', as, value: entry };
			desk.need(need);
			return need;
		});
		return (found) => ({ value: needs.map((need) => (typeof need === 'string' ? need : found(need, label))) });
	};

/** A district by its ID or its name, with the words of the address: an object, or the district alone. */
const asAddress: Enter = ({ detailed }, value, label, desk) => {
	const { district = isObject(value) ? value.id : value, detail, detailAddress = detail } = object(value);
	const entered = String(district ?? '').trim();
	if (entered === '') throw refusal(label, 'names no district', 'Enter the name of a city or a district, or its ID');
	const words = detailed && detailAddress ? { detailAddress: String(detailAddress) } : {};
	if (/^\d+$/.test(entered)) return now({ value: [{ id: entered, ...words }] });
	const need: FormNeed = { kind: 'district', value: entered };
	desk.need(need);
	return (found) => ({ value: [{ id: found(need, label), ...words }] });
};

/** Without a country it is one of mainland China, as the client takes it. */
const asPhone: Enter = (_widget, value, label) => {
	const { countryCode, country_code = countryCode, nationalNumber, national_number = nationalNumber } = object(value);
	const given = isObject(value) ? `${String(country_code ?? '')} ${String(national_number ?? '')}` : String(value);
	const [, code, rest] = /^\s*(?:(\+\d{1,4})[\s-]+)?([\d\s()-]{4,20})$/.exec(given) ?? [];
	const number = (rest ?? '').replace(/[^\d]/g, '');
	if (number === '') throw refusal(label, `holds no telephone number: ${shown(given)}`, 'Write it as +86 13800138000');
	return now({ value: { countryCode: code ?? '+86', nationalNumber: number } });
};

const asShift: Enter = (_widget, value, label, desk) => {
	const { shiftTime, returnTime, reason } = object(value);
	for (const [name, one] of Object.entries({ shiftTime, returnTime, reason }))
		if (one === undefined || one === '')
			throw refusal(label, `has no ${name}`, 'A change of shifts has a shiftTime, a returnTime and a reason');
	const [shift, back] = [shiftTime, returnTime].map((one) => stamp(label, one, desk));
	return now({ value: { shiftTime: shift, returnTime: back, reason: String(reason) } });
};

/** By the type of the control; tables and groups stand in `enterForm.ts`, since they hold others. */
export const ENTER: Readonly<Record<string, Enter>> = {
	input: asText,
	textarea: asText,
	number: asNumber,
	amount: asAmount,
	formula: asNumber,
	date: asDate,
	dateInterval: asPeriod,
	radio: asOption,
	radioV2: asOption,
	checkbox: asOptions,
	checkboxV2: asOptions,
	contact: asPeople,
	department: asDepartments,
	connect: asInstances,
	document: asDocument,
	attachment: asFiles('attachment'),
	attachmentV2: asFiles('attachment'),
	image: asFiles('image'),
	imageV2: asFiles('image'),
	address: asAddress,
	telephone: asPhone,
	shiftGroup: asShift,
};

const shown = (value: unknown) => String(value).slice(0, 60);

function listIn(value: unknown): string[] {
	const list = Array.isArray(value) ? (value as unknown[]) : String(value).split(/[,;\n，；、]/);
	return [...new Set(list.map((one) => String(one).trim()).filter((one) => one !== ''))];
}

/** Entries, each a text or an object that tells it under one of these keys, as Get gives it. */
function entriesIn(value: unknown, keys: readonly string[]): string[] {
	const list = Array.isArray(value) ? (value as unknown[]) : isObject(value) ? [value] : undefined;
	if (!list) return listIn(value);
	return listIn(
		list.map((one) => (isObject(one) ? (keys.map((key) => text(one[key])).find((id) => id !== '') ?? '') : one)),
	);
}
