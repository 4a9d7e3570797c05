import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { spreadsheetField } from '../../../shared/sheets/spreadsheet';

export const GET_SPREADSHEET = 'GET /open-apis/sheets/v3/spreadsheets/:spreadsheet_token';

/** What the platform tells of a spreadsheet. Source: …/sheets-v3/spreadsheet/get */
export interface SpreadsheetEntry {
	title: string;
	owner_id: string;
	url: string;
}

const spreadsheet = spreadsheetField();

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a spreadsheet',
	description: 'Get the title, the owner and the address of a spreadsheet',
	endpoint: GET_SPREADSHEET,
	scopes: ['sheets:spreadsheet.meta:read', 'sheets:spreadsheet:readonly', 'sheets:spreadsheet'],
	identity: 'either',
	fields: [spreadsheet],
	output: outputOf({ spreadsheet_token: 'string', title: 'string', owner_id: 'string', url: 'string' }),
	async run({ read, ...asking }) {
		const chosen = read(spreadsheet);
		const spreadsheet_token = await chosen.token(asking);
		const { spreadsheet: found } = await asking.feishu.call<{ spreadsheet: SpreadsheetEntry }>(this.endpoint, {
			path: { spreadsheet_token },
			query: { user_id_type: 'open_id' },
		});
		const { title, owner_id, url } = found;
		return { spreadsheet_token, title, owner_id, url };
	},
});
