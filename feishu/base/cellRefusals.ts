import { InputError } from '../input';
import { kindOf, type BaseField } from './baseField';

/** The most that a cell holds. Source: …/bitable-v1/bitable-overview, …/app-table-record/create */
export const MOST = { characters: 100_000, options: 1000, people: 1000, files: 100, links: 500, groups: 10, phone: 64 };

/** The error of one field. */
export function refusal({ field_name: name }: BaseField, what: string, advice: string): InputError {
	return new InputError(name, `The field '${name}' ${what}`, advice);
}

/** The beginning of a value. */
export const shown = (value: unknown): string =>
	(typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))).slice(0, 60);

/** The error of a value of another kind than the field's. */
export const wrong = (field: BaseField, value: unknown, advice: string): InputError =>
	refusal(field, `takes ${kindOf(field)}, not ${shown(value)}`, advice);

/** The error of more than a cell holds. */
export const tooMany = (field: BaseField, count: number, most: number, what: string): InputError =>
	refusal(field, `takes ${most} ${what}, not ${count}`, 'Divide them among several records');

/** A list, or a text with several. */
export function each(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	if (typeof value !== 'string') return [value];
	return value
		.split(/[,;\n，；]/)
		.map((part) => part.trim())
		.filter((part) => part !== '');
}

/** Each once, in their order. */
export const unique = (ids: readonly string[]): string[] => [...new Set(ids)];
