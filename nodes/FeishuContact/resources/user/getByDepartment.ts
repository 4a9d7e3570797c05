import { pagingFieldsOld, simplifyFieldOld } from '../../../shared/fields/common';
import { departmentFieldOld, departmentReference } from '../../../shared/contact/department';
import { DEPARTMENT_CHILDREN, DEPARTMENT_USERS, peopleBelow, take } from '../../../shared/contact/directory';
import { defineOperation } from '../../../shared/operation/operation';
import { userOutput } from './output';

export const getByDepartment = defineOperation({
	value: 'getByDepartment',
	name: 'Get Many of a Department',
	action: 'Get many users of a department',
	description: 'List the people of a department, on request with all departments below it',
	endpoint: DEPARTMENT_USERS,
	alsoCalls: [DEPARTMENT_CHILDREN],
	scopes: ['contact:contact.base:readonly', 'contact:contact:readonly_as_app'],
	fields: [
		departmentFieldOld(),
		{
			displayName: 'Include Subdepartments',
			name: 'recursive',
			type: 'boolean',
			default: false,
			description:
				'Whether to list the people of all departments below as well, each person once. That takes a request or more a department.',
		},
		...pagingFieldsOld(),
		simplifyFieldOld(),
	],
	async run({ param, feishu }) {
		const department = departmentReference(param);
		const limit = param.limit();
		const users = param.flag('recursive')
			? await take(peopleBelow(feishu, department), limit)
			: await feishu.list(this.endpoint, {
					query: { department_id: department.id, department_id_type: department.type },
					limit,
					pageSize: 50,
				});
		return users.map((user) => userOutput(user, param.flag('simple')));
	},
});
