import { isObject, text, type JsonObject } from '../json';
import type { BaseField } from './baseField';
import { plainCell } from './readCell';

/** A record as the platform gives it; empty cells are left out. */
export interface BaseRecord {
	record_id: string;
	fields: JsonObject;
	created_by?: unknown;
	/** Milliseconds since 1970. */
	created_time?: number;
	last_modified_by?: unknown;
	last_modified_time?: number;
	/** Opens the record in the browser. */
	shared_url?: string;
	record_url?: string;
}

/** What operations tell of a record beside its fields. A column of the same name stands under this name with a mark. */
export const OWN_KEYS: ReadonlySet<string> = new Set([
	'record_id',
	'record_action',
	'created_by',
	'created_time',
	'last_modified_by',
	'last_modified_time',
	'shared_url',
]);

/** Under which key a column's value stands beside what the record tells about itself. */
export const keyOfColumn = (name: string): string => (OWN_KEYS.has(name) ? `${name} (column)` : name);

/**
 * A record with plain values by the names of its fields, every field in it (null where its cell is empty), and what it
 * tells about itself: `record_id`, and if it was asked for who and when, and its address.
 * @param fields those that are wanted, in their order
 */
export function plainRecord(fields: readonly BaseField[], record: BaseRecord): JsonObject {
	const { record_id, fields: cells, shared_url, record_url } = record;
	return {
		record_id,
		...Object.fromEntries(
			fields.map((field) => [keyOfColumn(field.field_name), plainCell(field, cells[field.field_name])]),
		),
		...who('created_by', record.created_by),
		...when('created_time', record.created_time),
		...who('last_modified_by', record.last_modified_by),
		...when('last_modified_time', record.last_modified_time),
		...((shared_url ?? record_url) !== undefined && { shared_url: shared_url ?? record_url }),
	};
}

function who(key: string, person: unknown): JsonObject {
	const one: unknown = Array.isArray(person) ? person[0] : person;
	if (!isObject(one)) return {};
	const { id, name, email } = one;
	return { [key]: { id, ...(text(name) !== '' && { name }), ...(text(email) !== '' && { email }) } };
}

const when = (key: string, ms: unknown): JsonObject =>
	typeof ms === 'number' ? { [key]: new Date(ms).toISOString() } : {};
