import { userGroupField } from '../../../shared/contact/userGroup';
import { userIdTypeField } from '../../../shared/contact/userIdType';
import { pagingFields } from '../../../shared/fields/common';
import { choiceField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const memberType = choiceField({
	displayName: 'Members',
	name: 'memberType',
	options: [
		{ name: 'People', value: 'user', description: 'People who belong to the group themselves' },
		{ name: 'Departments', value: 'department', description: 'Departments that belong to the group as a whole' },
	],
	default: 'user',
	description: 'Which members are listed',
});

export const getMembers = defineOperation({
	value: 'getMembers',
	name: 'Get Members',
	action: 'Get the members of a user group',
	description: 'List the people, or the departments, of a user group by their IDs',
	endpoint: 'GET /open-apis/contact/v3/group/:group_id/member/simplelist',
	scopes: ['contact:group:readonly'],
	identity: 'app',
	fields: [userGroupField, memberType, pagingFields, userIdTypeField],
	output: outputOf({ member_id: 'string', member_type: 'string', 'member_id_type?': 'string' }),
	async run({ read, feishu }) {
		const member_type = read(memberType);
		return await feishu.list(this.endpoint, {
			path: { group_id: read(userGroupField) },
			query: {
				member_type,
				// Departments come by their open_department_id, unless asked otherwise.
				member_id_type: member_type === 'user' ? read(userIdTypeField) : undefined,
			},
			limit: read(pagingFields),
			pageSize: 100,
			itemsKey: 'memberlist',
		});
	},
});
