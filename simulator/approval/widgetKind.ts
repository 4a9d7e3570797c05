import type { Widget } from '../state/approvals';
import type { Viewer } from '../state/directory';
import type { Store } from '../state/store';
import { refused } from './problem';

export type Json = Record<string, unknown>;

/** Who fills in a form, or reads it. */
export interface Place {
	store: Store;
	app: Viewer;
	/** Name and port of the platform, for the addresses of files. */
	host: string;
}

/** What a widget takes, and what it gives back, which is not the same. */
export interface WidgetKind {
	/** What the store keeps of the value; `entry` has what stands beside it. */
	take(value: unknown, widget: Widget, place: Place, entry: Json): unknown;
	/** The value and what stands beside it. */
	show(kept: unknown, widget: Widget, place: Place): Json;
}

export const isJson = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export const wrong = ({ id }: Widget, why: string) => refused.widget(id, why);

export const optionsOf = ({ option }: Widget): Array<{ value: string; text: string }> =>
	Array.isArray(option) ? (option as Array<{ value: string; text: string }>) : [];

export const stringIn = (value: unknown, widget: Widget): string => {
	if (typeof value !== 'string' || value === '') throw wrong(widget, 'value is not a string');
	return value;
};

export const textsIn = (value: unknown, widget: Widget): string[] => {
	if (!Array.isArray(value) || !value.every((each) => typeof each === 'string') || value.length === 0)
		throw wrong(widget, 'value is not an array of strings');
	return value;
};

export const numberIn = (value: unknown, widget: Widget): number => {
	if (typeof value !== 'number') throw wrong(widget, 'value is not a number');
	return value;
};

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** RFC 3339 with its offset; days alone only where the tenant is taken to accept them. */
export function momentIn(value: unknown, widget: Widget, { store }: Place): string {
	const text = stringIn(value, widget);
	const isRight = RFC3339.test(text) || (store.settings.approvalDates === 'daysToo' && DAY.test(text));
	if (!isRight || Number.isNaN(Date.parse(text))) throw wrong(widget, 'value is not a time of RFC3339');
	return text;
}
