/** What reading the value of a control has in common, whatever the control is. */
import { isObject, text, type JsonObject } from '../json';
import type { Found, FormDesk } from './formNeeds';
import type { Widget } from './widget';

/** What stands in the form beside `id` and `type`, once all that is needed was looked up. */
export type Later = (found: Found) => JsonObject;

/** Reads a value; what it complains about, it complains about now. @throws InputError */
export type Enter = (widget: Widget, value: unknown, label: string, desk: FormDesk) => Later;

/** What needs no looking up. */
export const now =
	(parts: JsonObject): Later =>
	() =>
		parts;

/** What was entered, for a complaint. */
export const shown = (value: unknown) => String(value).slice(0, 60);

export function listIn(value: unknown): string[] {
	const list = Array.isArray(value) ? (value as unknown[]) : String(value).split(/[,;\n，；、]/);
	return [...new Set(list.map((one) => String(one).trim()).filter((one) => one !== ''))];
}

/** Entries, each a text or an object that tells it under one of these keys, as Get gives it. */
export function entriesIn(value: unknown, keys: readonly string[]): string[] {
	const list = Array.isArray(value) ? (value as unknown[]) : isObject(value) ? [value] : undefined;
	if (!list) return listIn(value);
	return listIn(
		list.map((one) => (isObject(one) ? (keys.map((key) => text(one[key])).find((id) => id !== '') ?? '') : one)),
	);
}
