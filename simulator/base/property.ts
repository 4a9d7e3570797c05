import { newId } from '../platform/ids';
import type { Base, Option, Property } from '../state/bases';
import { isLink, KINDS, TYPES } from './kinds';
import { problem } from './problem';

/** What a call says a field shall be. */
export interface FieldRequest {
	field_name: string;
	type: number;
	ui_type?: string;
	property?: Record<string, unknown> | null;
	description?: { text?: string };
}

/** By type, the code of a property that does not fit. */
const CODES: Readonly<Record<number, number>> = {
	1: 1254080,
	2: 1254081,
	3: 1254082,
	4: 1254083,
	5: 1254084,
	7: 1254085,
	11: 1254086,
	15: 1254087,
	17: 1254088,
	18: 1254089,
	20: 1254091,
	21: 1254092,
};

/** Of these no property may be given, not even an empty one. */
const BARE: readonly number[] = [TYPES.checkbox, TYPES.url];

const NEEDED: Readonly<Record<string, readonly string[]>> = {
	Progress: ['formatter'],
	Currency: ['formatter', 'currency_code'],
	Rating: ['formatter', 'min', 'max'],
};

const COLORS = 55;
const MAX_OPTIONS = 20_000;
export const PRIMARY_TYPES: readonly number[] = [1, 2, 5, 13, 15, 20, 22];
/** What calls can make, which is less than there is. */
export const MADE_BY_CALLS: readonly number[] = [
	1, 2, 3, 4, 5, 7, 11, 13, 15, 17, 18, 20, 21, 22, 23, 1001, 1002, 1003, 1004, 1005,
];

export function uiTypeOf({ type, ui_type: wanted }: FieldRequest): string {
	const ui = KINDS[type]?.ui;
	if (!ui) throw problem(1254012);
	if (wanted === undefined) return ui[0];
	if (!ui.includes(wanted)) throw problem(1254012);
	return wanted;
}

/** Options as they will be: those with a known id stay the same ones, all others are new. */
function optionsOf(given: unknown, known: readonly Option[]): Option[] {
	if (given === undefined || given === null) return [];
	const wanted = given as { id?: string; name?: string; color?: number }[];
	if (wanted.length > MAX_OPTIONS) throw problem(1254082);
	return wanted.map(({ id, name = '', color }, index) => {
		if (name.trim() === '') throw problem(1254026);
		const old = id === undefined ? undefined : known.find((option) => option.id === id);
		return { id: old?.id ?? newId.option(), name, color: color ?? old?.color ?? index % COLORS };
	});
}

/** The property that a field gets; throws the code of its type for one that does not fit. */
export function propertyOf(base: Base, request: FieldRequest, known: readonly Option[] = []): Property | null {
	const { type, property } = request;
	const wrong = problem(CODES[type] ?? 1254015);
	if (BARE.includes(type)) {
		if (property !== undefined && property !== null) throw wrong;
		return null;
	}
	const given = property ?? {};
	const lacking = (NEEDED[uiTypeOf(request)] ?? []).some((name) => given[name] === undefined);
	if (lacking) throw wrong;
	if (type === TYPES.single || type === TYPES.multi) return { options: optionsOf(given.options, known) };
	if (isLink(type)) return linkProperty(base, given, wrong);
	if (type === TYPES.number) return { formatter: '0.0', ...given };
	if (type === TYPES.date || type === TYPES.createdTime || type === TYPES.modifiedTime)
		return { date_formatter: 'yyyy/MM/dd', ...(type === TYPES.date && { auto_fill: false }), ...given };
	if (type === TYPES.autoNumber) return { auto_serial: { type: 'auto_increment_number' }, ...given };
	if (type === TYPES.user || type === TYPES.group) return { multiple: true, ...given };
	if (type === TYPES.formula) return { formatter: '', formula_expression: '', ...given };
	if (type === TYPES.location) return { location: { input_type: 'not_limit' }, ...given };
	return Object.keys(given).length > 0 ? { ...given } : null;
}

function linkProperty(base: Base, given: Record<string, unknown>, wrong: Error): Property {
	const { table_id: tableId, multiple = true, back_field_name: back } = given;
	if (typeof tableId !== 'string' || !base.tables.has(tableId)) throw wrong;
	return {
		table_id: tableId,
		multiple: multiple === true,
		...(typeof back === 'string' && { back_field_name: back }),
	};
}
