import { newId } from '../platform/ids';
import type { Base, Field, Table } from '../state/bases';
import type { Role, TableRole } from '../state/baseParts';
import { fieldView } from './fields';
import { TYPES } from './kinds';
import { problem } from './problem';

const MAX_ROLES = 30;

export interface Condition {
	field_name: string;
	operator: string | undefined;
	value?: string[];
}

export interface Rule {
	conditions?: Condition[];
	conjunction?: string;
	other_perm?: number;
	[more: string]: unknown;
}

export interface TableRequest {
	table_perm: number;
	table_id?: string;
	table_name?: string;
	rec_rule?: Rule;
	other_rec_rule?: Rule;
	field_perm?: Record<string, unknown>;
	view_rules?: Record<string, unknown>;
	field_action_rules?: Record<string, unknown>;
	[more: string]: unknown;
}

export interface RoleRequest {
	role_name: string;
	table_roles: TableRequest[];
	block_roles?: { block_id: string; block_perm: number }[];
	base_rule?: Record<string, unknown>;
}

/** What is in the request and not in the base. */
const wrong = () => problem(1254001);

function roleName({ roles }: Base, given: string, itself?: Role): string {
	const name = given.trim();
	if (name === '' || /[[\]]/.test(name)) throw problem(1254032);
	if (roles.some((role) => role !== itself && role.role_name === name)) throw problem(1254033);
	return name;
}

const SELECTS: readonly number[] = [TYPES.single, TYPES.multi];

/** A condition on a field of the table, or with an empty name on who made the record; options go by their ids. */
function checkCondition(table: Table, { field_name: name, value = [] }: Condition): void {
	if (name === '') return;
	const field = table.fields.find((one) => one.field_name === name);
	if (!field) throw problem(1254045);
	if (!SELECTS.includes(field.type)) return;
	const ids = optionIds(field);
	if (value.some((id) => !ids.includes(id))) throw wrong();
}

const optionIds = ({ property }: Field) => (property?.options ?? []).map(({ id }) => id);

function requireNames(known: readonly string[], given: Record<string, unknown> | undefined): void {
	if (Object.keys(given ?? {}).some((name) => !known.includes(name))) throw wrong();
}

/** What somebody may do with a table, once all that it names is there. */
function tableRole({ tables }: Base, request: TableRequest): TableRole {
	const { table_id: id, table_name: name, rec_rule: rule, other_rec_rule: other, ...more } = request;
	const table = id ? tables.get(id) : [...tables.values()].find((one) => one.name === name);
	if (!table) throw wrong();
	for (const condition of [...(rule?.conditions ?? []), ...(other?.conditions ?? [])]) checkCondition(table, condition);
	const columns = table.fields.map(({ field_name: column }) => column);
	requireNames(columns, more.field_perm);
	requireNames(
		table.views.map(({ view_id: view }) => view),
		more.view_rules,
	);
	for (const rules of Object.values(more.field_action_rules ?? {}))
		requireNames(columns, rules as Record<string, unknown>);
	return {
		allow_add_record: true,
		allow_delete_record: true,
		view_perm: 2,
		...more,
		...(rule && { rec_rule: rule }),
		...(other && { other_rec_rule: other }),
		table_id: table.table_id,
	};
}

function blockRoles({ dashboards }: Base, given: RoleRequest['block_roles']): Role['block_roles'] {
	const known = new Set(dashboards.map(({ block_id: id }) => id));
	if (given?.some(({ block_id: id }) => !known.has(id))) throw wrong();
	return given ?? [];
}

export function addRole(
	base: Base,
	{ role_name: name, table_roles: tables, block_roles, base_rule }: RoleRequest,
): Role {
	const role: Role = {
		role_id: newId.role(),
		role_name: roleName(base, name),
		table_roles: tables.map((table) => tableRole(base, table)),
		block_roles: blockRoles(base, block_roles),
		...(base_rule && { base_rule }),
		members: [],
	};
	if (base.roles.length >= MAX_ROLES) throw problem(1254110);
	base.roles.push(role);
	return role;
}

/** Changes what the call has; of the tables all, or with `merged` only those that it names. */
export function changeRole(base: Base, role: Role, request: RoleRequest, tables: 'replaced' | 'merged'): void {
	const name = roleName(base, request.role_name, role);
	const named = request.table_roles.map((table) => tableRole(base, table));
	const left = role.table_roles.filter(({ table_id: id }) => !named.some((one) => one.table_id === id));
	if (request.block_roles) role.block_roles = blockRoles(base, request.block_roles);
	Object.assign(role, {
		role_name: name,
		table_roles: tables === 'merged' ? [...left, ...named] : named,
		...(request.base_rule && { base_rule: request.base_rule }),
	});
}

export function roleById({ roles }: Base, id: string): Role {
	const role = roles.find(({ role_id: one }) => one === id);
	if (!role) throw problem(1254047);
	return role;
}

/** What only the newer endpoints tell. */
const NEWER = ['other_rec_rule', 'view_perm', 'view_rules', 'field_action_rules'];

/** As calls give it: tables with their names, conditions with the types of their fields. */
export function roleView(base: Base, { members: _members, ...role }: Role, version: 1 | 2) {
	const table_roles = role.table_roles.flatMap((one) => {
		const table = base.tables.get(one.table_id);
		if (!table) return [];
		const shown = Object.entries(one).filter(([key]) => version === 2 || !NEWER.includes(key));
		const rules = shown.map(([key, value]) => [
			key,
			key.endsWith('rec_rule') ? ruleView(base, table, value as Rule, one) : value,
		]);
		return [{ ...(Object.fromEntries(rules) as TableRole), table_name: table.name }];
	});
	const { base_rule, ...common } = role;
	const block_roles = role.block_roles.map((block) => ({ ...block, block_type: 'dashboard' }));
	return { ...common, table_roles, block_roles, ...(version === 2 && base_rule && { base_rule }) };
}

function ruleView(base: Base, table: Table, rule: Rule, { table_perm: perm }: TableRole) {
	const conditions = rule.conditions?.map((condition) => {
		const field = table.fields.find((one) => one.field_name === condition.field_name);
		return { ...condition, field_type: field ? fieldView(base, field).type : TYPES.createdUser };
	});
	return { ...rule, conditions, perm };
}
