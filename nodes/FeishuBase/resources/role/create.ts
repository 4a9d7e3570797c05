import { baseField } from '../../../shared/base/base';
import { complaint } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { roleNameField } from './name';
import { ADVANCED_CALLS, onceAdvanced } from './onceAdvanced';
import { baseRights, roleOptions } from './options';
import { ROLE } from './output';
import { tableRoles } from './tableRoles';
import { tablesField } from './tables';

const base = baseField();

const name = roleNameField({ displayName: 'Role Name', name: 'roleName', required: true });

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a role',
	description: 'Make a role that says what its members may do with tables; the base needs advanced permissions',
	endpoint: 'POST /open-apis/base/v2/apps/:app_token/roles',
	alsoCalls: ADVANCED_CALLS,
	scopes: ['base:role:create'],
	identity: 'either',
	fields: [base, name, tablesField, roleOptions],
	output: outputOf(ROLE),
	orderBy: ({ read }) => JSON.stringify(read(base).address),
	async run({ read, label, ...asking }) {
		const place = read(base);
		const role_name = read(name);
		const wishes = read(tablesField);
		const options = read(roleOptions);
		if (wishes.length === 0)
			throw complaint(label(tablesField), 'is empty', 'Add at least one table: those without a row are not seen');
		const app_token = await place.token(asking);
		const body = {
			role_name,
			table_roles: await tableRoles(asking, place, wishes),
			...(await baseRights(asking, place, options)),
		};
		const { role = {} } = await onceAdvanced(
			asking,
			app_token,
			async () => await asking.feishu.call<{ role?: object }>(this.endpoint, { path: { app_token }, body }),
		);
		return { ...role };
	},
});
