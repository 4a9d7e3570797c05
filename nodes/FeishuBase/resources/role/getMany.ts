import { baseField } from '../../../shared/base/base';
import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { ADVANCED_CALLS, onceAdvanced } from './onceAdvanced';
import { ROLE } from './output';
import { GET_ROLES, rolesOf } from './role';

const base = baseField();

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many roles',
	description: 'List the roles of a base, with what they may do',
	endpoint: GET_ROLES,
	alsoCalls: ADVANCED_CALLS,
	scopes: ['base:role:read'],
	identity: 'either',
	fields: [base, pagingFields],
	output: outputOf(ROLE),
	async run({ read, ...asking }) {
		const place = read(base);
		const limit = read(pagingFields);
		const app_token = await place.token(asking);
		return await onceAdvanced(asking, app_token, async () => await rolesOf(asking.feishu, app_token, limit));
	},
});
