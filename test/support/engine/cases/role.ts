import { byId, list, type Platform } from '..';
import { addRole } from '../../../../simulator/base/roles';
import { BASE, ownBase } from './base';
import { late, LIMIT, type Cases } from './common';

/** A fresh base with advanced permissions, one table and one role, which may read it. */
export function ownRole(p: Platform) {
	const base = ownBase(p);
	base.is_advanced = true;
	const [table] = [...base.tables.values()];
	if (!table) throw new Error('A base has a table');
	const role = addRole(base, { role_name: 'Readers', table_roles: [{ table_id: table.table_id, table_perm: 1 }] });
	return { base, table, role, where: { base: byId(base.app_token), role: list(role.role_id) } };
}

const rows = (...table: object[]) => ({ tables: { table } as never });
const ofTable = (p: Platform) => {
	const { table, where } = ownRole(p);
	return { ...where, ...rows({ roleTable: byId(table.table_id), permission: 'edit' }) };
};
const row = (more: object) => rows({ roleTable: byId('tbl1'), permission: 'view', ...more });
const condition = (given: object) => ({ conditions: { condition: [given] } });

const TABLES = [
	[rows({ roleTable: byId(late('')) }), 'Table 1 → Table'],
	[row({ permission: late('all') }), 'Table 1 → Permission'],
	[row(condition({ field: late(' '), values: 'x' })), 'Field'],
	[row(condition({ field: 'Status', values: late('') })), 'Values'],
	[row({ permission: 'manage', ...condition({ field: 'Status', values: 'x' }) }), 'Only Records Where'],
	[row({ permission: 'none', more: { ownRecords: true } }), 'Only Records Where'],
	[row({ permission: 'none', more: { fieldPermissions: '{"A": "view"}' } }), 'More'],
	[row({ more: { json: '[1]' } }), 'Further Settings'],
] as const;

export const ROLE = [[{ role: list(late('')) }, 'Role']] as const;

export const role: Cases = {
	create: {
		parameters: (p) => ({ ...ofTable(p), roleName: 'Sales' }),
		refused: [
			...BASE,
			[{ roleName: late(' ') }, 'Role Name'],
			[{ roleName: '[x]' }, 'Role Name'],
			[rows(), 'Tables'],
			...TABLES,
		],
	},
	update: {
		parameters: (p) => ({ ...ofTable(p), newRoleName: 'Sales' }),
		refused: [
			...BASE,
			...ROLE,
			[{ newRoleName: '[x]' }, 'New Role Name'],
			[{ ...rows(), newRoleName: '' }, 'Tables'],
			...TABLES,
		],
	},
	getAll: { parameters: (p) => ({ ...ownRole(p).where, returnAll: true }), refused: [...BASE, ...LIMIT] },
	delete: { parameters: (p) => ownRole(p).where, refused: [...BASE, ...ROLE] },
};
