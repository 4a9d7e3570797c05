/**
 * The controls of an approval's form, as its definition tells them.
 * @see https://open.feishu.cn/document/server-docs/approval-v4/approval/get `form`
 * @see https://open.feishu.cn/document/server-docs/approval-v4/approval/approval-definition-form-control-parameters
 */
import { isObject, object, text, type JsonObject } from '../json';
import { PARTS_OF_GROUPS } from './groups';

export interface Widget {
	id: string;
	/** The name that an administrator gave it for programs; empty without one. */
	customId: string;
	name: string;
	type: string;
	/** Whether the client asks for it; the platform itself does not. */
	required: boolean;
	/** It is shown for some values of others only. */
	conditional: boolean;
	/** What can be chosen; none of one whose options come from another system. */
	options: ReadonlyArray<{ value: string; text: string }>;
	/** How exact a date or a period is: `YYYY-MM-DD`, with ` a` in half days, with ` hh:mm` in minutes; empty unless told. */
	format: string;
	/** Of an amount, the usual one first. */
	currencies: readonly string[];
	/** An address has a line of words beside its district. */
	detailed: boolean;
	/** The columns of a table, the parts of a group. */
	children: readonly Widget[];
}

/** The controls of a form, in their order. @param form the JSON text of a definition */
export function widgetsOf(form: unknown): Widget[] {
	return widgetsIn(parsed(form));
}

function widgetsIn(list: unknown): Widget[] {
	return Array.isArray(list) ? list.filter(isObject).map(widgetFrom) : [];
}

function widgetFrom(given: JsonObject): Widget {
	const { id, custom_id, name, type, required, visible, value, option, children } = given;
	const settings = object(value);
	return {
		id: text(id),
		customId: text(custom_id),
		name: text(name).trim() || text(id),
		type: text(type),
		required: required === true && visible !== false,
		conditional: isConditional(given.display_condition),
		options: optionsIn(option),
		format: text(settings.format) || text(value),
		currencies: currenciesIn(value, option),
		detailed: settings.enableDetailAddress !== false,
		// Of a group the parts stand under its value.
		children: childrenOf(text(type), widgetsIn(Array.isArray(children) ? children : value)),
	};
}

/** The parts of a group that its definition does not tell are those that it always has. */
function childrenOf(type: string, told: readonly Widget[]): readonly Widget[] {
	return told.length > 0 ? told : (PARTS_OF_GROUPS[type] ?? []).map(widgetFrom);
}

function isConditional(condition: unknown): boolean {
	return isObject(condition) && Object.keys(condition).length > 0;
}

function optionsIn(option: unknown): Widget['options'] {
	if (!Array.isArray(option)) return [];
	return option
		.filter(isObject)
		.map(({ value, text: words }) => ({ value: text(value), text: text(words) || text(value) }))
		.filter(({ value }) => value !== '');
}

function currenciesIn(value: unknown, option: unknown): string[] {
	const range = object(option).currencyRange;
	const all = [text(value), ...(Array.isArray(range) ? range.map(text) : [])];
	return [...new Set(all.filter((code) => /^[A-Z]{3}$/.test(code)))];
}

function parsed(form: unknown): unknown {
	if (typeof form !== 'string') return form;
	try {
		return JSON.parse(form) as unknown;
	} catch {
		return [];
	}
}
