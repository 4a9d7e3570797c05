import { DEPARTMENT_CHILDREN } from '../../../shared/contact/directory';
import { pagingFieldsOld } from '../../../shared/fields/common';
import { departmentFieldOld, departmentReference } from '../../../shared/contact/department';
import { userIdTypeFieldOld } from '../../../shared/contact/userIdType';
import { defineOperation } from '../../../shared/operation/operation';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many departments',
	description: 'List the departments below one, or of the whole organization',
	endpoint: DEPARTMENT_CHILDREN,
	scopes: ['contact:department.organize:readonly', 'contact:contact.base:readonly', 'contact:contact:readonly_as_app'],
	fields: [
		departmentFieldOld({ displayName: 'Below', description: 'The department whose departments are listed' }),
		{
			displayName: 'Include All Levels',
			name: 'allLevels',
			type: 'boolean',
			default: false,
			description: 'Whether to list the departments of all levels below rather than of the next one',
		},
		...pagingFieldsOld(),
		userIdTypeFieldOld(),
	],
	async run({ param, feishu }) {
		const { id, type } = departmentReference(param);
		return await feishu.list(this.endpoint, {
			path: { department_id: id },
			query: {
				department_id_type: type,
				fetch_child: param.flag('allLevels'),
				user_id_type: param.choice('userIdType'),
			},
			limit: param.limit(),
			pageSize: 50,
		});
	},
});
