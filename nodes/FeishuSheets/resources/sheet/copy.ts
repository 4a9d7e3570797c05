import { defineOperation } from '../../../shared/operation/operation';
import { GET_SHEETS } from '../../../shared/sheets/contents';
import { sheetField } from '../../../shared/sheets/sheet';
import { CHANGE_SHEETS, changeSheet } from './changeSheets';
import { foundSheet } from './foundSheet';
import { sheetTitleField } from './names';
import { SHEET } from './output';

const title = sheetTitleField({
	displayName: 'New Name',
	name: 'newSheetTitle',
	description: 'Empty for the name that the platform gives it; each name once in a spreadsheet',
});

export const copy = defineOperation({
	value: 'copy',
	name: 'Copy',
	action: 'Copy a sheet',
	description: 'Copy a sheet within its spreadsheet, with values, formats and all else',
	endpoint: CHANGE_SHEETS,
	alsoCalls: [GET_SHEETS],
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, title],
	output: SHEET,
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const wanted = read(title);
		const { spreadsheet_token, sheet_id } = await chosen.path(asking);
		const destination = wanted === '' ? {} : { title: wanted };
		const made = await changeSheet(asking, spreadsheet_token, {
			copySheet: { source: { sheetId: sheet_id }, destination },
		});
		return await foundSheet(asking, chosen.spreadsheet, { sheet_id: made.sheetId, title: wanted });
	},
});
