import { isObject, text } from '../json';
import { FIELD, type BaseField } from './baseField';
import { plainCell } from './readCell';

/**
 * By what records are told to be the same: the values of some fields, whichever form they come in (a cell as the platform
 * gives it, or as it is written). Text is compared as it stands, numbers as numbers, people and links by their IDs in any
 * order. Undefined where all of them are empty: what has no key is like nothing.
 */
export function recordKey(fields: readonly BaseField[], cells: Readonly<Record<string, unknown>>): string | undefined {
	const parts = fields.map((field) => comparable(field, cells[field.field_name]));
	return parts.every((part) => part === '') ? undefined : JSON.stringify(parts);
}

function comparable(field: BaseField, cell: unknown): string {
	const plain = plainCell(field, cell);
	if (plain === null) return '';
	if (field.type === FIELD.url) return isObject(plain) ? text(plain.link) : String(plain);
	if (!Array.isArray(plain)) return idOf(plain);
	return plain.map(idOf).sort().join('\n');
}

function idOf(one: unknown): string {
	if (!isObject(one)) return String(one);
	const { id, file_token, location } = one;
	const known = [id, file_token, location].find((value) => typeof value === 'string');
	return known === undefined ? JSON.stringify(one) : String(known);
}

/** A record that is there. */
export interface Known {
	record_id: string;
	fields: Readonly<Record<string, unknown>>;
}

/** What somebody wants a record to hold, as it is written. */
export type Wanted = Readonly<Record<string, unknown>>;

/** Which of several records with the same key is meant. */
export type Several = 'first' | 'all' | 'refuse';

/** What has to be written so that each entry is there. */
export interface UpsertPlan {
	/** Records to make: what entries of the same key want, the later ones over the earlier. */
	creates: Array<{ fields: Wanted; entries: number[] }>;
	updates: Array<{ record_id: string; fields: Wanted; entries: number[] }>;
	/** Entries that several records fit, where that is to be refused, with those records. */
	refused: Array<{ entry: number; record_ids: string[] }>;
	/** Entries without a value in any of the fields. */
	keyless: number[];
}

/**
 * Finds for each entry the records with its key. Nothing is written twice: entries of one key become one writing.
 * @param merge a later entry with those before it
 */
export function planUpsert(
	by: readonly BaseField[],
	entries: readonly Wanted[],
	known: Iterable<Known>,
	several: Several,
	merge: (earlier: Wanted, later: Wanted) => Wanted = (earlier, later) => ({ ...earlier, ...later }),
): UpsertPlan {
	const groups = new Map<string, { fields: Wanted; entries: number[] }>();
	const plan: UpsertPlan = { creates: [], updates: [], refused: [], keyless: [] };
	entries.forEach((wanted, entry) => {
		const key = recordKey(by, wanted);
		if (key === undefined) return void plan.keyless.push(entry);
		const group = groups.get(key);
		groups.set(key, {
			fields: group ? merge(group.fields, wanted) : wanted,
			entries: [...(group?.entries ?? []), entry],
		});
	});
	const found = recordsByKey(by, known, groups);
	for (const [key, group] of groups) {
		const record_ids = found.get(key) ?? [];
		if (record_ids.length === 0) plan.creates.push(group);
		else if (record_ids.length > 1 && several === 'refuse')
			plan.refused.push(...group.entries.map((entry) => ({ entry, record_ids })));
		else
			for (const record_id of several === 'all' ? record_ids : record_ids.slice(0, 1))
				plan.updates.push({ record_id, ...group });
	}
	return plan;
}

/** Of those only that somebody asks for: a table may be large. */
function recordsByKey(
	by: readonly BaseField[],
	known: Iterable<Known>,
	wanted: ReadonlyMap<string, unknown>,
): Map<string, string[]> {
	const found = new Map<string, string[]>();
	for (const { record_id, fields } of known) {
		const key = recordKey(by, fields);
		if (key !== undefined && wanted.has(key)) found.set(key, [...(found.get(key) ?? []), record_id]);
	}
	return found;
}
