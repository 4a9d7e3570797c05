import type { Permission } from '../state/bases';
import type { Operator } from '../state/operator';
import { isEnough, mayFill, permissionIn } from '../state/permission';
import type { Sheet, Spreadsheet } from '../state/sheets';
import type { Store } from '../state/store';
import { problem } from './problem';

/** A spreadsheet that the caller may see and, as it is needed, change. */
export function reachSpreadsheet(store: Store, by: Operator, token: string, needed: Permission): Spreadsheet {
	const book = store.sheets.all.get(token);
	if (!book) throw problem(store.sheets.deleted.has(token) ? 249 : 214);
	const permission = permissionIn(store, token, book, by);
	if (!permission || !isEnough(permission, needed)) throw problem(213);
	return book;
}

export function sheetIn({ sheets }: Spreadsheet, id: string): Sheet {
	if (id === '') throw problem(206);
	const sheet = sheets.find(({ sheet_id }) => sheet_id === id);
	if (!sheet) throw problem(215);
	return sheet;
}

/** A new spreadsheet lies in one's own space, or in a folder that the caller may change. */
export function requireFolder(store: Store, by: Operator, token: string | undefined): void {
	if (!token) return;
	if (!mayFill(store, by, token)) throw problem(213);
}
