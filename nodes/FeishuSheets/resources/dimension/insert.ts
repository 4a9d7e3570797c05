import { perSpreadsheet } from '../../../shared/client/pacing';
import { choiceField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { forgetSheets } from '../../../shared/sheets/contents';
import { sheetField } from '../../../shared/sheets/sheet';
import { countField } from './add';
import { lineField, MOST_LINES } from './lines';
import { linesItem, linesOutput } from './output';

const before = lineField('before', {
	displayName: 'Before',
	description: 'What stands there now comes behind the new ones',
});

const like = choiceField({
	displayName: 'Formats',
	name: 'inheritStyle',
	options: [
		{ name: 'Like the One Before', value: 'BEFORE' },
		{ name: 'Like the One Behind', value: 'AFTER' },
		{ name: 'None', value: 'none' },
	],
	default: 'BEFORE',
	description: 'Whose formats the new ones get',
});

export const insert = defineOperation({
	value: 'insert',
	name: 'Insert',
	action: 'Insert rows or columns',
	description: 'Insert empty rows before a row, or columns before a column',
	endpoint: 'POST /open-apis/sheets/v2/spreadsheets/:spreadsheetToken/insert_dimension_range',
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, before, countField, like],
	output: linesOutput('inserted'),
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const { major, at } = read(before);
		const count = Math.floor(read(countField));
		const inheritStyle = read(like);
		const path = await chosen.path(asking);
		const { spreadsheet_token: spreadsheetToken, sheet_id: sheetId } = path;
		for (let done = 0; done < count; done += MOST_LINES) {
			// Counted from 0, without the last one.
			const startIndex = at - 1 + done;
			const endIndex = startIndex + Math.min(count - done, MOST_LINES);
			const dimension = { sheetId, majorDimension: major, startIndex, endIndex };
			const body = { dimension, ...(inheritStyle !== 'none' && { inheritStyle }) };
			await asking.feishu
				.call(this.endpoint, { path: { spreadsheetToken }, body, paces: [perSpreadsheet(spreadsheetToken)] })
				.finally(() => forgetSheets(asking, spreadsheetToken));
		}
		return linesItem('inserted', path, { major, first: at, last: at + count - 1 });
	},
});
