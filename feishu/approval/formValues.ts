/**
 * What somebody filled into the form of an approval, as the platform gives it back: which is not how it takes it.
 * @see https://open.feishu.cn/document/server-docs/approval-v4/instance/get `form`
 * @see https://open.feishu.cn/document/server-docs/approval-v4/instance/approval-instance-form-control-parameters
 */
import { isObject, object, text, type JsonObject } from '../json';

/** One control of a form that was filled in. */
export interface FilledField {
	id: string;
	/** The name that an administrator gave the control for programs; empty without one. */
	custom_id: string;
	name: string;
	type: string;
	/** As a plain value: see `docs/approval.md` for that of each kind. */
	value: unknown;
	/** Of an amount. */
	currency?: string;
}

/** The controls of a form in their order; none where it can't be read. @param form the JSON text of an instance */
export function filledFields(form: unknown): FilledField[] {
	return fieldsIn(listOf(form));
}

/** Under which the currency of an amount stands beside it, so that what was read can be given again. */
export const currencyKey = (name: string): string => `${name} (currency)`;

/** The same as values by the names of the controls. Of two with one name the second has its number behind it. */
export function formValues(form: unknown): JsonObject {
	return byName(filledFields(form));
}

function fieldsIn(list: readonly unknown[]): FilledField[] {
	return list.filter(isObject).map((field) => {
		const { id, custom_id, name, type } = field;
		const kind = text(type);
		const currency = kind === 'amount' ? currencyOf(field) : '';
		return {
			id: text(id),
			custom_id: text(custom_id),
			name: unescaped(text(name)) || text(id),
			type: kind,
			value: (READERS[kind] ?? asItIs)(field),
			...(currency !== '' && { currency }),
		};
	});
}

function byName(fields: readonly FilledField[]): JsonObject {
	const values: JsonObject = {};
	for (const { name, value, currency } of fields) {
		let key = name;
		for (let number = 2; Object.hasOwn(values, key); number++) key = `${name} (${number})`;
		values[key] = value;
		if (currency !== undefined) values[currencyKey(key)] = currency;
	}
	return values;
}

type Read = (field: JsonObject) => unknown;

const asItIs: Read = ({ value }) => cleaned(value ?? null);

const asNumber: Read = ({ value }) => {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : cleaned(value ?? null);
};

/** The platform gives the text of an option; where it also says which option it was, that has the last word. */
const asOption: Read = ({ value, option }) => {
	const words = text(object(option).text) || text(value);
	return words === '' ? null : unescaped(words);
};

const asOptions: Read = ({ value, option }) => {
	const known = Array.isArray(option) ? option.map((one) => text(object(one).text)).filter((one) => one !== '') : [];
	return (known.length > 0 ? known : stringsIn(value)).map(unescaped);
};

/** Each with both IDs as far as they are known; they stand in two lists of the same order. */
const asPeople: Read = ({ value, open_ids }) => {
	const [users, opens] = [stringsIn(value), stringsIn(open_ids)];
	return Array.from({ length: Math.max(users.length, opens.length) }, (_, at) => ({
		...(opens[at] && { open_id: opens[at] }),
		...(users[at] && { user_id: users[at] }),
	}));
};

const asDepartments: Read = ({ value }) =>
	listOf(value).map((one) => {
		const { open_id, name } = object(one);
		return { open_department_id: text(open_id) || text(one), ...(text(name) !== '' && { name: text(name) }) };
	});

/** Addresses are good for 12 hours; the names stand beside them, separated by commas. */
const asFiles: Read = ({ value, ext }) => {
	const names = (Array.isArray(ext) ? ext.map(text) : text(ext).split(',')).map(unquoted);
	const urls = stringsIn(value);
	// A name with a comma in it would shift the others.
	const isEven = names.length === urls.length;
	return urls.map((url, at) => ({
		...(isEven && names[at] ? { name: unescaped(names[at]) } : {}),
		url: unescaped(url),
	}));
};

const asPhone: Read = ({ value }) => {
	if (!isObject(value)) return cleaned(value ?? null);
	const country = text(value.country_code) || text(value.countryCode);
	const number = text(value.national_number) || text(value.nationalNumber);
	return [country, number].filter((part) => part !== '').join(' ');
};

/** Rows, each with values by the names of the columns. */
const asRows: Read = ({ value }) => listOf(value).map((row) => byName(fieldsIn(listOf(row))));

/** A group tells its parts by keys of its own, or by controls as it was filled in. */
const asGroup: Read = ({ value }) => {
	const list = Array.isArray(value) ? value : undefined;
	return list?.every((one) => isObject(one) && 'type' in one) ? byName(fieldsIn(list)) : cleaned(value ?? null);
};

const READERS: Readonly<Record<string, Read>> = {
	number: asNumber,
	amount: asNumber,
	formula: asNumber,
	radio: asOption,
	radioV2: asOption,
	checkbox: asOptions,
	checkboxV2: asOptions,
	contact: asPeople,
	department: asDepartments,
	attachment: asFiles,
	attachmentV2: asFiles,
	image: asFiles,
	imageV2: asFiles,
	telephone: asPhone,
	fieldList: asRows,
	leaveGroup: asGroup,
	leaveGroupV2: asGroup,
	workGroup: asGroup,
	outGroup: asGroup,
	shiftGroup: asGroup,
	tripGroup: asGroup,
	remedyGroup: asGroup,
	remedyGroupV2: asGroup,
	mutableGroup: asGroup,
};

function currencyOf({ currency, ext }: JsonObject): string {
	return text(currency) || text(object(ext).currency) || text(ext);
}

/** A list, or one in a text; what is neither has nothing in it. */
function listOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value as unknown[];
	if (typeof value !== 'string') return [];
	try {
		const parsed: unknown = JSON.parse(value);
		return Array.isArray(parsed) ? (parsed as unknown[]) : [];
	} catch {
		return [];
	}
}

function stringsIn(value: unknown): string[] {
	const list = Array.isArray(value) ? value : typeof value === 'string' && value !== '' ? [value] : [];
	return list.map((one) => (typeof one === 'number' ? String(one) : text(one))).filter((one) => one !== '');
}

/** The sample of the page has names of files in quotation marks. */
function unquoted(name: string): string {
	return /^'(.*)'$/.exec(name)?.[1] ?? name;
}

/** Texts come escaped a second time: an ampersand arrives as six characters. */
function unescaped(words: string): string {
	return words.replace(/\\u(0026|003c|003e|003d|0027)/gi, (_, code: string) =>
		String.fromCharCode(Number.parseInt(code, 16)),
	);
}

function cleaned(value: unknown): unknown {
	if (typeof value === 'string') return unescaped(value);
	if (Array.isArray(value)) return value.map(cleaned);
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one)]));
}
