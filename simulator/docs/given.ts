import { problem } from './problem';

export type Given = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Given =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A part of a request that has to be an object; 1770001, or what the endpoint says to a wrong form. */
export function recordOf(value: unknown, code = 1770001): Given {
	if (!isRecord(value)) throw problem(code);
	return value;
}

export function wholeOf(value: unknown, { min = 0, max = Infinity } = {}, code = 1770001): number {
	if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) throw problem(code);
	return value;
}

/** The keys that are given and known; 1770001 for one of another kind. */
export function picked(given: Given, kinds: Readonly<Record<string, 'string' | 'number' | 'boolean'>>): Given {
	const known = Object.entries(kinds).filter(([name]) => given[name] !== undefined && given[name] !== null);
	if (known.some(([name, kind]) => typeof given[name] !== kind)) throw problem(1770001);
	return Object.fromEntries(known.map(([name]) => [name, given[name]]));
}
