import { isObject, text } from '../json';
import { plainSheetCell } from './readCell';

/** What somebody wants a row to hold, by columns, as it is written; undefined leaves a cell as it is. */
export type Wanted = Readonly<Record<string, unknown>>;

/** A row that is there, with its cells as the platform gave them. */
export interface KnownRow {
	row_number: number;
	cells: Readonly<Record<string, unknown>>;
}

/** Which of several rows with the same key is meant. */
export type Several = 'first' | 'all' | 'refuse';

/** What has to be written so that each entry is there. */
export interface RowPlan {
	/** Rows to append: what entries of the same key want, the later ones over the earlier. */
	creates: Array<{ cells: Wanted; entries: number[] }>;
	updates: Array<{ row_number: number; cells: Wanted; entries: number[] }>;
	/** Entries that several rows fit, where that is to be refused, with those rows. */
	refused: Array<{ entry: number; row_numbers: number[] }>;
	/** Entries without a value in any of the columns. */
	keyless: number[];
}

/**
 * By what rows are told to be the same: the values of some columns, whichever form they come in (as they are read, or as
 * they are written). Text is compared as it stands, and a number is the same as its digits, since which of them a cell
 * holds nobody sees. Undefined where all of them are empty: what has no key is like nothing.
 */
export function rowKey(columns: readonly string[], cells: Readonly<Record<string, unknown>>): string | undefined {
	const parts = columns.map((column) => comparable(cells[column]));
	return parts.every((part) => part === '') ? undefined : JSON.stringify(parts);
}

function comparable(cell: unknown): string {
	const plain = plainSheetCell(cell, { timeZone: 'UTC' });
	if (plain === null) return '';
	// Fractions of a day come back with another last digit; a sheet holds no more than these.
	if (typeof plain === 'number') return String(Number(plain.toPrecision(15)));
	if (typeof plain === 'boolean') return plain ? 'TRUE' : 'FALSE';
	// A list of a dropdown comes back as one text.
	return Array.isArray(plain) ? plain.map(wordOf).join(',') : wordOf(plain);
}

function wordOf(one: unknown): string {
	if (!isObject(one)) return String(one);
	return text(one.link) || text(one.mention) || text(one.file_token) || JSON.stringify(one);
}

/**
 * Finds for each entry the rows with its key. Nothing is written twice: entries of one key become one row.
 */
export function planRows(
	by: readonly string[],
	entries: readonly Wanted[],
	known: Iterable<KnownRow>,
	several: Several,
): RowPlan {
	const groups = new Map<string, { cells: Wanted; entries: number[] }>();
	const plan: RowPlan = { creates: [], updates: [], refused: [], keyless: [] };
	entries.forEach((wanted, entry) => {
		const key = rowKey(by, wanted);
		if (key === undefined) return void plan.keyless.push(entry);
		const group = groups.get(key);
		if (!group) return void groups.set(key, { cells: wanted, entries: [entry] });
		group.cells = mergedCells(group.cells, wanted);
		group.entries.push(entry);
	});
	const found = rowsByKey(by, known, groups);
	for (const [key, group] of groups) {
		const row_numbers = found.get(key) ?? [];
		if (row_numbers.length === 0) plan.creates.push(group);
		else if (row_numbers.length > 1 && several === 'refuse')
			for (const entry of group.entries) plan.refused.push({ entry, row_numbers });
		else
			for (const row_number of several === 'all' ? row_numbers : row_numbers.slice(0, 1))
				plan.updates.push({ row_number, ...group });
	}
	return plan;
}

/** What is undefined in the later one leaves what the earlier says. */
const mergedCells = (earlier: Wanted, later: Wanted): Wanted => ({
	...earlier,
	...Object.fromEntries(Object.entries(later).filter(([, value]) => value !== undefined)),
});

/** Of those only that somebody asks for: a sheet may be long. */
function rowsByKey(
	by: readonly string[],
	known: Iterable<KnownRow>,
	wanted: ReadonlyMap<string, unknown>,
): Map<string, number[]> {
	const found = new Map<string, number[]>();
	for (const { row_number, cells } of known) {
		const key = rowKey(by, cells);
		if (key === undefined || !wanted.has(key)) continue;
		const rows = found.get(key);
		if (rows) rows.push(row_number);
		else found.set(key, [row_number]);
	}
	return found;
}
