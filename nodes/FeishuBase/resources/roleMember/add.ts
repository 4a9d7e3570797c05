import { baseField } from '../../../shared/base/base';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { ADVANCED_CALLS } from '../role/onceAdvanced';
import { roleField } from '../role/role';
import { changeMembers } from './change';
import { membersField } from './members';

const base = baseField();

const MEMBER = { type: 'string', id: 'string' } as const;

export const add = defineOperation({
	value: 'add',
	name: 'Add',
	action: 'Add members to a role',
	description: 'Give people, groups and departments a role; the base has to be shared with them as well',
	endpoint: 'POST /open-apis/bitable/v1/apps/:app_token/roles/:role_id/members/batch_create',
	alsoCalls: ADVANCED_CALLS,
	scopes: ['base:collaborator:create', 'bitable:app'],
	identity: 'either',
	fields: [base, roleField, membersField],
	output: outputOf({ app_token: 'string', role_id: 'string', added: [MEMBER], not_found: [MEMBER] }),
	orderBy: ({ read }) => JSON.stringify(read(base).address),
	async run({ read, ...asking }) {
		const place = read(base);
		const role = read(roleField);
		const membersOf = read(membersField);
		const members = await membersOf(asking.feishu);
		const app_token = await place.token(asking);
		const path = { app_token, role_id: await role.id(asking, app_token) };
		const { done, unknown } = await changeMembers(asking, this.endpoint, path, members);
		return { ...path, added: done, not_found: unknown };
	},
});
