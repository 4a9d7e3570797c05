/** Spreadsheets for tests, each made anew for the simulator's app. */
import { byId, type Platform } from '.';
import { addSpreadsheet, newSheet } from '../../../simulator/sheets/make';
import { cellFor } from '../../../simulator/sheets/grid';
import type { CellContent, Sheet, Spreadsheet } from '../../../simulator/state/sheets';
import { bot } from './ownBase';

/** A spreadsheet that the app made. */
export const ownSpreadsheet = (p: Platform, title = 'Own'): Spreadsheet =>
	addSpreadsheet(p.store, { title, owner: bot(p) });

export interface OwnSheet {
	book: Spreadsheet;
	sheet: Sheet;
	/** The fields Spreadsheet and Sheet: by their IDs, which need no list. */
	where: { spreadsheet: ReturnType<typeof byId>; sheet: ReturnType<typeof byId> };
}

/** Its first sheet, with these values from A1 on, and a second one. */
export function ownSheet(p: Platform, values: ReadonlyArray<readonly CellContent[]> = []): OwnSheet {
	const book = ownSpreadsheet(p);
	const [sheet = newSheet('Sheet1')] = book.sheets;
	book.sheets.push(newSheet('Second'));
	values.forEach((row, at) =>
		row.forEach((content, column) => {
			cellFor(sheet, at, column).content = content;
		}),
	);
	return { book, sheet, where: { spreadsheet: byId(book.token), sheet: byId(sheet.sheet_id) } };
}
