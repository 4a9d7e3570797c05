/**
 * What a cell of each column type holds. Empty values leave the cell empty.
 * @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/table
 */
import { isObject } from '../../../json';
import { TAG_COLORS } from '../colors';
import type { ColumnType } from '../types';

/** A cell that the column can't show says why. */
export type Cell = { value: unknown } | { problem: string };

export const CELLS: { readonly [type in ColumnType]: (value: unknown) => Cell } = {
	text: (value) => ({ value: written(value) }),
	lark_md: (value) => ({ value: written(value) }),
	markdown: (value) => ({ value: written(value) }),
	number(value) {
		const number = typeof value === 'string' ? Number(value.replace(/(?<=\d),(?=\d{3})/g, '')) : value;
		return typeof number === 'number' && Number.isFinite(number)
			? { value: number }
			: { problem: `${quoted(value)} is no number` };
	},
	date(value) {
		const time = instant(value);
		return time === undefined ? { problem: `${quoted(value)} is no date` } : { value: time };
	},
	options(value) {
		const list: unknown[] = Array.isArray(value) ? value : [value];
		return { value: list.filter((one) => !isEmpty(one)).map(option) };
	},
	persons(value) {
		const list: unknown[] = typeof value === 'string' ? value.split(',') : [value].flat();
		return { value: list.map(personId).filter((id) => id !== '') };
	},
};

export function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** Milliseconds since 1970, from a date, an ISO text, or a number of seconds or milliseconds. */
function instant(value: unknown): number | undefined {
	if (value instanceof Date) return numberOf(value.getTime());
	if (typeof value === 'number') return numberOf(Math.abs(value) < 1e11 ? value * 1000 : value);
	if (typeof value !== 'string') return undefined;
	if (/^-?\d{9,13}$/.test(value)) return instant(Number(value));
	return /^\d{4}-\d{2}/.test(value) ? numberOf(Date.parse(value)) : undefined;
}

/** A value as text: lists between commas, objects as JSON. */
export function written(value: unknown): string {
	if (typeof value === 'string') return value;
	if (isEmpty(value)) return '';
	if (value instanceof Date) return value.toISOString();
	if (Array.isArray(value)) return value.map(written).join(', ');
	return isObject(value) ? JSON.stringify(value) : String(value);
}

function option(value: unknown): { text: string; color: string } {
	const { text, color } = isObject(value) ? value : { text: value, color: undefined };
	const known = TAG_COLORS.find((one) => one === color);
	return { text: written(text), color: known ?? 'blue' };
}

function personId(value: unknown): string {
	return written(isObject(value) ? value.id : value).trim();
}

function numberOf(value: number): number | undefined {
	return Number.isFinite(value) ? value : undefined;
}

function quoted(value: unknown): string {
	const text = written(value);
	return `'${text.length > 40 ? `${text.slice(0, 40)}…` : text}'`;
}
