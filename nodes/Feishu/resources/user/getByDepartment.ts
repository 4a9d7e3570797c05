import { departmentField } from '../../../shared/fields/department';
import { pagingFields, simplifyField } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation';
import { userOutput } from './output';

export const getByDepartment = defineOperation({
	value: 'getByDepartment',
	name: 'Get Many of a Department',
	action: 'Get many users of a department',
	description: 'List the people who belong to a department directly',
	endpoint: 'GET /open-apis/contact/v3/users/find_by_department',
	scopes: ['contact:contact.base:readonly', 'contact:contact:readonly_as_app'],
	fields: [departmentField(), ...pagingFields(), simplifyField()],
	async run({ param, feishu }) {
		const users = await feishu.list(this.endpoint, {
			query: { department_id: param.located('department').value, department_id_type: 'open_department_id' },
			limit: param.limit(),
			pageSize: 50,
		});
		return users.map((user) => userOutput(user, param.flag('simple')));
	},
});
