import { userField } from '../../../shared/contact/person';
import { simplifyField } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { simplified, userOutput, type User } from './output';

const person = userField();

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a user',
	description: 'Read a person by ID or e-mail address',
	endpoint: 'GET /open-apis/contact/v3/users/:user_id',
	scopes: ['contact:contact.base:readonly', 'contact:contact:readonly_as_app'],
	identity: 'either',
	fields: [person, simplifyField],
	output: userOutput,
	async run({ read, feishu }) {
		const { id, type } = await read(person).id(feishu);
		const { user } = await feishu.call<{ user: User }>(this.endpoint, {
			path: { user_id: id },
			query: { user_id_type: type },
		});
		return simplified(user, read(simplifyField));
	},
});
