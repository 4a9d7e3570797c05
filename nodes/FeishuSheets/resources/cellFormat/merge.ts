import { perSpreadsheet } from '../../../shared/client/pacing';
import { choiceField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { forgetSheets } from '../../../shared/sheets/contents';
import { sheetField } from '../../../shared/sheets/sheet';
import { rangeField, rangeText, shownRange } from '../../areas';

export const range = rangeField({
	displayName: 'Range',
	name: 'mergedRange',
	required: true,
	description: 'The cells that it is about',
});

const how = choiceField({
	displayName: 'Merge',
	name: 'mergeType',
	options: [
		{ name: 'All Into One', value: 'MERGE_ALL' },
		{ name: 'Each Column by Itself', value: 'MERGE_COLUMNS' },
		{ name: 'Each Row by Itself', value: 'MERGE_ROWS' },
	],
	default: 'MERGE_ALL',
	description: 'Which cells become one. What the first of them holds stays; the others lose what they hold.',
});

export const merge = defineOperation({
	value: 'merge',
	name: 'Merge Cells',
	action: 'Merge cells',
	description: 'Make one cell of several; what the first one holds stays',
	endpoint: 'POST /open-apis/sheets/v2/spreadsheets/:spreadsheetToken/merge_cells',
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, range, how],
	output: outputOf({ merged: 'boolean', spreadsheet_token: 'string', sheet_id: 'string', range: 'string' }),
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const wanted = read(range);
		const mergeType = read(how);
		const { spreadsheet_token, sheet_id } = await chosen.path(asking);
		const text = await rangeText(asking, chosen, wanted);
		await asking.feishu.call(this.endpoint, {
			path: { spreadsheetToken: spreadsheet_token },
			body: { range: text, mergeType },
			idempotent: true,
			paces: [perSpreadsheet(spreadsheet_token)],
		});
		forgetSheets(asking, spreadsheet_token);
		return { merged: true, spreadsheet_token, sheet_id, range: shownRange(text) };
	},
});
