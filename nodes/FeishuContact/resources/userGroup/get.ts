import type { IDataObject } from 'n8n-workflow';

import { userGroupFieldOld } from '../../../shared/contact/userGroup';
import { defineOperation } from '../../../shared/operation/operation';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a user group',
	description: 'Read name, description and member counts of a user group',
	endpoint: 'GET /open-apis/contact/v3/group/:group_id',
	scopes: ['contact:group:readonly'],
	fields: [userGroupFieldOld()],
	async run({ param, feishu }) {
		const { group } = await feishu.call<{ group: IDataObject }>(this.endpoint, {
			path: { group_id: param.located('userGroup').value },
		});
		return group;
	},
});
