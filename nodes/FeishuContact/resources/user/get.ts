import { simplifyFieldOld } from '../../../shared/fields/common';
import { userFieldOld, userId } from '../../../shared/contact/user';
import { defineOperation } from '../../../shared/operation/operation';
import { userOutput, type User } from './output';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a user',
	description: 'Read a person by ID or e-mail address',
	endpoint: 'GET /open-apis/contact/v3/users/:user_id',
	alsoCalls: ['POST /open-apis/contact/v3/users/batch_get_id'],
	scopes: ['contact:contact.base:readonly', 'contact:contact:readonly_as_app'],
	fields: [userFieldOld(), simplifyFieldOld()],
	async run({ param, feishu }) {
		const { id, type } = await userId(param, feishu);
		const { user } = await feishu.call<{ user: User }>(this.endpoint, {
			path: { user_id: id },
			query: { user_id_type: type },
		});
		return userOutput(user, param.flag('simple'));
	},
});
