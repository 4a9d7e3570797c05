import type { Kind, Place, WritePlace } from '../kind';
import { problem } from '../problem';

const MAX_CHOSEN = 1000;
/** Before it, a number is one of seconds: March 1973 in milliseconds. */
const FIRST_MS = 1e11;

function withinRating(amount: number, { field: { property } }: WritePlace): boolean {
	const { min = 0, max = 10 } = (property ?? {}) as { min?: number; max?: number };
	return Number.isInteger(amount) && amount >= min && amount <= max;
}

export const NUMBER: Kind<number> = {
	write(given, place) {
		if (typeof given !== 'number') throw problem(1254061);
		if (place.field.ui_type === 'Rating' && !withinRating(given, place)) throw problem(1254061);
		return given;
	},
	search: (amount) => amount,
	legacy: (amount, { store }, { list }) =>
		list && store.settings.baseLegacyNumbers === 'texts' ? String(amount) : amount,
	event: String,
	words: (amount) => [String(amount)],
	amount: (amount) => amount,
};

const optionName = (id: string, { field }: Place) => field.property?.options?.find((one) => one.id === id)?.name ?? '';

export const SINGLE: Kind<string> = {
	write(given, place) {
		if (typeof given !== 'string' || given === '') throw problem(1254062);
		return place.option(given).id;
	},
	search: optionName,
	event: (id) => id,
	words: (id, place) => [optionName(id, place)],
};

export const MULTI: Kind<string[]> = {
	write(given, place) {
		if (!Array.isArray(given) || given.length > MAX_CHOSEN) throw problem(1254063);
		return given.map((name: unknown) => {
			if (typeof name !== 'string' || name === '') throw problem(1254063);
			return place.option(name).id;
		});
	},
	search: (ids, place) => ids.map((id) => optionName(id, place)),
	event: (ids) => JSON.stringify(ids),
	words: (ids, place) => ids.map((id) => optionName(id, place)),
};

export const DATE: Kind<number> = {
	write(given, { store }) {
		if (typeof given !== 'number' || !Number.isInteger(given)) throw problem(1254064);
		if (given > 0 && given < FIRST_MS && store.settings.baseSeconds === 'refused') throw problem(1254064);
		return given;
	},
	search: (ms) => ms,
	event: String,
	words: (ms) => [String(ms)],
	amount: (ms) => ms,
};

export const CHECKBOX: Kind<boolean> = {
	write(given) {
		if (typeof given !== 'boolean') throw problem(1254065);
		return given;
	},
	search: (ticked) => ticked,
	event: String,
	words: (ticked) => [String(ticked)],
	amount: Number,
};

/** A step of a process, which only people set, and which no read gives. */
export const STAGE: Kind<string> = {
	search: () => undefined,
	event: (name) => name,
	words: (name) => [name],
};
