import type { DepartmentIdType, UserIdType } from '../../platform/ids';
import type { Department, User } from '../../state/contact';
import type { Store } from '../../state/store';

const avatars = (user: User) => {
	const url = `https://example.com/avatar/${user.user_id}.png`;
	return { avatar_72: url, avatar_240: url, avatar_640: url, avatar_origin: url };
};

export const userStatus = (user: User) => ({
	is_frozen: false,
	is_resigned: user.is_resigned,
	is_activated: true,
	is_exited: false,
	is_unjoin: false,
});

/** A department's id in the wanted type; '0' is the root in both. */
export const departmentIdIn = (store: Store, openId: string, idType: DepartmentIdType) =>
	store.contact.departments.get(openId)?.[idType] ?? openId;

export const userView = (store: Store, user: User, idType: DepartmentIdType) => ({
	union_id: user.union_id,
	user_id: user.user_id,
	open_id: user.open_id,
	name: user.name,
	en_name: user.en_name,
	nickname: '',
	email: user.email,
	mobile: user.mobile,
	mobile_visible: true,
	gender: 0,
	avatar: avatars(user),
	status: userStatus(user),
	department_ids: user.department_ids.map((id) => departmentIdIn(store, id, idType)),
	job_title: user.job_title,
	is_tenant_manager: false,
	employee_type: 1,
});

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

export const departmentView = (
	store: Store,
	department: Department,
	idTypes: { user: UserIdType; department: DepartmentIdType },
) => ({
	name: department.name,
	i18n_name: { zh_cn: department.name, ja_jp: '', en_us: department.en_name },
	parent_department_id: departmentIdIn(store, department.parent, idTypes.department),
	department_id: department.department_id,
	open_department_id: department.open_department_id,
	leader_user_id:
		department.leader === undefined ? undefined : store.contact.users.get(department.leader)?.[idTypes.user],
	order: '100',
	member_count: membersOf(store, department.open_department_id, (user) => user.department_ids),
	primary_member_count: membersOf(store, department.open_department_id, (user) => user.department_ids.slice(0, 1)),
	status: { is_deleted: false },
});
