import { permissionOf } from '../../base/access';
import { problem } from '../../base/problem';
import { addRole, changeRole, roleById, type RoleRequest, roleView } from '../../base/roles';
import type { Call, Route } from '../../gateway/route';
import {
	flag,
	integer,
	nested,
	object,
	objects,
	oneOf,
	required,
	text,
	texts,
	withDefault,
} from '../../platform/validate';
import type { Base } from '../../state/bases';
import { baseOf, baseRoute, listed, PAGING } from './baseRoute';

const OLDER = '/open-apis/bitable/v1/apps/:app_token/roles';
const NEWER = '/open-apis/base/v2/apps/:app_token/roles';

const OPERATORS = ['is', 'isNot', 'contains', 'doesNotContain', 'isEmpty', 'isNotEmpty'] as const;
const PERMISSIONS = [0, 1, 2, 4];

const CONDITIONS = objects(
	{
		field_name: required(text(), { allowEmpty: true }),
		operator: withDefault(oneOf(OPERATORS), 'is'),
		value: texts({ max: 50 }),
	},
	{ max: 10 },
);
const CONJUNCTION = withDefault(oneOf(['and', 'or']), 'and');

const ROLE = {
	role_name: required(text({ max: 100 }), { allowEmpty: true }),
	table_roles: required(
		objects(
			{
				table_perm: required(integer({ min: 0, max: 4 })),
				table_name: text({ max: 50 }),
				table_id: text({ max: 50 }),
				rec_rule: nested({
					conditions: CONDITIONS,
					conjunction: CONJUNCTION,
					other_perm: withDefault(integer({ min: 0, max: 1 }), 0),
				}),
				other_rec_rule: nested({ conditions: CONDITIONS, conjunction: CONJUNCTION }),
				field_perm: object(),
				allow_add_record: withDefault(flag(), true),
				allow_delete_record: withDefault(flag(), true),
				view_perm: withDefault(integer({ min: 0, max: 2 }), 2),
				view_rules: object(),
				field_action_rules: object(),
			},
			{ max: 100 },
		),
	),
	block_roles: objects({ block_id: required(text()), block_perm: required(integer({ min: 0, max: 1 })) }, { max: 100 }),
	base_rule: object(),
};

type AnyCall = Pick<Call, 'platform' | 'by' | 'params'>;

/** A base with advanced permissions, for who manages it; they take a moment after they were turned on. */
export function advancedBase(call: AnyCall, refused: 1254302 | 1254304 = 1254302): Base {
	const { store } = call.platform;
	const base = baseOf(call, 'view');
	if (permissionOf(store, base, call.by) !== 'full_access') throw problem(refused);
	if (!base.is_advanced || base.advanced_at > store.clock.now()) throw problem(1254301);
	return base;
}

/** What comes, without what was not given. */
function requestIn(body: object): RoleRequest {
	const request = JSON.parse(JSON.stringify(body)) as RoleRequest;
	if (request.table_roles.some(({ table_perm: perm }) => !PERMISSIONS.includes(perm))) throw problem(1254001);
	return request;
}

/** The endpoints of one version: the older ones know less of a table, and ask for the scopes of bases as well. */
function rolesOf(path: string, version: 1 | 2): Route[] {
	const scopes = (...names: string[]) => (version === 1 ? names : names.slice(0, 1));
	const refused = version === 1 ? 1254302 : 1254304;
	return [
		baseRoute({
			method: 'GET',
			path,
			scopes: scopes('base:role:read', 'bitable:app', 'bitable:app:readonly'),
			tier: 8,
			query: PAGING,
			handle(call) {
				const base = advancedBase(call, refused);
				const roles = base.roles.map((role) => roleView(base, role, version));
				return { data: listed(call, roles, call.query, 'roles', version === 1 ? 30 : 100) };
			},
		}),
		baseRoute({
			method: 'POST',
			path,
			scopes: scopes('base:role:create', 'bitable:app'),
			tier: 7,
			body: ROLE,
			handle(call) {
				const base = advancedBase(call, refused);
				const role = addRole(base, requestIn(call.body));
				call.platform.store.changed();
				return { data: { role: roleView(base, role, version) } };
			},
		}),
		baseRoute({
			method: 'PUT',
			path: `${path}/:role_id`,
			scopes: scopes('base:role:update', 'bitable:app'),
			tier: 7,
			body: ROLE,
			handle(call) {
				const { store } = call.platform;
				const base = advancedBase(call, refused);
				const role = roleById(base, call.params.role_id ?? '');
				changeRole(base, role, requestIn(call.body), version === 1 ? 'replaced' : store.settings.baseRoleTables);
				store.changed();
				return { data: { role: roleView(base, role, version) } };
			},
		}),
	];
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/bitable-v1/advanced-permission/base-v2/app-role/create and its neighbors */
export const baseRoleRoutes = [
	...rolesOf(OLDER, 1),
	...rolesOf(NEWER, 2),
	baseRoute({
		method: 'DELETE',
		path: `${OLDER}/:role_id`,
		scopes: ['base:role:delete', 'bitable:app'],
		tier: 7,
		handle(call) {
			const base = advancedBase(call);
			const role = roleById(base, call.params.role_id ?? '');
			base.roles = base.roles.filter((one) => one !== role);
			call.platform.store.changed();
			return { data: {} };
		},
	}),
];
