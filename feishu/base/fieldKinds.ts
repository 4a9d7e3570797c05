import type { JsonObject } from '../json';
import { FIELD, type BaseField } from './baseField';

/** What can be set of a field beside its name, by kind. */
export type SettingName =
	| 'format'
	| 'currency'
	| 'range'
	| 'symbol'
	| 'optionNames'
	| 'coloredOptions'
	| 'dateFormat'
	| 'autoFill'
	| 'multiple'
	| 'linkedTable'
	| 'backFieldName'
	| 'mobileOnly'
	| 'scanOnly'
	| 'rules'
	| 'reformat'
	| 'formula'
	| 'resultType';

/** As the panel calls them. */
export const SETTING_LABELS: Readonly<Record<SettingName, string>> = {
	format: 'Format',
	currency: 'Currency',
	range: 'Range',
	symbol: 'Symbol',
	optionNames: 'Options',
	coloredOptions: 'Options With Colors',
	dateFormat: 'Date Format',
	autoFill: 'Fill In on Creation',
	multiple: 'Allow Several',
	linkedTable: 'Linked Table',
	backFieldName: 'Name in the Linked Table',
	mobileOnly: 'Current Place Only',
	scanOnly: 'Scan Only',
	rules: 'Numbering',
	reformat: 'Renumber Existing Records',
	formula: 'Formula',
	resultType: 'Result',
};

export interface KindOfField {
	/** As Feishu's own client calls it. */
	name: string;
	type: number;
	ui_type: string;
	/** Set where the type alone means another kind. */
	byUiType?: true;
	takes: readonly SettingName[];
	/** What stands in its `property` where nobody says otherwise. Kinds without it must have none, not even an empty one. */
	property?: JsonObject;
}

const kind = (name: string, type: number, ui_type: string, takes: readonly SettingName[] = [], property?: JsonObject) =>
	({ name, type, ui_type, takes, property }) satisfies KindOfField;

/** One that shares its type with a plainer kind. */
const within = (...words: Parameters<typeof kind>): KindOfField => ({ ...kind(...words), byUiType: true });

const OPTIONS = ['optionNames', 'coloredOptions'] as const;

/**
 * The kinds of fields that can be made by the API. Lookups, stages and buttons can't.
 * Source: …/bitable-v1/app-table-field/guide
 */
export const FIELD_KINDS = {
	text: kind('Text', FIELD.text, 'Text'),
	number: kind('Number', FIELD.number, 'Number', ['format'], { formatter: '0' }),
	singleSelect: kind('Single Select', FIELD.singleSelect, 'SingleSelect', OPTIONS, { options: [] }),
	multiSelect: kind('Multiple Select', FIELD.multiSelect, 'MultiSelect', OPTIONS, { options: [] }),
	date: kind('Date', FIELD.date, 'DateTime', ['dateFormat', 'autoFill'], { date_formatter: 'yyyy/MM/dd' }),
	checkbox: kind('Checkbox', FIELD.checkbox, 'Checkbox'),
	person: kind('Person', FIELD.person, 'User', ['multiple'], { multiple: true }),
	phone: kind('Phone', FIELD.phone, 'Phone'),
	email: within('Email', FIELD.text, 'Email'),
	url: kind('Link (URL)', FIELD.url, 'Url'),
	attachment: kind('Attachment', FIELD.attachment, 'Attachment'),
	currency: within('Currency', FIELD.number, 'Currency', ['currency', 'format'], {
		formatter: '0.00',
		currency_code: 'CNY',
	}),
	progress: within('Progress', FIELD.number, 'Progress', ['format', 'range'], { formatter: '%' }),
	rating: within('Rating', FIELD.number, 'Rating', ['symbol', 'range'], {
		formatter: '0',
		min: 1,
		max: 5,
		rating: { symbol: 'star' },
	}),
	barcode: within('Barcode', FIELD.text, 'Barcode', ['scanOnly'], {}),
	formula: kind('Formula', FIELD.formula, 'Formula', ['formula', 'resultType', 'format'], {}),
	link: kind('Link to Records (One-Way)', FIELD.link, 'SingleLink', ['linkedTable', 'multiple'], { multiple: true }),
	twoWayLink: kind(
		'Link to Records (Two-Way)',
		FIELD.twoWayLink,
		'DuplexLink',
		['linkedTable', 'multiple', 'backFieldName'],
		{ multiple: true },
	),
	location: kind('Location', FIELD.location, 'Location', ['mobileOnly'], { location: { input_type: 'not_limit' } }),
	group: kind('Group Chat', FIELD.group, 'GroupChat', ['multiple'], { multiple: true }),
	autoNumber: kind('Automatic Number', FIELD.autoNumber, 'AutoNumber', ['rules', 'reformat'], {
		auto_serial: { type: 'auto_increment_number' },
	}),
	createdTime: kind('Created Time', FIELD.createdTime, 'CreatedTime', ['dateFormat'], { date_formatter: 'yyyy/MM/dd' }),
	modifiedTime: kind('Modified Time', FIELD.modifiedTime, 'ModifiedTime', ['dateFormat'], {
		date_formatter: 'yyyy/MM/dd',
	}),
	createdBy: kind('Created By', FIELD.createdBy, 'CreatedUser'),
	modifiedBy: kind('Modified By', FIELD.modifiedBy, 'ModifiedUser'),
} as const satisfies Readonly<Record<string, KindOfField>>;

export type FieldKind = keyof typeof FIELD_KINDS;

export const ALL_KINDS = Object.keys(FIELD_KINDS) as FieldKind[];

/** The kind of a field; undefined for one that the API can't make, and for a look of a known type that is not known here. */
export function fieldKind({ type, ui_type }: Pick<BaseField, 'type' | 'ui_type'>): FieldKind | undefined {
	const ofType = ALL_KINDS.filter((one) => FIELD_KINDS[one].type === type);
	if (ui_type === undefined) return ofType.find((one) => !isWithin(one));
	return ofType.find((one) => FIELD_KINDS[one].ui_type === ui_type);
}

/** What a field is called in outputs: its kind, of those that the API can't make as well. */
export function kindWord(field: Pick<BaseField, 'type' | 'ui_type'>): string {
	const other = Object.entries(FIELD).find(([, type]) => type === field.type);
	const isMade = ALL_KINDS.some((one) => FIELD_KINDS[one].type === field.type);
	return fieldKind(field) ?? (isMade ? field.ui_type : other?.[0]) ?? field.ui_type ?? 'unknown';
}

export function isWithin(one: FieldKind): boolean {
	const { byUiType }: KindOfField = FIELD_KINDS[one];
	return byUiType === true;
}
