/** A form as somebody filled it in, as the platform takes it: a JSON text of its controls. */
import type { InputError } from '../input';
import { isObject, type JsonObject } from '../json';
import { columnsOf, GROUPS, isCreatable, isRequired, partOf } from './columns';
import type { Later } from './enter';
import { ENTER } from './enterWidget';
import { currencyKey } from './formValues';
import { refusal, type Found, type FormDesk } from './formNeeds';
import type { Widget } from './widget';

/** What was filled in for a control. */
interface Entry {
	widget: Widget;
	value: unknown;
}

export interface EnterOptions {
	/** What complaints call the form. */
	label: string;
	/** Whether a key that belongs to no control is left out, as of an item; else it is refused. */
	lenient: boolean;
	/** Whether what the form requires has to be there: the client sees to that, and the platform does not. */
	complete: boolean;
	/** What is said where nothing belongs to any control; nothing is said without it. */
	nothingFits?: () => InputError;
}

/**
 * Reads all values and complains about them before anything is looked up.
 * @param values by the IDs, the custom IDs or the names of the controls; of a part as `columnsOf` names it
 * @throws InputError that names the control, also one that is required and left out
 * @see https://open.feishu.cn/document/server-docs/approval-v4/approval/get `required`
 */
export function enterForm(
	widgets: readonly Widget[],
	values: JsonObject,
	options: EnterOptions,
	desk: FormDesk,
): (found: Found) => JsonObject[] {
	const entries = entriesOf(widgets, values, options);
	const later = entries.map((entry) => enterOne(entry, options, desk));
	const nothing = entries.length === 0 ? options.nothingFits : undefined;
	if (nothing && Object.keys(values).length > 0) throw nothing();
	if (options.complete) refuseMissing(widgets, new Set(entries.map(({ widget }) => widget)), options.label);
	if (nothing) throw nothing();
	return (found) => later.map((one) => one(found));
}

function refuseMissing(widgets: readonly Widget[], filled: ReadonlySet<Widget>, label: string): void {
	const missing = widgets.filter((widget) => isRequired(widget) && !filled.has(widget));
	if (missing.length === 0) return;
	const names = missing.map(({ name }) => `'${name}'`).join(', ');
	throw refusal(label, `leaves out what the form requires: ${names}`, 'Give a value to each');
}

function enterOne({ widget, value }: Entry, options: EnterOptions, desk: FormDesk): Later {
	const { id, type, name } = widget;
	const label = `${options.label} → ${name}`;
	if (!isCreatable(widget)) throw refusal(label, 'can be filled in in the client only', 'Leave it out');
	const parts = partsOf(widget, value, { ...options, label, nothingFits: undefined }, desk);
	return (found) => ({ id, type, ...parts(found) });
}

function partsOf(widget: Widget, value: unknown, options: EnterOptions, desk: FormDesk): Later {
	const { type, children } = widget;
	if (type === 'fieldList') {
		const rows = rowsIn(value, options.label).map((row, at) =>
			enterForm(children, row, { ...options, lenient: false, label: `${options.label} ${at + 1}` }, desk),
		);
		return (found) => ({ value: rows.map((row) => row(found)) });
	}
	if (GROUPS.has(type)) {
		if (!isObject(value)) throw refusal(options.label, 'takes an object', 'Give a value for each part by its name');
		const filled = enterForm(children, value, { ...options, lenient: false }, desk);
		return (found) => ({ value: filled(found) });
	}
	return ENTER[type]?.(widget, value, options.label, desk) ?? (() => ({ value }));
}

