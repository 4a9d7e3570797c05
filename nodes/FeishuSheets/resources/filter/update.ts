import { perSpreadsheet } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { sheetField } from '../../../shared/sheets/sheet';
import { WRITE_SCOPES } from '../../scopes';
import { conditions } from './set';
import { FILTER, FILTER_STATE, filterState, GET_FILTER } from './state';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update the filter of a sheet',
	description: 'Change what the rows have to be in some columns; the conditions of other columns stay',
	endpoint: `PUT ${FILTER}`,
	alsoCalls: [GET_FILTER],
	scopes: WRITE_SCOPES,
	identity: 'either',
	fields: [sheetField, conditions],
	output: FILTER_STATE,
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const changed = read(conditions);
		const path = await chosen.path(asking);
		const paces = [perSpreadsheet(path.spreadsheet_token)];
		for (const { column: col, condition } of changed)
			await asking.feishu.call(this.endpoint, { path, body: { col, condition }, paces, idempotent: true });
		return await filterState(asking.feishu, path);
	},
});
