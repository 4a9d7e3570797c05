import type { Several } from '../../../../feishu/sheets/rowKeys';
import type { ReadyRow } from '../../../../feishu/sheets/evenFormats';
import { InputError } from '../../../../feishu/input';
import { keyOfRows, type NamedCells, type PreparedRow } from './preparedRow';

export type NoMatch = 'append' | 'leaveOut' | 'refuse';

/** What one item wants to be there. */
export interface WantedRow {
	row: PreparedRow;
	/** The columns by which its row is found; none where it is found by its number. */
	by: readonly string[];
	/** The number of its row. */
	number?: number;
	severalMatches: Several;
	noMatch: NoMatch;
}

/** Items that are served together: they have one sheet, one key and one way. */
export const keyOfWanted = ({ row, by, severalMatches, noMatch }: WantedRow): string =>
	JSON.stringify([keyOfRows(row), by, severalMatches, noMatch]);

/** What items of one row want, the later ones over the earlier. */
export function mergedRows(rows: readonly ReadyRow[]): ReadyRow {
	const width = rows.reduce((widest, { length }) => Math.max(widest, length), 0);
	return Array.from({ length: width }, (_, at) =>
		rows.reduce<ReadyRow[number]>((cell, row) => row[at] ?? cell, undefined),
	);
}

/** The values by which a row is found. */
export const valuesOfKey = (cells: NamedCells, by: readonly string[]): Record<string, unknown> =>
	Object.fromEntries(by.map((name) => [name, cells[name]?.value]));

const named = (by: readonly string[]) => by.map((name) => `'${name}'`).join(' and ');

export const keyless = (label: string, by: readonly string[]): InputError =>
	new InputError(
		label,
		`The item has no value in ${named(by)}, by which its row is found`,
		'Keep items without one away by a Filter node, or match on another column',
	);

export const severalFit = (label: string, by: readonly string[], row_numbers: readonly number[]): InputError =>
	new InputError(
		label,
		`${row_numbers.length} rows have the same ${named(by)}`,
		`They are ${row_numbers.slice(0, 10).join(', ')}. Match on more columns, or choose under When Several Rows Fit which are meant`,
	);

export const noneFits = (label: string, by: readonly string[]): InputError =>
	new InputError(
		label,
		`No row has the same ${named(by)}`,
		'Check the value, or choose under When No Row Fits what to do then',
	);

export const noSuchColumn = (label: string, name: string, names: readonly string[]): InputError =>
	new InputError(
		label,
		`The sheet has no column '${name.slice(0, 60)}' to match on`,
		names.length === 0
			? 'Its header row is empty: choose another header row'
			: `It has ${names.slice(0, 20).join(', ')}`,
	);

export const noSuchRow = (label: string, number: number, rows: number): InputError =>
	new InputError(label, `The sheet has no row ${number}`, `It has ${rows} rows; Append adds further ones`);
