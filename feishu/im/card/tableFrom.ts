import { isObject, type JsonObject } from '../../json';
import { isEmpty } from './blocks/cells';
import type { ColumnType, TableBlock, TableColumn } from './types';

/**
 * Tells what the values of a column have in common. A date without a clock, or without a time zone, stays text: the
 * clients would move it into their own zone, and with it perhaps to another day.
 */
const TYPES: ReadonlyArray<{ type: ColumnType; format?: string; fits: (value: unknown) => boolean }> = [
	{ type: 'number', fits: (value) => typeof value === 'number' && Number.isFinite(value) },
	{ type: 'date', format: 'YYYY-MM-DD HH:mm', fits: isInstant },
	{ type: 'persons', fits: (value) => [value].flat().every(isOpenId) },
	{ type: 'options', fits: (value) => Array.isArray(value) && value.every(isOption) },
];

/**
 * A table of plain objects: a column for each property, in the order of their first appearance, typed by its values.
 */
export function tableFrom(rows: readonly JsonObject[]): TableBlock {
	const values = new Map<string, unknown[]>();
	for (const row of rows) {
		for (const [key, value] of Object.entries(row)) {
			if (key === '') continue;
			const column = values.get(key) ?? [];
			if (column.length === 0) values.set(key, column);
			if (!isEmpty(value)) column.push(value);
			else if (column.length === 0) values.set(key, column);
		}
	}
	const columns = [...values].map(([key, found]) => columnFrom(key, found));
	return { type: 'table', columns, rows };
}

function columnFrom(key: string, values: readonly unknown[]): TableColumn {
	const found = values.length === 0 ? undefined : TYPES.find(({ fits }) => values.every(fits));
	if (!found) return { key, title: key, type: 'text' };
	return { key, title: key, type: found.type, ...(found.format && { format: found.format }) };
}

function isInstant(value: unknown): boolean {
	if (value instanceof Date) return Number.isFinite(value.getTime());
	return (
		typeof value === 'string' &&
		/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(value) &&
		Number.isFinite(Date.parse(value))
	);
}

function isOpenId(value: unknown): boolean {
	return typeof value === 'string' && /^ou_[\da-f]{32}$/.test(value);
}

function isOption(value: unknown): boolean {
	return typeof value === 'string' || (isObject(value) && typeof value.text === 'string');
}
