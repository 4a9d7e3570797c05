import { GET_VIEWS, type ViewEntry } from '../../../shared/base/contents';
import { tableField } from '../../../shared/base/table';
import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { VIEW, viewItem } from './output';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many views',
	description: 'List the views of a table',
	endpoint: GET_VIEWS,
	scopes: ['base:view:read', 'bitable:app:readonly', 'bitable:app'],
	identity: 'either',
	fields: [tableField, pagingFields],
	output: VIEW,
	async run({ read, ...asking }) {
		const table = read(tableField);
		const limit = read(pagingFields);
		const path = await table.path(asking);
		const views = await asking.feishu.list(this.endpoint, { path, limit, pageSize: 100 });
		return await Promise.all(
			views.map(async (view) => await viewItem(asking, table, path, view as unknown as ViewEntry)),
		);
	},
});
