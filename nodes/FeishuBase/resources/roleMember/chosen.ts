import { baseField } from '../../../shared/base/base';
import { membersField } from '../../../shared/contact/members';
import type { OperationContext } from '../../../shared/operation/operation';
import { roleField } from '../role/role';
import { changeMembers } from './change';

/** A member in the output. */
export const MEMBER = { type: 'string', id: 'string' } as const;

export const base = baseField();

const members = membersField({
	chat: 'Everybody in the group has the role, its bots as well',
	department: 'Everybody in the department has the role',
	groups: 'An app has a role through a group that its bot is in',
});

/** The fields of an operation that changes who has a role. */
export const CHANGE_FIELDS = [base, roleField, members] as const;

/** Changes the members that are chosen on the panel. @param endpoint of the change; @throws as `changeMembers` */
export async function changeChosen(
	{ read, ...asking }: OperationContext<(typeof CHANGE_FIELDS)[number]>,
	endpoint: string,
) {
	const place = read(base);
	const role = read(roleField);
	const membersOf = read(members);
	const chosen = await membersOf(asking.feishu);
	const app_token = await place.token(asking);
	const path = { app_token, role_id: await role.id(asking, app_token) };
	return { path, ...(await changeMembers(asking, endpoint, path, chosen)) };
}
