import { baseField } from '../../../shared/base/base';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { ADVANCED_CALLS } from '../role/onceAdvanced';
import { roleField } from '../role/role';
import { changeMembers } from './change';
import { membersField } from './members';

const base = baseField();

const MEMBER = { type: 'string', id: 'string' } as const;

export const remove = defineOperation({
	value: 'remove',
	name: 'Remove',
	action: 'Remove members from a role',
	description: 'Take a role from people, groups and departments; who did not have it is in the output',
	endpoint: 'POST /open-apis/bitable/v1/apps/:app_token/roles/:role_id/members/batch_delete',
	alsoCalls: ADVANCED_CALLS,
	scopes: ['base:collaborator:delete', 'bitable:app'],
	identity: 'either',
	fields: [base, roleField, membersField],
	output: outputOf({ app_token: 'string', role_id: 'string', removed: [MEMBER], not_found: [MEMBER] }),
	orderBy: ({ read }) => JSON.stringify(read(base).address),
	async run({ read, ...asking }) {
		const place = read(base);
		const role = read(roleField);
		const membersOf = read(membersField);
		const members = await membersOf(asking.feishu);
		const app_token = await place.token(asking);
		const path = { app_token, role_id: await role.id(asking, app_token) };
		const { done, unknown } = await changeMembers(asking, this.endpoint, path, members);
		return { ...path, removed: done, not_found: unknown };
	},
});
