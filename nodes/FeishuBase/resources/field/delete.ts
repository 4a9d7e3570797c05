import { InputError } from '../../../../feishu/input';
import { columnField } from '../../../shared/base/column';
import { forgetFields } from '../../../shared/base/contents';
import { tableField } from '../../../shared/base/table';
import { perTable } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';

const column = columnField();

export const deleteField = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a field',
	description: 'Delete a field (column) with all its cells; the first field of a table stays',
	endpoint: 'DELETE /open-apis/bitable/v1/apps/:app_token/tables/:table_id/fields/:field_id',
	scopes: ['base:field:delete', 'bitable:app'],
	identity: 'either',
	fields: [tableField, column],
	output: doneOutput('deleted', 'app_token', 'table_id', 'field_id', 'field_name'),
	orderBy: ({ read }) => JSON.stringify(read(tableField).base.address),
	async run({ read, label, ...asking }) {
		const table = read(tableField);
		const chosen = read(column);
		const path = await table.path(asking);
		const { field_id, field_name, is_primary } = await chosen.field(asking, path);
		if (is_primary)
			throw new InputError(
				label(column),
				`'${field_name}' is the first field of its table, which stays`,
				'Rename it, or change its type, with Field: Update',
			);
		const deleting = { path: { ...path, field_id }, idempotent: true, paces: [perTable(path)] };
		await asking.feishu.call(this.endpoint, deleting);
		forgetFields(asking, path);
		return { deleted: true, app_token: path.app_token, table_id: path.table_id, field_id, field_name };
	},
});
