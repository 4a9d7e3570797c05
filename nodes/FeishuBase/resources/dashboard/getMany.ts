import { baseField } from '../../../shared/base/base';
import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { GET_DASHBOARDS } from './dashboard';

const base = baseField();

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many dashboards',
	description: 'List the dashboards of a base',
	endpoint: GET_DASHBOARDS,
	scopes: ['base:dashboard:read', 'bitable:app:readonly', 'bitable:app'],
	identity: 'either',
	fields: [base, pagingFields],
	output: outputOf({ block_id: 'string', name: 'string' }),
	async run({ read, ...asking }) {
		const place = read(base);
		const limit = read(pagingFields);
		const path = { app_token: await place.token(asking) };
		return await asking.feishu.list(this.endpoint, { path, limit, pageSize: 500, itemsKey: 'dashboards' });
	},
});
