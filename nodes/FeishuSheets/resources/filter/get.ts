import { defineOperation } from '../../../shared/operation/operation';
import { sheetField } from '../../../shared/sheets/sheet';
import { READ_SCOPES } from '../../scopes';
import { FILTER_STATE, filterState, GET_FILTER } from './state';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get the filter of a sheet',
	description: 'Get the conditions of the filter and the rows that it hides, which reading values still gives',
	endpoint: GET_FILTER,
	scopes: READ_SCOPES,
	identity: 'either',
	fields: [sheetField],
	output: FILTER_STATE,
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		return await filterState(asking.feishu, await chosen.path(asking));
	},
});
