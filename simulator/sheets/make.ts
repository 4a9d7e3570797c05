import { newId } from '../platform/ids';
import type { Line, Row, Sheet, Spreadsheet } from '../state/sheets';
import type { Store } from '../state/store';
import { problem } from './problem';

/** Of a new sheet; all of them are empty. */
const ROWS = 200;
const COLUMNS = 20;
const MAX_SHEETS = 300;
const MAX_COLUMNS = 13_000;
const MAX_CELLS = 5_000_000;

export const emptyRow = (): Row => ({ hidden: false, cells: [] });
export const emptyColumn = (): Line => ({ hidden: false });
export const many = <T>(count: number, one: () => T): T[] => Array.from({ length: count }, one);

/** How many rows and columns a sheet may have, empty ones counted. */
export function requireRoom(rows: number, columns: number): void {
	if (columns > MAX_COLUMNS) throw problem(226);
	if (rows * columns > MAX_CELLS) throw problem(219);
}

/** A name without blanks around it; 90210 for one that another sheet has. */
export function freeTitle({ sheets }: Spreadsheet, given: string): string {
	const title = given.trim();
	if (title === '') throw problem(207);
	if (!isTitle(title)) throw problem(204);
	if (sheets.some((sheet) => sheet.title === title)) throw problem(210);
	return title;
}

export const isTitle = (title: string): boolean => title.length <= 100 && !/[/\\?*[\]:]/.test(title);

export function putSheet(book: Spreadsheet, sheet: Sheet, index: number): Sheet {
	if (book.sheets.length >= MAX_SHEETS) throw problem(226);
	book.sheets.splice(Math.max(0, index), 0, sheet);
	return sheet;
}

export const newSheet = (title: string, sheetId = newId.sheet()): Sheet => ({
	sheet_id: sheetId,
	title,
	hidden: false,
	frozen_rows: 0,
	frozen_columns: 0,
	rows: many(ROWS, emptyRow),
	columns: many(COLUMNS, emptyColumn),
	merges: [],
	dropdowns: [],
	filterViews: [],
	conditionFormats: [],
	protections: [],
	floatImages: [],
});

/** The same sheet once more, under an id of its own. */
export const copyOf = (source: Sheet, title: string): Sheet => ({
	...structuredClone(source),
	sheet_id: newId.sheet(),
	title,
});

export interface SpreadsheetRequest {
	title: string;
	owner: string;
	folder_token?: string;
	token?: string;
	in_wiki?: boolean;
}

/** A new spreadsheet with its first sheet. */
export function addSpreadsheet(store: Store, request: SpreadsheetRequest): Spreadsheet {
	const { title, owner, folder_token = '', token = newId.spreadsheet(), in_wiki = false } = request;
	const book: Spreadsheet = {
		token,
		title,
		owner,
		folder_token,
		in_wiki,
		revision: 1,
		writing: false,
		sheets: [newSheet('Sheet1')],
		members: [],
	};
	store.drive.times.set(book.token, { created: store.tick(), modified: store.tick() });
	store.sheets.all.set(book.token, book);
	return book;
}
