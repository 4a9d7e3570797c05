import { hasScope, USER_ID_SCOPES } from '../../platform/scopes';
import type { Operator } from '../../state/operator';

/** Scopes that open every ordinary field of the contacts. */
const WHOLE = ['contact:contact:access_as_app', 'contact:contact:readonly', 'contact:contact:readonly_as_app'];
const EMPLOYEE = ['contact:user.employee:readonly', ...WHOLE];
const BASE = ['contact:user.base:readonly', ...WHOLE];
const DEPARTMENT = ['contact:user.department:readonly', ...WHOLE];
const OF_DEPARTMENTS = ['contact:department.base:readonly', ...WHOLE];
const ORGANIZATION = ['contact:department.organize:readonly', ...WHOLE];

type Fields = Readonly<Record<string, readonly string[]>>;

const each = (names: string, scopes: readonly string[]): Fields =>
	Object.fromEntries(names.split(' ').map((name) => [name, scopes]));

/**
 * The fields of a person that come only with one of the scopes; without them they are absent, not empty.
 * Source: the field scopes of https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/user/get
 */
export const USER_FIELDS: Fields = {
	user_id: USER_ID_SCOPES,
	...each('name en_name nickname avatar', BASE),
	email: ['contact:user.email:readonly'],
	mobile: ['contact:user.phone:readonly'],
	gender: ['contact:user.gender:readonly', ...WHOLE],
	...each('status city country work_station join_time is_tenant_manager employee_type', EMPLOYEE),
	...each('custom_attrs enterprise_email job_title', EMPLOYEE),
	employee_no: ['contact:user.employee_number:read', ...EMPLOYEE],
	...each('department_ids leader_user_id orders', DEPARTMENT),
	department_path: ['contact:user.department_path:readonly'],
	job_level_id: ['contact:user.job_level:readonly'],
	job_family_id: ['contact:user.job_family:readonly'],
};

/** Source: the field scopes of https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/department/get */
export const DEPARTMENT_FIELDS: Fields = {
	...each('name i18n_name department_id chat_id status', OF_DEPARTMENTS),
	...each('parent_department_id leader_user_id leaders order unit_ids', ORGANIZATION),
	...each('member_count primary_member_count', ORGANIZATION),
	department_hrbps: ['contact:department.hrbp:readonly'],
};

/** What the caller's scopes open of an object, and nothing that has no value. */
export function opened<T extends object>(by: Operator, fields: Fields, whole: T): Partial<T> {
	const isOpen = (name: string) => !Object.hasOwn(fields, name) || hasScope(by, fields[name] ?? []);
	return Object.fromEntries(
		Object.entries(whole).filter(([name, value]) => value !== undefined && isOpen(name)),
	) as Partial<T>;
}
