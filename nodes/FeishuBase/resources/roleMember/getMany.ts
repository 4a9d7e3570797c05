import { baseField } from '../../../shared/base/base';
import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { ADVANCED_CALLS, onceAdvanced } from '../role/onceAdvanced';
import { roleField } from '../role/role';
import { AT_ONCE } from './change';

const base = baseField();

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many members of a role',
	description: 'List the people, groups and departments that have a role',
	endpoint: 'GET /open-apis/bitable/v1/apps/:app_token/roles/:role_id/members',
	alsoCalls: ADVANCED_CALLS,
	scopes: ['base:collaborator:read', 'bitable:app:readonly', 'bitable:app'],
	identity: 'either',
	fields: [base, roleField, pagingFields],
	output: outputOf({
		member_type: 'string',
		'member_name?': 'string',
		'member_en_name?': 'string',
		'open_id?': 'string',
		'union_id?': 'string',
		'user_id?': 'string',
		'chat_id?': 'string',
		'department_id?': 'string',
		'open_department_id?': 'string',
	}),
	async run({ read, ...asking }) {
		const place = read(base);
		const role = read(roleField);
		const limit = read(pagingFields);
		const app_token = await place.token(asking);
		const path = { app_token, role_id: await role.id(asking, app_token) };
		return await onceAdvanced(
			asking,
			app_token,
			async () => await asking.feishu.list(this.endpoint, { path, limit, pageSize: AT_ONCE }),
		);
	},
});
