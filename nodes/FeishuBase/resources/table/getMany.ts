import type { TableEntry } from '../../../shared/base/contents';
import { GET_TABLES } from '../../../shared/base/contents';
import { baseField } from '../../../shared/base/base';
import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { TABLE_SHAPE } from './output';

const base = baseField();

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many tables',
	description: 'List the tables of a base',
	endpoint: GET_TABLES,
	scopes: ['base:table:read', 'bitable:app:readonly', 'bitable:app'],
	identity: 'either',
	fields: [base, pagingFields],
	output: outputOf({ ...TABLE_SHAPE, 'revision?': 'number' }),
	async run({ read, ...asking }) {
		const chosen = read(base);
		const limit = read(pagingFields);
		const app_token = await chosen.token(asking);
		const tables = await asking.feishu.list(this.endpoint, { path: { app_token }, limit, pageSize: 100 });
		return await Promise.all(
			tables.map(async (table) => {
				const { table_id } = table as unknown as TableEntry;
				return { app_token, ...table, url: await chosen.addressOf(asking, { table_id }) };
			}),
		);
	},
});
