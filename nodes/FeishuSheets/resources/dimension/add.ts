import { perSpreadsheet } from '../../../shared/client/pacing';
import { numberField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { forgetSheets } from '../../../shared/sheets/contents';
import { sheetField } from '../../../shared/sheets/sheet';
import { majorField, MOST_LINES } from './lines';
import { linesItem, linesOutput } from './output';

export const countField = numberField({
	displayName: 'How Many',
	name: 'lineCount',
	typeOptions: { minValue: 1 },
	default: 1,
	description: 'How many rows or columns',
});

export const add = defineOperation({
	value: 'add',
	name: 'Add at the End',
	action: 'Add rows or columns at the end',
	description: 'Add empty rows below the last row of a sheet, or columns behind its last column',
	endpoint: 'POST /open-apis/sheets/v2/spreadsheets/:spreadsheet_token/dimension_range',
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, majorField, countField],
	output: linesOutput('added'),
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const major = read(majorField);
		const count = Math.floor(read(countField));
		const { grid_properties: grid } = await chosen.entry(asking);
		const path = await chosen.path(asking);
		const { spreadsheet_token, sheet_id } = path;
		for (let left = count; left > 0; left -= MOST_LINES) {
			const dimension = { sheetId: sheet_id, majorDimension: major, length: Math.min(left, MOST_LINES) };
			await asking.feishu
				.call(this.endpoint, {
					path: { spreadsheet_token },
					body: { dimension },
					paces: [perSpreadsheet(spreadsheet_token)],
				})
				.finally(() => forgetSheets(asking, spreadsheet_token));
		}
		const before = (major === 'ROWS' ? grid?.row_count : grid?.column_count) ?? 0;
		return linesItem('added', path, { major, first: before + 1, last: before + count });
	},
});
