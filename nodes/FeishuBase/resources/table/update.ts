import { forgetTables } from '../../../shared/base/contents';
import { tableField } from '../../../shared/base/table';
import { perBase } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { tableName } from './names';
import { TABLE_SHAPE } from './output';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a table',
	description: 'Give a table another name',
	endpoint: 'PATCH /open-apis/bitable/v1/apps/:app_token/tables/:table_id',
	scopes: ['base:table:update', 'bitable:app'],
	identity: 'either',
	fields: [tableField, tableName],
	output: outputOf(TABLE_SHAPE),
	orderBy: ({ read }) => JSON.stringify(read(tableField).base.address),
	async run({ read, ...asking }) {
		const table = read(tableField);
		const name = read(tableName);
		const path = await table.path(asking);
		const renaming = { path, body: { name }, idempotent: true, paces: [perBase(path.app_token)] };
		const answer = await asking.feishu.call<{ name?: string }>(this.endpoint, renaming);
		forgetTables(asking, path.app_token);
		return {
			app_token: path.app_token,
			table_id: path.table_id,
			name: answer.name ?? name,
			url: await table.base.addressOf(asking, path),
		};
	},
});
