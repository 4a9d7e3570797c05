import type { IDataObject } from 'n8n-workflow';

import { userGroupField } from '../../../shared/contact/userGroup';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { GROUP } from './output';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a user group',
	description: 'Read name, description and member counts of a user group',
	endpoint: 'GET /open-apis/contact/v3/group/:group_id',
	scopes: ['contact:group:readonly'],
	identity: 'app',
	fields: [userGroupField],
	output: outputOf({
		...GROUP,
		'dynamic_group_rule?': {
			'department_level?': 'string',
			'expressions?': [{ 'field?': 'string', 'operator?': 'string', 'value?': 'string', 'values?': ['string'] }],
			'joiner_rule?': 'string',
			'group_status?': 'string',
		},
		'visible_scope?': {
			'visible_scope_type?': 'string',
			'visible_users?': 'any',
			'visible_departments?': 'any',
			'scene_types?': ['number'],
		},
	}),
	async run({ read, feishu }) {
		const { group } = await feishu.call<{ group: IDataObject }>(this.endpoint, {
			path: { group_id: read(userGroupField) },
		});
		return group;
	},
});
