import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { GET_SHEETS, SHEETS_SCOPES, sheetsOf } from '../../../shared/sheets/contents';
import { spreadsheetField } from '../../../shared/sheets/spreadsheet';
import { SHEET, sheetItem } from './output';

const spreadsheet = spreadsheetField();

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many sheets',
	description: 'List the sheets of a spreadsheet, hidden ones too',
	endpoint: GET_SHEETS,
	scopes: SHEETS_SCOPES,
	identity: 'either',
	fields: [spreadsheet, pagingFields],
	output: SHEET,
	async run({ read, ...asking }) {
		const chosen = read(spreadsheet);
		const limit = read(pagingFields);
		const sheets = await sheetsOf(asking, await chosen.token(asking));
		return await Promise.all(sheets.slice(0, limit).map(async (sheet) => await sheetItem(asking, chosen, sheet)));
	},
});
