import type { IDataObject } from 'n8n-workflow';

import { departmentField } from '../../../shared/contact/department';
import { userIdTypeField } from '../../../shared/contact/userIdType';
import { defineOperation } from '../../../shared/operation/operation';
import { departmentOutput } from './output';

const departmentChoice = departmentField();

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a department',
	description: 'Read name, leader, group chat and member count of a department',
	endpoint: 'GET /open-apis/contact/v3/departments/:department_id',
	scopes: ['contact:contact.base:readonly', 'contact:contact:readonly_as_app'],
	identity: 'either',
	fields: [departmentChoice, userIdTypeField],
	output: departmentOutput,
	async run({ read, feishu }) {
		const { id, type } = read(departmentChoice);
		const { department } = await feishu.call<{ department: IDataObject }>(this.endpoint, {
			path: { department_id: id },
			query: { department_id_type: type, user_id_type: read(userIdTypeField) },
		});
		return department;
	},
});
