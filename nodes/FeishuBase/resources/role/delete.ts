import { baseField } from '../../../shared/base/base';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { roleField } from './role';

const base = baseField();

export const deleteRole = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a role',
	description: 'Take a role away; its members lose what it let them do',
	endpoint: 'DELETE /open-apis/bitable/v1/apps/:app_token/roles/:role_id',
	scopes: ['base:role:delete', 'bitable:app'],
	identity: 'either',
	fields: [base, roleField],
	output: doneOutput('deleted', 'app_token', 'role_id'),
	orderBy: ({ read }) => JSON.stringify(read(base).address),
	async run({ read, ...asking }) {
		const place = read(base);
		const role = read(roleField);
		const app_token = await place.token(asking);
		const role_id = await role.id(asking, app_token);
		await asking.feishu.call(this.endpoint, { path: { app_token, role_id } });
		return { deleted: true, app_token, role_id };
	},
});
