import type { JsonObject } from '../json';

/** A field of a table, as the list of fields has it. Source: …/bitable-v1/app-table-field/list */
export interface BaseField {
	field_id: string;
	field_name: string;
	type: number;
	/** What tells an e-mail from a text, a currency from a number. */
	ui_type?: string;
	property?: JsonObject | null;
	is_primary?: boolean;
}

/** The types of fields by what people call them. Source: …/bitable-v1/app-table-field/guide */
export const FIELD = {
	text: 1,
	number: 2,
	singleSelect: 3,
	multiSelect: 4,
	date: 5,
	checkbox: 7,
	person: 11,
	phone: 13,
	url: 15,
	attachment: 17,
	link: 18,
	lookup: 19,
	formula: 20,
	twoWayLink: 21,
	location: 22,
	group: 23,
	stage: 24,
	createdTime: 1001,
	modifiedTime: 1002,
	createdBy: 1003,
	modifiedBy: 1004,
	autoNumber: 1005,
	button: 3001,
} as const;

/** What the platform fills in by itself, or lets nobody write by its API. */
const READ_ONLY: ReadonlySet<number> = new Set([
	FIELD.lookup,
	FIELD.formula,
	FIELD.stage,
	FIELD.createdTime,
	FIELD.modifiedTime,
	FIELD.createdBy,
	FIELD.modifiedBy,
	FIELD.autoNumber,
	FIELD.button,
]);

export const isReadOnly = ({ type }: Pick<BaseField, 'type'>): boolean => READ_ONLY.has(type);

/** The names of a field's options, in its order; empty where it has none. */
export function optionNames({ property }: Pick<BaseField, 'property'>): string[] {
	const options = Array.isArray(property?.options) ? property.options : [];
	return options.flatMap((option: unknown) => {
		const name = (option as { name?: unknown } | null)?.name;
		return typeof name === 'string' ? [name] : [];
	});
}

/** Words for what a field holds, as Feishu's own client calls it. */
export function kindOf({ type, ui_type }: Pick<BaseField, 'type' | 'ui_type'>): string {
	return (ui_type !== undefined && UI_KINDS[ui_type]) || KINDS[type] || `a field of type ${type}`;
}

const UI_KINDS: Readonly<Record<string, string | undefined>> = {
	Email: 'an e-mail address',
	Barcode: 'a barcode',
	Progress: 'a progress',
	Currency: 'an amount of money',
	Rating: 'a rating',
};

const KINDS: Readonly<Record<number, string | undefined>> = {
	[FIELD.text]: 'text',
	[FIELD.number]: 'a number',
	[FIELD.singleSelect]: 'an option',
	[FIELD.multiSelect]: 'options',
	[FIELD.date]: 'a date',
	[FIELD.checkbox]: 'a checkbox',
	[FIELD.person]: 'people',
	[FIELD.phone]: 'a phone number',
	[FIELD.url]: 'a link',
	[FIELD.attachment]: 'attachments',
	[FIELD.link]: 'linked records',
	[FIELD.lookup]: 'a lookup',
	[FIELD.formula]: 'a formula',
	[FIELD.twoWayLink]: 'linked records',
	[FIELD.location]: 'a location',
	[FIELD.group]: 'groups',
	[FIELD.stage]: 'a stage',
	[FIELD.createdTime]: 'the time of creation',
	[FIELD.modifiedTime]: 'the time of the last change',
	[FIELD.createdBy]: 'who created the record',
	[FIELD.modifiedBy]: 'who changed the record last',
	[FIELD.autoNumber]: 'an automatic number',
	[FIELD.button]: 'a button',
};
