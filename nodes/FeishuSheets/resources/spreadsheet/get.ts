import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { spreadsheetField } from '../../../shared/sheets/spreadsheet';

const spreadsheet = spreadsheetField();

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a spreadsheet',
	description: 'Get the title, the owner and the address of a spreadsheet',
	endpoint: 'GET /open-apis/sheets/v3/spreadsheets/:spreadsheet_token',
	scopes: ['sheets:spreadsheet.meta:read', 'sheets:spreadsheet:readonly', 'sheets:spreadsheet'],
	identity: 'either',
	fields: [spreadsheet],
	output: outputOf({ spreadsheet_token: 'string', title: 'string', owner_id: 'string', url: 'string' }),
	async run({ read, ...asking }) {
		const chosen = read(spreadsheet);
		const spreadsheet_token = await chosen.token(asking);
		const { spreadsheet: found } = await asking.feishu.call<{
			spreadsheet: { title: string; owner_id: string; url: string };
		}>(this.endpoint, { path: { spreadsheet_token }, query: { user_id_type: 'open_id' } });
		const { title, owner_id, url } = found;
		return { spreadsheet_token, title, owner_id, url };
	},
});
