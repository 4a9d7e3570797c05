import type { Call } from '../gateway/route';
import { reachSpreadsheet, sheetIn } from '../sheets/access';
import { refusal, SheetProblem } from '../sheets/problem';
import type { Endpoint } from './endpoints';

/** What of a spreadsheet is left to the catalog lies in one that has to be there, and that the caller may see. */
export function checkSpreadsheet({ domain, method, path }: Endpoint, call: Call): void {
	const { spreadsheet_token, spreadsheetToken, sheet_id } = call.params;
	const token = spreadsheet_token ?? spreadsheetToken;
	if (domain !== 'sheets' || token === undefined) return;
	const { store } = call.platform;
	try {
		const book = reachSpreadsheet(store, call.by, token, method === 'GET' ? 'view' : 'edit');
		if (sheet_id !== undefined) sheetIn(book, sheet_id);
	} catch (error) {
		if (!(error instanceof SheetProblem)) throw error;
		throw refusal(path.includes('/v3/') ? 'v3' : 'v2', error, store.settings);
	}
}
