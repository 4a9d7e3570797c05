import { pagingFieldsOld } from '../../../shared/fields/common';
import { userGroupFieldOld } from '../../../shared/contact/userGroup';
import { userIdTypeFieldOld } from '../../../shared/contact/userIdType';
import { readChoice } from '../../../shared/fields/values';
import { defineOperation } from '../../../shared/operation/operation';

const TYPES = [
	{ name: 'Departments', value: 'department', description: 'Departments that belong to the group as a whole' },
	{ name: 'People', value: 'user', description: 'People who belong to the group themselves' },
];

export const getMembers = defineOperation({
	value: 'getMembers',
	name: 'Get Members',
	action: 'Get the members of a user group',
	description: 'List the people, or the departments, of a user group by their IDs',
	endpoint: 'GET /open-apis/contact/v3/group/:group_id/member/simplelist',
	scopes: ['contact:group:readonly'],
	fields: [
		userGroupFieldOld(),
		{
			displayName: 'Members',
			name: 'memberType',
			type: 'options',
			options: TYPES,
			default: 'user',
			description: 'Which members are listed',
		},
		...pagingFieldsOld(),
		userIdTypeFieldOld(),
	],
	async run({ param, feishu }) {
		const member_type = readChoice(param, 'memberType', TYPES);
		return await feishu.list(this.endpoint, {
			path: { group_id: param.located('userGroup').value },
			query: {
				member_type,
				// Departments come by their open_department_id, unless asked otherwise.
				member_id_type: member_type === 'user' ? param.choice('userIdType') : undefined,
			},
			limit: param.limit(),
			pageSize: 100,
			itemsKey: 'memberlist',
		});
	},
});
