import { listSearch } from '../fields/listSearch';
import { askingFor } from '../fields/panel';
import { chosenSpreadsheet, keyOfSpreadsheet } from './chosen';
import { sheetsOf, SHEETS_SCOPES } from './contents';

/** Sheets with cells of the spreadsheet that is chosen in the same panel. */
export const searchSheets = listSearch({
	what: 'sheets',
	scopes: SHEETS_SCOPES,
	of: keyOfSpreadsheet,
	async *entries(ask) {
		const asking = askingFor(ask);
		const sheets = await sheetsOf(asking, await chosenSpreadsheet(ask).token(asking));
		for (const { sheet_id: value, title: name, resource_type } of sheets)
			if (resource_type === 'sheet') yield { name, value };
	},
	nothing: { message: 'The spreadsheet has no sheet with cells', advice: 'Add a sheet to it' },
});
