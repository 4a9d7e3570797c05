import { perSpreadsheet } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { sheetField } from '../../../shared/sheets/sheet';
import { formatId, FORMATS } from './form';
import { done } from './oneByOne';

export const deleteFormat = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a conditional format',
	description: 'Delete a conditional format; cells look again as they did without it',
	endpoint: `DELETE ${FORMATS}/batch_delete`,
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, formatId],
	output: doneOutput('deleted', 'spreadsheet_token', 'sheet_id', 'cf_id'),
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, label, ...asking }) {
		const chosen = read(sheetField);
		const cf_id = read(formatId);
		const { spreadsheet_token, sheet_id } = await chosen.path(asking);
		const { responses } = await asking.feishu.call<{ responses?: object[] }>(this.endpoint, {
			path: { spreadsheet_token },
			body: { sheet_cf_ids: [{ sheet_id, cf_id }] },
			paces: [perSpreadsheet(spreadsheet_token)],
		});
		done(label(formatId), responses);
		return { deleted: true, spreadsheet_token, sheet_id, cf_id };
	},
});
