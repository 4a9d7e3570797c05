import { object } from '../../../../feishu/json';
import { baseField } from '../../../shared/base/base';
import { complaint } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { roleNameField } from './name';
import { ADVANCED_CALLS, onceAdvanced } from './onceAdvanced';
import { baseRights, roleOptions } from './options';
import { ROLE } from './output';
import { roleField } from './role';
import { tableRoles, writable } from './tableRoles';
import { tablesField } from './tables';

const base = baseField();

const name = roleNameField({
	displayName: 'New Role Name',
	name: 'newRoleName',
	description: 'Empty for the name that it has',
});

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a role',
	description: 'Rename a role, or change what it may do with some tables; tables without a row stay as they are',
	endpoint: 'PUT /open-apis/base/v2/apps/:app_token/roles/:role_id',
	alsoCalls: ADVANCED_CALLS,
	scopes: ['base:role:update'],
	identity: 'either',
	fields: [base, roleField, name, tablesField, roleOptions],
	output: outputOf(ROLE),
	orderBy: ({ read }) => JSON.stringify(read(base).address),
	async run({ read, label, ...asking }) {
		const place = read(base);
		const role = read(roleField);
		const newName = read(name);
		const wishes = read(tablesField);
		const options = read(roleOptions);
		if (newName === '' && wishes.length === 0 && Object.keys(options).length === 0)
			throw complaint(
				label(tablesField),
				'is empty',
				'Add a table, an option or a new name: there is nothing to change',
			);
		const app_token = await place.token(asking);
		// The page asks for the name and all tables, and says that what is not given stays: all of it is right either way.
		const known = await onceAdvanced(asking, app_token, async () => await role.entry(asking, app_token));
		const changed = await tableRoles(asking, place, wishes);
		const ids = new Set(changed.map(({ table_id }) => table_id));
		const tables = Array.isArray(known.table_roles) ? (known.table_roles as unknown[]) : [];
		const left = tables.filter((one) => !ids.has(String(object(one).table_id)));
		const body = {
			role_name: newName || known.role_name,
			table_roles: [...(writable(left) as object[]), ...changed],
			...(await baseRights(asking, place, options, object(known.base_rule))),
		};
		const path = { app_token, role_id: known.role_id };
		const answer = await asking.feishu.call<{ role?: object }>(this.endpoint, { path, body, idempotent: true });
		return { role_id: path.role_id, role_name: body.role_name, ...answer.role };
	},
});
