import type { DepartmentIdType, UserIdType } from '../../platform/ids';
import type { Department, User } from '../../state/contact';
import { withAncestors } from '../../state/contactRange';
import type { Operator } from '../../state/operator';
import type { Store } from '../../state/store';
import { DEPARTMENT_FIELDS, opened, USER_FIELDS } from './contactFields';

export interface IdTypes {
	user_id_type: UserIdType;
	department_id_type: DepartmentIdType;
}

const avatars = (user: User) => {
	const url = `https://example.com/avatar/${user.user_id}.png`;
	return { avatar_72: url, avatar_240: url, avatar_640: url, avatar_origin: url };
};

export const userStatus = (user: User) => ({
	is_frozen: user.is_frozen ?? false,
	is_resigned: user.is_resigned,
	is_activated: !user.is_unregistered,
	is_exited: false,
	is_unjoin: false,
});

/** A department's id in the wanted type; '0' is the root in both. */
export const departmentIdIn = (store: Store, openId: string, idType: DepartmentIdType) =>
	store.contact.departments.get(openId)?.[idType] ?? openId;

const named = ({ name, en_name }: Department) => ({ name, i18n_name: { zh_cn: name, ja_jp: '', en_us: en_name } });

/** The way from the top to each department of the person. */
const pathsOf = (store: Store, user: User, idType: DepartmentIdType) =>
	user.department_ids.map((id) => {
		const way = withAncestors(store.contact, id).reverse();
		const [own] = way.slice(-1);
		return {
			department_id: departmentIdIn(store, id, idType),
			department_name: own && named(own),
			department_path: {
				department_ids: way.map((department) => department[idType]),
				department_path_name: { name: way.map(({ name }) => name).join('/') },
			},
		};
	});

/** A person as far as the caller's scopes reach. Only people see the way through the departments. */
export const userView = (store: Store, by: Operator, user: User, idTypes: IdTypes, withPath = true) => {
	const { department_id_type: idType, user_id_type: userIdType } = idTypes;
	return opened(by, USER_FIELDS, {
		union_id: user.union_id,
		user_id: user.user_id,
		open_id: store.directory.openIdFor(by.app, user.open_id),
		name: user.name,
		en_name: user.en_name,
		nickname: user.nickname ?? '',
		email: user.email,
		mobile: user.mobile,
		mobile_visible: true,
		gender: user.gender ?? 0,
		avatar: avatars(user),
		status: userStatus(user),
		department_ids: user.department_ids.map((id) => departmentIdIn(store, id, idType)),
		leader_user_id: user.leader === undefined ? '' : store.directory.idFor(by.app, user.leader, userIdType),
		city: user.city ?? '',
		country: user.country ?? '',
		work_station: user.work_station ?? '',
		join_time: user.join_time ?? 0,
		is_tenant_manager: false,
		employee_no: user.employee_no ?? '',
		employee_type: 1,
		orders: user.department_ids.map((id, index) => ({
			department_id: departmentIdIn(store, id, idType),
			user_order: 0,
			department_order: 1,
			is_primary_dept: index === 0,
		})),
		custom_attrs: user.custom_attrs ?? [],
		enterprise_email: user.enterprise_email ?? '',
		job_title: user.job_title,
		job_level_id: user.job_level_id ?? '',
		job_family_id: user.job_family_id ?? '',
		department_path: by.user && withPath ? pathsOf(store, user, idType) : undefined,
	});
};

/** A department's children, or with `deep` everything below it, parents before their children. */
export function childrenOf(store: Store, parent: string, deep: boolean): Department[] {
	const direct = [...store.contact.departments.values()].filter((department) => department.parent === parent);
	return deep
		? direct.flatMap((department) => [department, ...childrenOf(store, department.open_department_id, true)])
		: direct;
}

/** People of a department and of those below it. */
function membersOf(store: Store, openId: string, departmentsOf: (user: User) => readonly string[]): number {
	const inside = new Set([openId, ...childrenOf(store, openId, true).map((child) => child.open_department_id)]);
	return [...store.contact.users.values()].filter(
		(user) => !user.is_resigned && departmentsOf(user).some((id) => inside.has(id)),
	).length;
}

/** A department as far as the caller's scopes reach. */
export const departmentView = (store: Store, by: Operator, department: Department, idTypes: IdTypes) => {
	const { department_id_type: idType, user_id_type: userIdType } = idTypes;
	const { open_department_id: openId, leader } = department;
	const idOf = (user: string) => store.directory.idFor(by.app, user, userIdType);
	return opened(by, DEPARTMENT_FIELDS, {
		...named(department),
		parent_department_id: departmentIdIn(store, department.parent, idType),
		department_id: department.department_id,
		open_department_id: openId,
		leader_user_id: leader === undefined ? undefined : idOf(leader),
		chat_id: department.chat_id,
		order: '100',
		unit_ids: department.unit_ids ?? [],
		member_count: membersOf(store, openId, (user) => user.department_ids),
		primary_member_count: membersOf(store, openId, (user) => user.department_ids.slice(0, 1)),
		status: { is_deleted: false },
		leaders: leader === undefined ? undefined : [{ leaderType: 1, leaderID: idOf(leader) }],
		department_hrbps: (department.hrbps ?? []).map(idOf),
	});
};