/** What was filled in, by controls, in the order of the form. */
function entriesOf(widgets: readonly Widget[], values: JsonObject, { label, lenient }: EnterOptions): Entry[] {
	const found = new Map<Widget, unknown>();
	const names = nameable(widgets);
	const labels = new Map(columnsOf(widgets).map((column) => [column.name, column.key]));
	const similar = inAnyCase(names);
	const alike = new Map<Widget, unknown>();
	const amounts = new Map([...names].map(([name, widget]) => [currencyKey(name), widget]));
	const currencies = new Map<Widget, unknown>();
	for (const [key, value] of Object.entries(values)) {
		if (isNothing(value)) continue;
		const column = labels.get(key.trim());
		const place = placeOf(key, widgets, names) ?? (column === undefined ? undefined : placeOf(column, widgets, names));
		const amount = amounts.get(key.trim());
		const cased = similar.get(key.trim().toLowerCase());
		if (place) keep(found, place, value);
		else if (amount?.type === 'amount') currencies.set(amount, value);
		else if (cased) alike.set(cased, value);
		else if (!lenient)
			throw refusal(label, `has no control '${key.slice(0, 60)}'`, `It has ${fillable(names).join(', ')}`);
	}
	// What is written as the form has it goes before.
	for (const [widget, value] of alike) if (!found.has(widget)) found.set(widget, value);
	// What says its currency itself has the last word.
	for (const [widget, currency] of currencies) {
		const value = found.get(widget);
		if (typeof value === 'number' || (typeof value === 'string' && !/[a-z]/i.test(value)))
			found.set(widget, { value, currency });
	}
	return widgets.filter((widget) => found.has(widget)).map((widget) => ({ widget, value: found.get(widget) }));
}

/** Where a value belongs: a control, a part of one, or a control in a group. */
interface Place {
	widget: Widget;
	/** Under which its value is kept in that of the control; empty for the whole. */
	inside: string;
}

function keep(found: Map<Widget, unknown>, { widget, inside }: Place, value: unknown): void {
	if (inside === '') found.set(widget, value);
	else {
		const known = found.get(widget);
		found.set(widget, { ...(isObject(known) ? known : {}), [inside]: value });
	}
}

function placeOf(key: string, widgets: readonly Widget[], names: ReadonlyMap<string, Widget>): Place | undefined {
	const whole = byId(key, widgets) ?? names.get(key.trim());
	if (whole) return { widget: whole, inside: '' };
	const { id, part } = partOf(key);
	const widget = byId(id, widgets);
	if (widget && part !== '') return { widget, inside: part };
	const group = widgets.find(
		({ type, children }) => GROUPS.has(type) && (byId(key, children) ?? byId(id, children)) !== undefined,
	);
	return group && { widget: group, inside: key };
}

const byId = (id: string, widgets: readonly Widget[]): Widget | undefined =>
	widgets.find((widget) => widget.id === id || (widget.customId !== '' && widget.customId === id));

/** By names as Get gives them: of two with one name the second has its number behind it. */
function nameable(widgets: readonly Widget[]): Map<string, Widget> {
	const names = new Map<string, Widget>();
	for (const widget of widgets) {
		let name = widget.name;
		for (let number = 2; names.has(name); number++) name = `${widget.name} (${number})`;
		names.set(name, widget);
	}
	return names;
}

/** Names that differ from all others by more than their case. */
function inAnyCase(names: ReadonlyMap<string, Widget>): ReadonlyMap<string, Widget> {
	const cased = new Map<string, Widget[]>();
	for (const [name, widget] of names) cased.set(name.toLowerCase(), [...(cased.get(name.toLowerCase()) ?? []), widget]);
	return new Map([...cased].flatMap(([name, [only, another]]) => (only && !another ? [[name, only] as const] : [])));
}

/** A note is none that takes a value. */
const fillable = (names: ReadonlyMap<string, Widget>): string[] =>
	[...names].flatMap(([name, widget]) => (isCreatable(widget) ? [name] : []));

function rowsIn(value: unknown, label: string): JsonObject[] {
	const list: unknown = typeof value === 'string' ? parsed(value) : value;
	const rows = Array.isArray(list) ? (list as unknown[]) : isObject(list) ? [list] : undefined;
	if (rows?.every(isObject)) return rows;
	throw refusal(label, 'takes a list of rows', 'Each is an object with values by the names of the columns');
}

function parsed(json: string): unknown {
	try {
		return JSON.parse(json) as unknown;
	} catch {
		return undefined;
	}
}

/** A control without a value is refused, so one that was left empty is left out. */
function isNothing(value: unknown): boolean {
	if (typeof value === 'string') return value.trim() === '';
	return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
