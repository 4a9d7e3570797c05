import { perSpreadsheet } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { forgetSheets } from '../../../shared/sheets/contents';
import { sheetField } from '../../../shared/sheets/sheet';
import { rangeText, shownRange } from '../../areas';
import { range } from './merge';

export const unmerge = defineOperation({
	value: 'unmerge',
	name: 'Unmerge Cells',
	action: 'Unmerge cells',
	description: 'Take merged cells in a range apart again',
	endpoint: 'POST /open-apis/sheets/v2/spreadsheets/:spreadsheetToken/unmerge_cells',
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, range],
	output: outputOf({ unmerged: 'boolean', spreadsheet_token: 'string', sheet_id: 'string', range: 'string' }),
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const wanted = read(range);
		const { spreadsheet_token, sheet_id } = await chosen.path(asking);
		const text = await rangeText(asking, chosen, wanted);
		await asking.feishu.call(this.endpoint, {
			path: { spreadsheetToken: spreadsheet_token },
			body: { range: text },
			idempotent: true,
			paces: [perSpreadsheet(spreadsheet_token)],
		});
		forgetSheets(asking, spreadsheet_token);
		return { unmerged: true, spreadsheet_token, sheet_id, range: shownRange(text) };
	},
});
