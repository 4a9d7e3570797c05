import { isObject, object, text, type JsonObject } from '../json';
import { FIELD, type BaseField } from './baseField';

type Typed = Pick<BaseField, 'type'>;

/**
 * A cell as a plain value: text, a number, true or false, ISO time, option names, IDs of linked records, people and groups
 * with ID and name; null where it is empty, because the platform leaves empty cells out and every record shall have the
 * same keys. It reads all three forms in which the platform gives cells (search, the older list, and what a write gives
 * back). Cells of types that it does not know are as they came.
 * Source: …/bitable-v1/app-table-record/bitable-record-data-structure-overview
 */
export function plainCell({ type }: Typed, value: unknown): unknown {
	const read = READERS[type];
	// Never touched, a checkbox is left out; on the screen it is not ticked.
	if (isEmpty(value)) return type === FIELD.checkbox ? false : null;
	return read ? read(value) : value;
}

const isEmpty = (value: unknown): boolean =>
	value === undefined ||
	value === null ||
	value === '' ||
	(Array.isArray(value) && value.length === 0) ||
	(isObject(value) && Object.keys(value).length === 0);

type Read = (value: unknown) => unknown;

const READERS: Readonly<Record<number, Read | undefined>> = {
	[FIELD.text]: words,
	[FIELD.number]: number,
	[FIELD.singleSelect]: (value) => (Array.isArray(value) ? (value[0] ?? null) : value),
	[FIELD.multiSelect]: listed,
	[FIELD.date]: time,
	[FIELD.checkbox]: (value) => value === true,
	[FIELD.person]: (value) => listed(value).map(person),
	[FIELD.phone]: words,
	[FIELD.url]: (value) => link(value),
	[FIELD.attachment]: (value) => listed(value).map(attachment),
	[FIELD.link]: linked,
	[FIELD.twoWayLink]: linked,
	[FIELD.lookup]: (value) => computed(value, false),
	[FIELD.formula]: (value) => computed(value, true),
	[FIELD.group]: (value) => listed(value).map(group),
	[FIELD.createdTime]: time,
	[FIELD.modifiedTime]: time,
	[FIELD.createdBy]: (value) => person(listed(value)[0]),
	[FIELD.modifiedBy]: (value) => person(listed(value)[0]),
	[FIELD.autoNumber]: words,
};

function listed(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [value];
}

/** Text comes whole or in pieces, of which mentions and links are some. */
function words(value: unknown): string {
	return listed(value)
		.map((piece) => (isObject(piece) ? text(piece.text) : String(piece)))
		.join('');
}

/** The older list gives numbers as text. */
function number(value: unknown): unknown {
	const [first] = listed(value);
	const parsed = typeof first === 'string' && first.trim() !== '' ? Number(first) : first;
	return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : value;
}

/** In milliseconds, of any year. */
function time(value: unknown): unknown {
	const [first] = listed(value);
	const date = new Date(typeof first === 'string' || typeof first === 'number' ? Number(first) : NaN);
	return Number.isNaN(date.getTime()) ? value : date.toISOString();
}

function person(value: unknown): unknown {
	if (!isObject(value)) return value ?? null;
	const { id, name, email } = value;
	return { id, ...(text(name) !== '' && { name }), ...(text(email) !== '' && { email }) };
}

function group(value: unknown): unknown {
	if (!isObject(value)) return value;
	const { id, name } = value;
	return { id, ...(text(name) !== '' && { name }) };
}

function link(value: unknown): JsonObject {
	const [first] = listed(value);
	if (!isObject(first)) return { text: String(first), link: String(first) };
	const address = text(first.link);
	return { text: text(first.text) || address, link: address };
}

/** Its temporary addresses are for the node's own download: they end after a day. */
function attachment(value: unknown): unknown {
	if (!isObject(value)) return value;
	const { file_token, name, type, size } = value;
	return { file_token, name, type, size };
}

/** `["rec…"]`, `{link_record_ids}`, or `[{record_ids}]` of the older list. */
function linked(value: unknown): unknown {
	const ids = listed(value).flatMap((one): unknown[] => {
		if (!isObject(one)) return [one];
		return [one.link_record_ids, one.record_ids].find(Array.isArray) ?? [];
	});
	return ids.length === 0 ? null : ids;
}

/**
 * What a formula or a lookup gives: a list with the type of what is in it, even of a single value; in the older list the
 * bare value. @param single whether one value stands for itself
 */
function computed(value: unknown, single: boolean): unknown {
	const { type, value: inner } = object(value);
	if (typeof type !== 'number') return single && isPieces(value) ? words(value) : value;
	const values = listed(inner).filter((one) => !isEmpty(one));
	if (values.length === 0) return null;
	if (single && type === FIELD.text) return words(values);
	const plain = values.map((one) => {
		const read = plainCell({ type }, one);
		return Array.isArray(read) && read.length === 1 ? (read[0] as unknown) : read;
	});
	return single && plain.length === 1 ? plain[0] : plain;
}

const isPieces = (value: unknown): boolean =>
	Array.isArray(value) && value.length > 0 && value.every((piece) => isObject(piece) && typeof piece.text === 'string');
