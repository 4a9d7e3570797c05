import { InputError } from '../../../../feishu/input';
import { ROOT_DEPARTMENT } from '../../../shared/contact/directory';
import { departmentFieldOld, departmentReference } from '../../../shared/contact/department';
import { userIdTypeFieldOld } from '../../../shared/contact/userIdType';
import { defineOperation } from '../../../shared/operation/operation';

export const getParents = defineOperation({
	value: 'getParents',
	name: 'Get Parents',
	action: 'Get the parents of a department',
	description: 'List the departments above one, the nearest first',
	endpoint: 'GET /open-apis/contact/v3/departments/parent',
	scopes: ['contact:department.organize:readonly', 'contact:contact.base:readonly', 'contact:contact:readonly_as_app'],
	fields: [departmentFieldOld(), userIdTypeFieldOld()],
	async run({ param, feishu }) {
		const { id, type } = departmentReference(param);
		if (id === ROOT_DEPARTMENT) {
			const field = param.label('department');
			throw new InputError(field, `The field '${field}' is the whole organization`, 'Nothing is above it');
		}
		return await feishu.list(this.endpoint, {
			query: { department_id: id, department_id_type: type, user_id_type: param.choice('userIdType') },
			limit: Infinity,
			pageSize: 50,
		});
	},
});
