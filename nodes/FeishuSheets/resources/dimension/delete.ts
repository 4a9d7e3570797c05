import { perSpreadsheet } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { forgetSheets } from '../../../shared/sheets/contents';
import { sheetField } from '../../../shared/sheets/sheet';
import { linesField, partsFromEnd } from './lines';
import { linesItem, linesOutput } from './output';

export const deleteLines = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete rows or columns',
	description: 'Delete rows or columns with all that is in them; what lies behind them moves up',
	endpoint: 'DELETE /open-apis/sheets/v2/spreadsheets/:spreadsheetToken/dimension_range',
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, linesField],
	output: linesOutput('deleted'),
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const lines = read(linesField);
		const path = await chosen.path(asking);
		const { spreadsheet_token: spreadsheetToken, sheet_id: sheetId } = path;
		for (const { major, first, last } of partsFromEnd(lines)) {
			// Counted from 1, both ends included.
			const dimension = { sheetId, majorDimension: major, startIndex: first, endIndex: last };
			await asking.feishu
				.call(this.endpoint, {
					path: { spreadsheetToken },
					body: { dimension },
					paces: [perSpreadsheet(spreadsheetToken)],
				})
				.finally(() => forgetSheets(asking, spreadsheetToken));
		}
		return linesItem('deleted', path, lines);
	},
});
