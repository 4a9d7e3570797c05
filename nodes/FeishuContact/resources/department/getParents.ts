import { departmentField } from '../../../shared/contact/department';
import { ROOT_DEPARTMENT } from '../../../shared/contact/directory';
import { userIdTypeField } from '../../../shared/contact/userIdType';
import { defineOperation } from '../../../shared/operation/operation';
import { departmentOutput } from './output';

const department = departmentField();

export const getParents = defineOperation({
	value: 'getParents',
	name: 'Get Parents',
	action: 'Get the parents of a department',
	description: 'List the departments above one, the nearest first',
	endpoint: 'GET /open-apis/contact/v3/departments/parent',
	scopes: ['contact:department.organize:readonly', 'contact:contact.base:readonly', 'contact:contact:readonly_as_app'],
	identity: 'either',
	fields: [department, userIdTypeField],
	output: departmentOutput,
	async run({ read, feishu }) {
		const { id, type } = read(department);
		if (id === ROOT_DEPARTMENT) throw department.refuse('is the whole organization', 'Nothing is above it');
		return await feishu.list(this.endpoint, {
			query: { department_id: id, department_id_type: type, user_id_type: read(userIdTypeField) },
			limit: Infinity,
			pageSize: 50,
		});
	},
});
