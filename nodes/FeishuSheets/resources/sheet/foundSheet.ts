import type { IDataObject } from 'n8n-workflow';

import type { Asking } from '../../../shared/client/asking';
import { sheetsOf } from '../../../shared/sheets/contents';
import type { Spreadsheet } from '../../../shared/sheets/spreadsheetPlace';
import { sheetItem } from './output';

/**
 * A sheet that was just made or changed, as the spreadsheet has it now: the answer to a change repeats what was asked for,
 * whatever came of it.
 * @throws InputError, CallError
 */
export async function foundSheet(
	asking: Asking,
	spreadsheet: Spreadsheet,
	known: { sheet_id?: string; title?: string },
): Promise<IDataObject> {
	const sheets = await sheetsOf(asking, await spreadsheet.token(asking));
	const found =
		sheets.find(({ sheet_id }) => sheet_id === known.sheet_id) ?? sheets.find(({ title }) => title === known.title);
	if (!found) throw new Error(`The sheet '${known.title ?? known.sheet_id}' is not there after it was changed`);
	return await sheetItem(asking, spreadsheet, found);
}
