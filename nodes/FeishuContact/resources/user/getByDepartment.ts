import { RANGE_CALLS } from '../../../shared/contact/contactRange';
import { departmentField } from '../../../shared/contact/department';
import {
	DEPARTMENT_CHILDREN,
	DEPARTMENT_USERS,
	peopleBelow,
	ROOT_DEPARTMENT,
	take,
} from '../../../shared/contact/directory';
import { pagingFields, simplifyField } from '../../../shared/fields/common';
import { flagField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { simplified, userOutput } from './output';

const departmentChoice = departmentField();

const recursive = flagField({
	displayName: 'Include Subdepartments',
	name: 'recursive',
	default: false,
	description:
		'Whether to list the people of all departments below as well, each person once. That takes a request or more a department.',
});

/** Nearly everybody belongs to a department below. */
const NOBODY_AT_THE_TOP = `Nobody belongs to the whole organization itself: choose a department, or switch on '${recursive.label}' for the people of all departments.`;

export const getByDepartment = defineOperation({
	value: 'getByDepartment',
	name: 'Get Many by Department',
	action: 'Get many users by department',
	description: 'List the people of a department, on request with all departments below it',
	endpoint: DEPARTMENT_USERS,
	alsoCalls: [DEPARTMENT_CHILDREN, ...RANGE_CALLS],
	scopes: ['contact:contact.base:readonly', 'contact:contact:readonly_as_app'],
	identity: 'either',
	fields: [departmentChoice, recursive, pagingFields, simplifyField],
	output: userOutput,
	async run({ read, feishu, context }) {
		const department = read(departmentChoice);
		const limit = read(pagingFields);
		const simple = read(simplifyField);
		const users = read(recursive)
			? await take(peopleBelow(feishu, department), limit)
			: await feishu.list(this.endpoint, {
					query: { department_id: department.id, department_id_type: department.type },
					limit,
					pageSize: 50,
				});
		if (users.length === 0 && department.id === ROOT_DEPARTMENT && !read(recursive))
			// Older versions of n8n have no hints.
			context.addExecutionHints?.({ message: NOBODY_AT_THE_TOP, location: 'outputPane' });
		return users.map((user) => simplified(user, simple));
	},
});
