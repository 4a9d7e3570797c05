import { defineOperation } from '../../../shared/operation/operation';
import { SHEETS_SCOPES, type SheetEntry } from '../../../shared/sheets/contents';
import { sheetField } from '../../../shared/sheets/sheet';
import { SHEET, sheetItem } from './output';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a sheet',
	description: 'Get the name, the size and the place of a sheet, and which of its cells are merged',
	endpoint: 'GET /open-apis/sheets/v3/spreadsheets/:spreadsheet_token/sheets/:sheet_id',
	scopes: SHEETS_SCOPES,
	identity: 'either',
	fields: [sheetField],
	output: SHEET,
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const path = await chosen.path(asking);
		const { sheet } = await asking.feishu.call<{ sheet: SheetEntry }>(this.endpoint, { path, idempotent: true });
		return await sheetItem(asking, chosen.spreadsheet, sheet);
	},
});
