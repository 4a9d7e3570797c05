import { InputError } from '../input';
import { ROW_NUMBER, type Header } from './headerRows';

/** What becomes of a value whose column the sheet does not have. */
export type ExtraColumns = 'add' | 'leaveOut' | 'refuse';

/** Rows as they are written: a cell for each column of the header; undefined is a cell that stays as it is. */
export interface ArrangedRows {
	/** With the columns that are added. */
	header: Header;
	/** The names that go into the header row, and the number of the column in which the first of them goes. */
	added: { column: number; names: readonly string[] };
	rows: unknown[][];
}

type Entry = Readonly<Record<string, unknown>>;

/**
 * Arranges the values of entries under the names of a sheet's columns. The number of the row is no column. A column is
 * added behind all others, once for all entries, in the order in which they first name it.
 * @throws InputError about columns that the sheet lacks, where that is to be refused
 */
export function rowsByHeader(header: Header, entries: readonly Entry[], extra: ExtraColumns): ArrangedRows {
	const places = new Map(header.names.map((name, at) => [name, at]));
	const lacking = namesIn(entries).filter((name) => !places.has(name));
	if (extra === 'refuse' && lacking.length > 0) throw unknownColumns(lacking, header);
	const names = extra === 'add' ? lacking : [];
	names.forEach((name, at) => places.set(name, header.names.length + at));
	return {
		header: { ...header, names: [...header.names, ...names] },
		added: { column: header.column + header.names.length, names },
		rows: entries.map((entry) => {
			const row: unknown[] = Array.from({ length: places.size });
			for (const [key, value] of Object.entries(entry)) {
				const place = key === ROW_NUMBER ? undefined : places.get(key.trim());
				if (place !== undefined) row[place] = value;
			}
			return row;
		}),
	};
}

function namesIn(entries: readonly Entry[]): string[] {
	const names = new Set<string>();
	for (const entry of entries)
		for (const [key, value] of Object.entries(entry))
			if (value !== undefined && key !== ROW_NUMBER && key.trim() !== '') names.add(key.trim());
	return [...names];
}

function unknownColumns(lacking: readonly string[], { names }: Header): InputError {
	const [first = ''] = lacking;
	const others = lacking.length === 1 ? '' : `, nor ${lacking.length - 1} more that the values have`;
	const has = names.slice(0, 20).join(', ');
	return new InputError(
		first,
		`The sheet has no column '${first.slice(0, 60)}'${others}`,
		has === '' ? 'Its header row is empty: let the columns be added, or choose another header row' : `It has ${has}`,
	);
}
