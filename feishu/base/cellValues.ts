import { isObject, text } from '../json';
import { optionNames, type BaseField } from './baseField';
import { ready, type PreparedCell } from './cellNeeds';
import { MOST, refusal, tooMany, wrong } from './cellRefusals';

/** What becomes of an option that the field does not have. */
export type UnknownOption = 'create' | 'leaveOut' | 'refuse';

/** Pieces of text, as a search gives them, are put together again: text is written as a whole. */
export function words(field: BaseField, value: unknown): string {
	const said = isPieces(value) ? value.map((piece) => text(piece.text)).join('') : sayable(value);
	if (said === undefined)
		throw wrong(field, value, 'Let the expression name one of its properties, or use JSON.stringify()');
	if (said.length > MOST.characters)
		throw refusal(field, `takes ${MOST.characters} characters, not ${said.length}`, 'Shorten the text');
	return said;
}

const isPieces = (value: unknown): value is Array<{ text: unknown }> =>
	Array.isArray(value) && value.every((piece) => isObject(piece) && typeof piece.text === 'string');

function sayable(value: unknown): string | undefined {
	if (Array.isArray(value)) return value.every((one) => !isObject(one)) ? value.map(String).join(', ') : undefined;
	if (value instanceof Date) return value.toISOString();
	if (isObject(value) && /^\[object \w+\]$/.test(String(value))) return undefined;
	return String(value);
}

/** Digits in groups of three, as spreadsheets show them. */
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;

export function number(field: BaseField, value: unknown): number {
	const parsed = typeof value === 'string' ? numberIn(value.trim()) : value;
	if (typeof parsed !== 'number' || !Number.isFinite(parsed))
		throw wrong(field, value, 'Use digits such as 1234.5, without a unit');
	const { min, max } = field.property ?? {};
	const isBound = field.ui_type === 'Rating' || field.property?.range_customize === true;
	if (isBound && ((typeof min === 'number' && parsed < min) || (typeof max === 'number' && parsed > max)))
		throw refusal(field, `takes numbers from ${String(min)} to ${String(max)}, not ${parsed}`, 'Enter one of them');
	if (field.ui_type === 'Rating' && !Number.isInteger(parsed)) throw wrong(field, value, 'A rating is a whole number');
	return parsed;
}

function numberIn(entered: string): number {
	if (entered === '') return NaN;
	if (entered.endsWith('%')) return numberIn(entered.slice(0, -1).trim()) / 100;
	return Number(GROUPED.test(entered) ? entered.replaceAll(',', '') : entered);
}

export function singleOption(
	field: BaseField,
	value: unknown,
	{ unknownOption }: { unknownOption: UnknownOption },
): PreparedCell {
	const [name, ...more] = Array.isArray(value) ? value : [value];
	const option = isObject(name) ? text(name.name) : String(name).trim();
	if (more.length > 0) throw refusal(field, `takes one option, not ${more.length + 1}`, 'Choose one of them');
	if (option === '') throw wrong(field, value, 'Give the name of the option');
	return ready(known(field, option, unknownOption) ? option : null);
}

export function severalOptions(
	field: BaseField,
	value: unknown,
	{ unknownOption }: { unknownOption: UnknownOption },
): PreparedCell {
	const names = optionsIn(field, value).filter((name) => known(field, name, unknownOption));
	if (names.length > MOST.options) throw tooMany(field, names.length, MOST.options, 'options');
	return ready(names.length === 0 ? null : names);
}

/** Names with commas in them are such where the field has them; the same new name twice would make two options. */
function optionsIn(field: BaseField, value: unknown): string[] {
	const has = new Set(optionNames(field));
	const given = (Array.isArray(value) ? value : [value]).map((one) => (isObject(one) ? text(one.name) : String(one)));
	const whole = Array.isArray(value) || has.has(given[0] ?? '');
	const names = whole ? given : given.flatMap((one) => one.split(/[,;\n，；、]/));
	return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
}

function known(field: BaseField, name: string, unknownOption: UnknownOption): boolean {
	if (unknownOption === 'create' || optionNames(field).includes(name)) return true;
	if (unknownOption === 'leaveOut') return false;
	const names = optionNames(field).slice(0, 20).join(', ');
	throw refusal(field, `has no option '${name.slice(0, 60)}'`, names === '' ? 'It has none yet' : `It has ${names}`);
}

const TICKED: Readonly<Record<string, boolean | undefined>> = {
	true: true,
	yes: true,
	1: true,
	on: true,
	是: true,
	false: false,
	no: false,
	0: false,
	off: false,
	否: false,
};

export function ticked(field: BaseField, value: unknown): boolean {
	const told = typeof value === 'object' ? undefined : TICKED[String(value).trim().toLowerCase()];
	if (told === undefined) throw wrong(field, value, 'Use true or false');
	return told;
}

export function phone(field: BaseField, value: unknown): string {
	const digits = typeof value === 'object' ? '' : String(value).replace(/[\s().-]/g, '');
	if (!/^\+?\d+$/.test(digits) || digits.length > MOST.phone)
		throw wrong(field, value, 'Use digits, such as +8613800000000');
	return digits;
}

/** `[label](address)`, an address alone, or both apart. */
export function link(field: BaseField, value: unknown): { link: string; text: string } {
	const [given] = Array.isArray(value) ? (value as unknown[]) : [value];
	const [, label, inside] = /^\[([^\]]*)\]\((\S+)\)$/.exec(isObject(given) ? '' : String(given).trim()) ?? [];
	const address = isObject(given) ? text(given.link) || text(given.url) : (inside ?? String(given).trim());
	if (address === '') throw wrong(field, value, 'Use an address, [label](address), or an object with link and text');
	return { link: address, text: (isObject(given) ? text(given.text) : label) || address };
}

/** `longitude,latitude`, or an object with them. */
export function location(field: BaseField, value: unknown): string {
	const given = isObject(value)
		? text(value.location) || [value.lng ?? value.longitude, value.lat ?? value.latitude].map(String).join(',')
		: String(value);
	const [longitude = NaN, latitude = NaN, ...more] = given
		.split(/[,，]/)
		.map((part) => (part.trim() ? Number(part) : NaN));
	if (more.length === 0 && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return `${longitude},${latitude}`;
	const swapped = Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90;
	throw wrong(
		field,
		value,
		swapped
			? 'The longitude comes first, then the latitude'
			: 'Use longitude and latitude, such as 116.397755,39.903179',
	);
}
