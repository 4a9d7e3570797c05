import { perSpreadsheet } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { sheetField } from '../../../shared/sheets/sheet';
import { WRITE_SCOPES } from '../../scopes';
import { viewField, VIEWS } from './views';

export const deleteView = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a filter view',
	description: 'Delete a filter view; the cells stay as they are',
	endpoint: `DELETE ${VIEWS}/:filter_view_id`,
	scopes: WRITE_SCOPES,
	identity: 'either',
	fields: [sheetField, viewField],
	output: doneOutput('deleted', 'spreadsheet_token', 'sheet_id', 'filter_view_id'),
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const view = read(viewField);
		const path = await chosen.path(asking);
		const { filter_view_id } = await view.entry(asking, path);
		await asking.feishu.call(this.endpoint, {
			path: { ...path, filter_view_id },
			paces: [perSpreadsheet(path.spreadsheet_token)],
		});
		const { spreadsheet_token, sheet_id } = path;
		return { deleted: true, spreadsheet_token, sheet_id, filter_view_id };
	},
});
