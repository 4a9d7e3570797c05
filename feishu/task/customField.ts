/** Custom fields of task lists: what they hold, in the words of the endpoints and of people. */
import { isObject, object, text, type JsonObject } from '../json';
import { InputError } from '../input';
import { dateOnly } from '../zones';
import { dayIn, plainTime } from './taskTime';

export const CUSTOM_TYPES = ['number', 'text', 'datetime', 'member', 'single_select', 'multi_select'] as const;
export type CustomType = (typeof CUSTOM_TYPES)[number];

export interface CustomOption {
	guid: string;
	name: string;
	hidden: boolean;
}

export interface CustomField {
	guid: string;
	name: string;
	type: CustomType;
	options: CustomOption[];
	/** Whether it takes several people. */
	multi: boolean;
}

/** A field as its endpoints tell of it; undefined for a type that is not known here. */
export function customField(record: JsonObject): CustomField | undefined {
	const type = CUSTOM_TYPES.find((one) => one === record.type);
	if (type === undefined) return undefined;
	const { options, multi } = object(record[`${type}_setting`]);
	const known = Array.isArray(options) ? options.filter(isObject) : [];
	return {
		guid: text(record.guid),
		name: text(record.name),
		type,
		options: known.map((one) => ({ guid: text(one.guid), name: text(one.name), hidden: one.is_hidden === true })),
		multi: multi !== false,
	};
}

/** A value in a request. An empty one takes what is there away. */
export type CustomValue = { guid: string } & JsonObject;

/** What people a value names: IDs, addresses and names, to be looked up before. */
export type PeopleOf = (entries: readonly string[]) => readonly string[];

const LONGEST_TEXT = 3000;

/** Parts of a list: as an array, or between commas, semicolons and lines. */
export function partsOf(value: unknown): string[] {
	const parts = Array.isArray(value) ? value.flatMap(nameIn) : text(value).split(/[,;\n，；、]/);
	return [...new Set(parts.map((one) => one.trim()).filter((one) => one !== ''))];
}

/** A person or an option as it was read, or its name. */
function nameIn(value: unknown): string[] {
	if (!isObject(value)) return [String(value ?? '')];
	return [text(value.id) || text(value.guid) || text(value.name)];
}

export const isNothing = (value: unknown): boolean =>
	value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

interface Given {
	field: CustomField;
	value: unknown;
	/** What complaints call it. */
	label: string;
	/** Of moments that become dates. */
	timeZone: string;
	/** Milliseconds of a moment. @param label what its complaint calls it @throws InputError */
	moment(label: string, value: unknown): number | undefined;
	people: PeopleOf;
}

type Write = (given: Given) => unknown;

const complain = ({ field, label }: Given, what: string, advice?: string) =>
	new InputError(label, `'${field.name}' in '${label}' ${what}`, advice);

/** A comma is none of its signs: some people write 12,5 for 12.5, others 1,250 for 1250. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*%?$/i;

/** Digits that the platform takes: no exponent, no blanks, six decimals. */
function numberOf(given: Given): string {
	const { value } = given;
	const written = typeof value === 'number' ? String(value) : text(value).trim();
	const isPercent = written.endsWith('%');
	const number = NUMBER.test(written) ? parseFloat(written) : NaN;
	if (!Number.isFinite(number))
		throw complain(given, `holds no number: ${String(value).slice(0, 40)}`, 'Write it as 1234.5 or 20%');
	const fixed = (isPercent ? number / 100 : number).toFixed(6);
	return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
}

/** The option with this name, or with this guid. */
function optionOf(given: Given, wanted: string): string {
	const { options } = given.field;
	const same = (one: string) => one.trim().toLowerCase() === wanted.trim().toLowerCase();
	const found =
		options.find(({ guid }) => guid === wanted) ??
		options.find(({ name }) => name === wanted) ??
		options.find(({ name }) => same(name));
	if (found) return found.guid;
	const names = options.filter(({ hidden }) => !hidden).map(({ name }) => name);
	throw complain(
		given,
		`has no option '${wanted.slice(0, 40)}'`,
		names.length > 0 ? `It has: ${names.slice(0, 20).join(', ')}` : 'It has no options yet: Custom Field → Add Option',
	);
}

/** By type, a value that is not empty. Source: …/task-v2/custom_field/custom-field-overview */
const WRITE: Readonly<Record<CustomType, Write>> = {
	number: numberOf,
	text(given) {
		const words = isObject(given.value) ? JSON.stringify(given.value) : String(given.value);
		if (words.length > LONGEST_TEXT) throw complain(given, `is longer than ${LONGEST_TEXT} characters`);
		return words;
	},
	datetime(given) {
		const { value, label, field, timeZone, moment } = given;
		const date = typeof value === 'string' ? dateOnly(value) : undefined;
		const ms = date ?? moment(`${label} → ${field.name}`, value);
		return ms === undefined ? '' : String(date ?? dayIn(ms, timeZone));
	},
	member(given) {
		const ids = given.people(partsOf(given.value));
		if (ids.length > 1 && !given.field.multi) throw complain(given, 'takes one person');
		return ids.map((id) => ({ id, type: id.startsWith('cli_') ? 'app' : 'user' }));
	},
	single_select(given) {
		const [first = '', ...more] = Array.isArray(given.value) ? partsOf(given.value) : [String(given.value)];
		if (more.length > 0) throw complain(given, 'takes one option');
		return optionOf(given, first);
	},
	multi_select: (given) => partsOf(given.value).map((one) => optionOf(given, one)),
};

/**
 * The value in the words of the endpoints: options by their guid, dates as midnight in UTC, numbers in digits.
 * @throws InputError naming the field and what it takes
 */
export function customValue(given: Given): CustomValue {
	const { guid, type } = given.field;
	const isList = type === 'member' || type === 'multi_select';
	return { guid, [`${type}_value`]: isNothing(given.value) ? (isList ? [] : '') : WRITE[type](given) };
}

type Read = (value: unknown, field: CustomField | undefined) => unknown;

const nameOf = (guid: unknown, field: CustomField | undefined) =>
	field?.options.find((one) => one.guid === guid)?.name ?? text(guid);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** By type, a value as people read it; without the field, options stay guids. */
const READ: Readonly<Record<CustomType, Read>> = {
	number: (value) => (value === '' ? null : Number(value)),
	text: (value) => value,
	datetime: (value) => plainTime({ timestamp: value, is_all_day: true }),
	member: (value) => list(value).filter(isObject),
	single_select: (value, field) => nameOf(value, field),
	multi_select: (value, field) => list(value).map((one) => nameOf(one, field)),
};

/**
 * The values of a task by the names of their fields. Of two fields with one name the second has its guid behind it.
 * @param fields where the options are known
 */
export function plainValues(values: unknown, fields: readonly CustomField[]): JsonObject {
	const plain: JsonObject = {};
	for (const value of list(values).filter(isObject)) {
		const type = CUSTOM_TYPES.find((one) => one === value.type);
		const guid = text(value.guid);
		const name = text(value.name) || guid;
		const key = name in plain ? `${name} (${guid})` : name;
		const given = type === undefined ? undefined : value[`${type}_value`];
		const field = fields.find((one) => one.guid === guid);
		plain[key] = type === undefined || given === undefined ? null : READ[type](given, field);
	}
	return plain;
}

/** The fields of a task whose options have to be known to name them. */
export function optionFields(values: unknown): string[] {
	const filled = list(values).filter(isObject);
	return filled
		.filter(({ single_select_value: one, multi_select_value: many }) => text(one) !== '' || list(many).length > 0)
		.map(({ guid }) => text(guid));
}
