import { plainSheetCell } from './readCell';

/** The key under which a row says its number, counted from 1 as people see it. */
export const ROW_NUMBER = 'row_number';

/** The names of a sheet's columns, the first one for the first column that was read. */
export interface Header {
	names: readonly string[];
	/** The number of that column in the sheet; 1 is A. */
	column: number;
}

/**
 * The names that the cells of a header row give, without blanks around them, which nobody sees. A column without a name,
 * and one whose name another has before it, is `col_` with its place counted from 0, as n8n's Google Sheets names them: so
 * each column has a name, and none hides another.
 * @param width so many columns have values below, if there are more
 */
export function headerOf(cells: readonly unknown[], width = 0, column = 1): Header {
	const written = cells.map(nameIn);
	const taken = new Set(written);
	const seen = new Set<string>([ROW_NUMBER]);
	const names = Array.from({ length: Math.max(filledWidth(written), width) }, (_, at) => {
		const name = written[at] ?? '';
		if (name !== '' && !seen.has(name)) {
			seen.add(name);
			return name;
		}
		return freeName(`col_${at}`, taken);
	});
	return { names, column };
}

function nameIn(cell: unknown): string {
	const plain = plainSheetCell(cell, { timeZone: 'UTC' });
	if (plain === null || typeof plain === 'object') return cellWords(plain);
	return String(plain).trim();
}

/** A header may be a link or a mention: its words are the name. */
function cellWords(plain: object | null): string {
	const { text, name } = (plain ?? {}) as { text?: unknown; name?: unknown };
	const words = [text, name].find((one) => typeof one === 'string');
	return typeof words === 'string' ? words.trim() : '';
}

/** Somebody may have called a column `col_2` themselves. */
function freeName(name: string, taken: ReadonlySet<string>): string {
	return taken.has(name) ? freeName(`${name}_`, taken) : name;
}

/** What of the sheet was read, and where the table in it stands. */
export interface ReadTable {
	/** The cells as the platform gives them, from `firstRow` down. */
	values: ReadonlyArray<readonly unknown[]>;
	/** The number of the first row of the values. */
	firstRow: number;
	/** The number of the first column of the values. */
	firstColumn?: number;
	/** The number of the row with the names. */
	headerRow: number;
	/** The number of the row in which the table begins; the one below the header, if nothing is said. */
	dataRow?: number;
	/** Where the header was read by itself. */
	header?: Header;
}

/** A row of the table: its number, and the value of each column. */
export type SheetRow = Record<string, unknown> & { row_number: number };

/**
 * The rows of a table as objects. Rows without any value are left out: a range that is longer than the table ends in them.
 * @param plain makes the value of a cell; the types of values are kept
 */
export function rowsBelowHeader(
	{ values, firstRow, firstColumn = 1, headerRow, dataRow = headerRow + 1, header: known }: ReadTable,
	plain: (cell: unknown, column: string) => unknown,
): { header: Header; rows: SheetRow[] } {
	const below = values.map((cells, at) => ({ row: firstRow + at, cells })).filter(({ row }) => row >= dataRow);
	const filled = below.filter(({ cells }) => cells.some(isFilledCell));
	const width = filled.reduce((widest, { cells }) => Math.max(widest, filledWidth(cells)), 0);
	const header = known ?? headerOf(values[headerRow - firstRow] ?? [], width, firstColumn);
	const rows = filled.map(({ row, cells }) => rowOf(row, header, cells, plain));
	return { header, rows };
}

function rowOf(
	row: number,
	{ names }: Header,
	cells: readonly unknown[],
	plain: (cell: unknown, column: string) => unknown,
) {
	const entries = names.map((name, at): [string, unknown] => [name, plain(cells[at], name)]);
	// Of entries, a column called __proto__ is one like any other.
	return Object.fromEntries([[ROW_NUMBER, row], ...entries]) as SheetRow;
}

/** Up to the last cell with something in it. */
export function filledWidth(cells: readonly unknown[]): number {
	let width = cells.length;
	while (width > 0 && !isFilledCell(cells[width - 1])) width--;
	return width;
}

/** Whether there is anything in a cell. */
export const isFilledCell = (cell: unknown): boolean =>
	cell !== undefined && cell !== null && cell !== '' && !(Array.isArray(cell) && cell.length === 0);
