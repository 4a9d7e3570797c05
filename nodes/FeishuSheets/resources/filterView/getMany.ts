import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { sheetField } from '../../../shared/sheets/sheet';
import { READ_SCOPES } from '../../scopes';
import { FILTER_VIEW, viewItem } from './output';
import { LIST_VIEWS, viewsOf } from './views';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many filter views',
	description: 'List the filter views of a sheet',
	endpoint: LIST_VIEWS,
	scopes: READ_SCOPES,
	identity: 'either',
	fields: [sheetField, pagingFields],
	output: FILTER_VIEW,
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const limit = read(pagingFields);
		const path = await chosen.path(asking);
		const views = await viewsOf(asking, path);
		return views.slice(0, limit).map((view) => viewItem(path, view));
	},
});
