import { fieldsOf } from '../../../shared/base/contents';
import { SEARCH_RECORDS } from '../../../shared/base/searching';
import { tableField } from '../../../shared/base/table';
import { pagingFields, simplifyField } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { LIST_CALLS, listingOf, listOptions, listRecords, viewOption } from './listing';
import { RECORD } from './output';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many records',
	description: 'List the records of a table or of one of its views; 500 come with one request',
	endpoint: SEARCH_RECORDS,
	alsoCalls: LIST_CALLS,
	scopes: ['base:record:retrieve', 'bitable:app:readonly', 'bitable:app'],
	identity: 'either',
	fields: [tableField, viewOption, pagingFields, simplifyField, listOptions],
	output: RECORD,
	async run(turn) {
		const { read } = turn;
		const table = read(tableField);
		const view = read(viewOption);
		const limit = read(pagingFields);
		const simple = read(simplifyField);
		const options = read(listOptions);
		const path = await table.path(turn);
		const listing = listingOf(options, await fieldsOf(turn, path));
		const view_id = (await view?.id(turn, path)) ?? table.view;
		return await listRecords(turn, path, { ...listing, search: { ...listing.search, view_id } }, { limit, simple });
	},
});
