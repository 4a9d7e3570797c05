import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { spreadsheetField } from '../../../shared/sheets/spreadsheet';

const spreadsheet = spreadsheetField();

export const deleteSpreadsheet = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a spreadsheet',
	description: 'Put a spreadsheet into the recycle bin, from which people can take it back',
	endpoint: 'DELETE /open-apis/drive/v1/files/:file_token',
	scopes: ['space:document:delete', 'drive:drive'],
	identity: 'either',
	fields: [spreadsheet],
	output: doneOutput('deleted', 'spreadsheet_token'),
	// The platform takes one change of an app's files at a time (1061045).
	orderBy: () => 'spreadsheets',
	async run({ read, ...asking }) {
		const chosen = read(spreadsheet);
		if (chosen.address.wikiNode !== undefined)
			throw spreadsheet.refuse(
				'holds a page of a wiki',
				'There the page is deleted, not the spreadsheet: in the wiki … → Delete',
			);
		const spreadsheet_token = await chosen.token(asking);
		await asking.feishu.call(this.endpoint, { path: { file_token: spreadsheet_token }, query: { type: 'sheet' } });
		return { deleted: true, spreadsheet_token };
	},
});
