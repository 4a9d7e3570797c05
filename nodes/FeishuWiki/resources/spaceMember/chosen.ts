import { membersField, type Member } from '../../../shared/contact/members';
import { choiceField } from '../../../shared/fields/plain';
import { spaceField } from '../../../shared/wiki/space';

export const space = spaceField();

export const members = membersField({
	chat: 'Everybody in the group is a member, and so is an app whose bot is in it',
	department: 'Everybody in the department is a member; only a person can add one',
	groups: 'An app gets into a wiki through a group that its bot is in',
});

export const role = choiceField({
	displayName: 'Role',
	name: 'memberRole',
	options: [
		{ name: 'Admin', value: 'admin', description: 'May change the settings and the members as well' },
		{ name: 'Member', value: 'member', description: 'May read and edit pages' },
	],
	default: 'member',
	description: 'What they are in the wiki. A public wiki takes admins only.',
});

/** In the words of the wiki's endpoints. Source: …/wiki-v2/space-member/create */
const TYPES: Readonly<Record<string, string>> = {
	open_id: 'openid',
	union_id: 'unionid',
	user_id: 'userid',
	chat_id: 'openchat',
	open_department_id: 'opendepartmentid',
	department_id: 'departmentid',
};

export const memberType = ({ type }: Member): string => TYPES[type] ?? type;

/** A member in the output. */
export const MEMBER = {
	member_type: 'string',
	member_id: 'string',
	'member_role?': 'string',
	'type?': 'string',
} as const;
