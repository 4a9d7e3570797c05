import { CREATED_BY_READER, fieldPermissions, ruleConditions } from '../../../../feishu/base/roleRules';
import type { JsonObject } from '../../../../feishu/json';
import type { Base } from '../../../shared/base/basePlace';
import type { Asking } from '../../../shared/client/asking';
import { fieldsOf } from '../../../shared/base/contents';
import { Table } from '../../../shared/base/tablePlace';
import { PERMISSIONS, type More, type TableWish } from './tables';

/** A table in a role, as the platform takes it. */
export interface TableRole extends JsonObject {
	table_id: string;
	table_perm: number;
}

/**
 * What a role may do with tables, as the platform takes it: tables by their IDs, fields by their names, options by their
 * IDs. Fields are read only where a row names one.
 * @throws InputError naming what the base does not have; CallError
 */
export async function tableRoles(asking: Asking, base: Base, wishes: readonly TableWish[]): Promise<TableRole[]> {
	const roles: TableRole[] = [];
	for (const wish of wishes) roles.push(await tableRole(asking, base, wish));
	return roles;
}

async function tableRole(asking: Asking, base: Base, wish: TableWish): Promise<TableRole> {
	const { conditions, more, labels, permission } = wish;
	const path = await new Table(base, wish.table, labels.table).path(asking);
	// An empty object is what the panel starts with: to the platform it would be no field at all.
	const byField = Object.keys(more.fieldPermissions ?? {}).length > 0 ? more.fieldPermissions : undefined;
	const fields = conditions.length > 0 || byField !== undefined ? await fieldsOf(asking, path) : [];
	const chosen = [
		...ruleConditions(labels.conditions, conditions, fields),
		...(more.ownRecords ? [CREATED_BY_READER] : []),
	];
	return {
		table_id: path.table_id,
		table_perm: PERMISSIONS[permission],
		...(chosen.length > 0 && { rec_rule: { conditions: chosen, conjunction: more.match ?? 'and', ...others(more) } }),
		...(byField !== undefined && { field_perm: fieldPermissions(labels.fields, byField, fields) }),
		...(more.addRecords !== undefined && { allow_add_record: more.addRecords }),
		...(more.deleteRecords !== undefined && { allow_delete_record: more.deleteRecords }),
		...(more.views !== undefined && { view_perm: more.views === 'edit' ? 2 : 1 }),
		...more.json,
	};
}

const others = ({ others: chosen }: More) => (chosen === undefined ? {} : { other_perm: chosen === 'view' ? 1 : 0 });

/** What the platform tells of a role, and does not take. */
const TOLD_ONLY: readonly string[] = ['perm', 'field_type', 'block_type', 'table_name'];

/** What was read of a role as it may be written again. */
export function writable(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(writable);
	if (typeof value !== 'object' || value === null) return value;
	const kept = Object.entries(value).filter(([key]) => !TOLD_ONLY.includes(key));
	return Object.fromEntries(kept.map(([key, inner]) => [key, KEPT.includes(key) ? inner : writable(inner)]));
}

/** By the names of fields, which may be called anything. */
const KEPT: readonly string[] = ['field_perm', 'view_rules', 'field_action_rules'];
