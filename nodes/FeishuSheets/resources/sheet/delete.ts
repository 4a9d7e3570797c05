import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { sheetField } from '../../../shared/sheets/sheet';
import { CHANGE_SHEETS, changeSheet } from './changeSheets';

export const deleteSheet = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a sheet',
	description: 'Delete a sheet with all that is in it; one sheet that people see always stays',
	endpoint: CHANGE_SHEETS,
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField],
	output: doneOutput('deleted', 'spreadsheet_token', 'sheet_id'),
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		chosen.assertNamed();
		const { spreadsheet_token, sheet_id } = await chosen.path(asking);
		await changeSheet(asking, spreadsheet_token, { deleteSheet: { sheetId: sheet_id } });
		return { deleted: true, spreadsheet_token, sheet_id };
	},
});
