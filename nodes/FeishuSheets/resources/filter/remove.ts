import { perSpreadsheet } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { sheetField } from '../../../shared/sheets/sheet';
import { WRITE_SCOPES } from '../../scopes';
import { FILTER } from './state';

export const remove = defineOperation({
	value: 'remove',
	name: 'Remove',
	action: 'Remove the filter of a sheet',
	description: 'Take the filter away, so that people see all rows again',
	endpoint: `DELETE ${FILTER}`,
	scopes: WRITE_SCOPES,
	identity: 'either',
	fields: [sheetField],
	output: doneOutput('removed', 'spreadsheet_token', 'sheet_id'),
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const path = await chosen.path(asking);
		await asking.feishu.call(this.endpoint, { path, paces: [perSpreadsheet(path.spreadsheet_token)] });
		const { spreadsheet_token, sheet_id } = path;
		return { removed: true, spreadsheet_token, sheet_id };
	},
});
