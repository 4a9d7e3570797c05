import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { sheetField } from '../../../shared/sheets/sheet';
import { FORMAT, formatItem, FORMATS, type FormatEntry } from './form';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many conditional formats',
	description: 'List the conditional formats of a sheet with their rules and styles',
	endpoint: `GET ${FORMATS}`,
	scopes: ['sheets:spreadsheet:readonly', 'sheets:spreadsheet', 'drive:drive:readonly', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, pagingFields],
	output: FORMAT,
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const limit = read(pagingFields);
		const { spreadsheet_token, sheet_id } = await chosen.path(asking);
		const { sheet_condition_formats: all = [] } = await asking.feishu.call<{
			sheet_condition_formats?: FormatEntry[];
		}>(this.endpoint, { path: { spreadsheet_token }, query: { sheet_ids: sheet_id }, idempotent: true });
		return all.slice(0, limit).map((entry) => formatItem(spreadsheet_token, entry));
	},
});
