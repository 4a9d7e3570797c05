import { forgetViews, GET_VIEWS } from '../../../shared/base/contents';
import { tableField } from '../../../shared/base/table';
import { viewField } from '../../../shared/base/view';
import { perTable } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';

const view = viewField();

export const deleteView = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a view',
	description: 'Delete a view of a table; its records stay, and so does the last view',
	endpoint: `${GET_VIEWS.replace('GET', 'DELETE')}/:view_id`,
	scopes: ['base:view:write_only', 'bitable:app'],
	identity: 'either',
	fields: [tableField, view],
	output: doneOutput('deleted', 'app_token', 'table_id', 'view_id'),
	orderBy: ({ read }) => JSON.stringify(read(tableField).base.address),
	async run({ read, ...asking }) {
		const table = read(tableField);
		const chosen = read(view);
		const path = await table.path(asking);
		const view_id = await chosen.id(asking, path);
		const deleting = { path: { ...path, view_id }, idempotent: true, paces: [perTable(path)] };
		await asking.feishu.call(this.endpoint, deleting);
		forgetViews(asking, path);
		return { deleted: true, app_token: path.app_token, table_id: path.table_id, view_id };
	},
});
