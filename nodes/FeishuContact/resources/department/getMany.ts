import { departmentField } from '../../../shared/contact/department';
import { DEPARTMENT_CHILDREN } from '../../../shared/contact/directory';
import { userIdTypeField } from '../../../shared/contact/userIdType';
import { pagingFields } from '../../../shared/fields/common';
import { flagField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { departmentOutput } from './output';

const below = departmentField({ displayName: 'Below', description: 'The department whose departments are listed' });

const allLevels = flagField({
	displayName: 'Include All Levels',
	name: 'allLevels',
	default: false,
	description: 'Whether to list the departments of all levels below rather than of the next one',
});

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many departments',
	description: 'List the departments below one, or of the whole organization',
	endpoint: DEPARTMENT_CHILDREN,
	scopes: ['contact:department.organize:readonly', 'contact:contact.base:readonly', 'contact:contact:readonly_as_app'],
	identity: 'either',
	fields: [below, allLevels, pagingFields, userIdTypeField],
	output: departmentOutput,
	async run({ read, feishu }) {
		const { id, type } = read(below);
		return await feishu.list(this.endpoint, {
			path: { department_id: id },
			query: { department_id_type: type, fetch_child: read(allLevels), user_id_type: read(userIdTypeField) },
			limit: read(pagingFields),
			pageSize: 50,
		});
	},
});
