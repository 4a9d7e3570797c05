import { PlatformError } from '../../platform/envelope';
import type { DepartmentIdType, UserIdType } from '../../platform/ids';
import type { Department, User, UserGroup } from '../../state/contact';
import { seesAllStaff, seesDepartment, seesGroup, seesUser } from '../../state/contactRange';
import type { Operator } from '../../state/operator';
import type { Store } from '../../state/store';
import { departmentById, userById } from '../../state/lookUp';

const noDepartment = () => new PlatformError(40004, 'no dept authority error', { http: 403 });
const noParent = () => new PlatformError(40014, 'no parent dept authority error', { http: 403 });
const noUser = () => new PlatformError(41050, 'no user authority error');
const noGroup = () => new PlatformError(42009, 'no user group authority error', { http: 403 });

/** The company itself: the root, whose id is 0 in both types. */
export const rootOf = (store: Store): Department => ({
	open_department_id: '0',
	department_id: '0',
	name: store.companyName,
	en_name: store.companyName,
	parent: '0',
});

/** A person's token sees what the person may see in the company, which is everybody here. */
export const isSeen = (store: Store, by: Operator, user: User) =>
	by.user !== undefined || seesUser(store.contact, by.app, user);

export const isDepartmentSeen = (store: Store, by: Operator, { open_department_id: id }: Department) =>
	by.user !== undefined || (id === '0' ? seesAllStaff(by.app) : seesDepartment(store.contact, by.app, id));

export const isGroupSeen = ({ app }: Operator, group: UserGroup) => seesGroup(app, group);

/** A person in the range of contacts; 41050 for one outside. */
export function visibleUser(store: Store, by: Operator, idType: UserIdType, id: string): User {
	const user = userById(store, by.app, idType, id);
	if (!isSeen(store, by, user)) throw noUser();
	return user;
}

/**
 * A department in the range of contacts, or the root for a range of all staff: 40004 for others, 40014 where it is asked
 * for what is below it.
 */
export function visibleDepartment(
	store: Store,
	by: Operator,
	idType: DepartmentIdType,
	id: string,
	what: 'itself' | 'children' = 'itself',
): Department {
	const department = id === '0' ? rootOf(store) : departmentById(store, idType, id);
	if (isDepartmentSeen(store, by, department)) return department;
	throw what === 'children' && id !== '0' ? noParent() : noDepartment();
}

export function requireGroup(by: Operator, group: UserGroup): void {
	if (!isGroupSeen(by, group)) throw noGroup();
}
