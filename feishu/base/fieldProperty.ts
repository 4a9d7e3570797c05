import { object, type JsonObject } from '../json';
import { FIELD } from './baseField';
import { FIELD_KINDS, isWithin, type FieldKind, type KindOfField } from './fieldKinds';
import { changedOptions, optionsIn, type Option } from './fieldOptions';

/** What somebody chose for a field; what is left out is as the platform has it, or as it was. */
export interface FieldSettings {
	/** `0.00`, `1,000`, `%` … */
	format?: string;
	/** `CNY` … */
	currency?: string;
	range?: { min?: number; max?: number };
	symbol?: string;
	optionNames?: readonly string[];
	coloredOptions?: readonly Option[];
	/** `yyyy/MM/dd` … */
	dateFormat?: string;
	autoFill?: boolean;
	multiple?: boolean;
	/** The ID of a table of the same base. */
	linkedTable?: string;
	backFieldName?: string;
	mobileOnly?: boolean;
	scanOnly?: boolean;
	rules?: ReadonlyArray<{ type: string; value: string }>;
	reformat?: boolean;
	formula?: string;
	resultType?: ResultType;
}

/** What a formula gives. */
export const RESULT_TYPES = {
	text: { data_type: FIELD.text },
	number: { data_type: FIELD.number, ui_type: 'Number' },
	progress: { data_type: FIELD.number, ui_type: 'Progress' },
	currency: { data_type: FIELD.number, ui_type: 'Currency' },
	date: { data_type: FIELD.date, ui_type: 'DateTime' },
	checkbox: { data_type: FIELD.checkbox },
} as const;

export type ResultType = keyof typeof RESULT_TYPES;

/** A field as requests have it. Source: …/bitable-v1/app-table-field/create */
export interface FieldBody {
	field_name: string;
	type: number;
	ui_type?: string;
	property?: JsonObject;
	description?: { text: string };
}

/** Type and property of a new field. @throws InputError about its options */
export function newField(kind: FieldKind, settings: FieldSettings): Omit<FieldBody, 'field_name'> {
	const { type, ui_type } = FIELD_KINDS[kind];
	const property = propertyWith(kind, standardOf(kind), settings);
	return { type, ...(isWithin(kind) && { ui_type }), ...(property && { property }) };
}

export function standardOf(kind: FieldKind): JsonObject | undefined {
	const { property }: KindOfField = FIELD_KINDS[kind];
	return property;
}

/** A property with the settings in it; undefined where the kind may have none, or nothing stands in it. */
export function propertyWith(
	kind: FieldKind,
	property: JsonObject | undefined,
	settings: FieldSettings,
): JsonObject | undefined {
	if (!standardOf(kind)) return undefined;
	const changed = { ...property };
	for (const [name, value] of Object.entries(settings) as Array<[keyof FieldSettings, never]>)
		if (value !== undefined) Object.assign(changed, SET[name](value, changed, kind));
	return Object.keys(changed).length > 0 ? changed : undefined;
}

type Set = {
	[K in keyof FieldSettings]-?: (
		value: NonNullable<FieldSettings[K]>,
		property: JsonObject,
		kind: FieldKind,
	) => JsonObject;
};

const withOptions = (add: readonly Option[], property: JsonObject) => ({
	options: changedOptions(optionsIn(property), { add }),
});

/** What a formula gives, with the format of numbers. */
const shownAs = (type: JsonObject, formatter: unknown): JsonObject => ({
	...type,
	...(type.data_type === FIELD.number &&
		typeof formatter === 'string' && { ui_property: { ...object(type.ui_property), formatter } }),
});

/** How each setting stands in the property. */
const SET: Set = {
	format: (formatter, { type }, kind) => ({
		formatter,
		...(kind === 'formula' && type !== undefined && { type: shownAs(object(type), formatter) }),
	}),
	currency: (currency_code) => ({ currency_code }),
	range: ({ min, max }, known, kind) => ({
		min: min ?? known.min ?? 0,
		max: max ?? known.max ?? 1,
		...(kind === 'progress' && { range_customize: true }),
	}),
	symbol: (symbol) => ({ rating: { symbol } }),
	optionNames: (names, property) =>
		withOptions(
			names.map((name) => ({ name })),
			property,
		),
	coloredOptions: (options, property) => withOptions(options, property),
	dateFormat: (date_formatter) => ({ date_formatter }),
	autoFill: (auto_fill) => ({ auto_fill }),
	multiple: (multiple) => ({ multiple }),
	linkedTable: (table_id) => ({ table_id }),
	backFieldName: (name) => (name === '' ? {} : { back_field_name: name }),
	mobileOnly: (only) => ({ location: { input_type: only ? 'only_mobile' : 'not_limit' } }),
	scanOnly: (only) => ({ allowed_edit_modes: { manual: !only, scan: true } }),
	rules: (options) => ({
		auto_serial: options.length === 0 ? { type: 'auto_increment_number' } : { type: 'custom', options },
	}),
	reformat: (reformat, { auto_serial }) => ({
		auto_serial: { ...object(auto_serial), ...(reformat && { reformat_existing_records: true }) },
	}),
	formula: (formula_expression) => ({ formula_expression }),
	resultType: (result, { formatter }) => ({ type: shownAs(RESULT_TYPES[result], formatter) }),
};
