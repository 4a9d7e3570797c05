import { perSpreadsheet } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { spreadsheetField } from '../../../shared/sheets/spreadsheet';
import { titleField } from './title';

const spreadsheet = spreadsheetField();

const title = titleField({
	displayName: 'Title',
	name: 'spreadsheetTitle',
	required: true,
	description: 'What the spreadsheet is called from now on',
});

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a spreadsheet',
	description: 'Rename a spreadsheet',
	endpoint: 'PATCH /open-apis/sheets/v3/spreadsheets/:spreadsheet_token',
	scopes: ['sheets:spreadsheet.meta:write_only', 'sheets:spreadsheet'],
	identity: 'either',
	fields: [spreadsheet, title],
	output: outputOf({ spreadsheet_token: 'string', title: 'string' }),
	orderBy: ({ read }) => JSON.stringify(read(spreadsheet).address),
	async run({ read, ...asking }) {
		const chosen = read(spreadsheet);
		const wanted = read(title);
		const spreadsheet_token = await chosen.token(asking);
		await asking.feishu.call(this.endpoint, {
			path: { spreadsheet_token },
			body: { title: wanted },
			idempotent: true,
			paces: [perSpreadsheet(spreadsheet_token)],
		});
		return { spreadsheet_token, title: wanted };
	},
});
