import type { IDataObject } from 'n8n-workflow';

import { departmentFieldOld, departmentReference } from '../../../shared/contact/department';
import { userIdTypeFieldOld } from '../../../shared/contact/userIdType';
import { defineOperation } from '../../../shared/operation/operation';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a department',
	description: 'Read name, leader, group chat and member count of a department',
	endpoint: 'GET /open-apis/contact/v3/departments/:department_id',
	scopes: ['contact:contact.base:readonly', 'contact:contact:readonly_as_app'],
	fields: [departmentFieldOld(), userIdTypeFieldOld()],
	async run({ param, feishu }) {
		const { id, type } = departmentReference(param);
		const { department } = await feishu.call<{ department: IDataObject }>(this.endpoint, {
			path: { department_id: id },
			query: { department_id_type: type, user_id_type: param.choice('userIdType') },
		});
		return department;
	},
});
