import type { App } from './apps';
import type { Contact, Department, User, UserGroup } from './contact';

type Ranged = Pick<App, 'contact_range'>;

/** The department and all above it, below the root. */
export function withAncestors({ departments }: Contact, openId: string): Department[] {
	const department = departments.get(openId);
	return department ? [department, ...withAncestors({ departments } as Contact, department.parent)] : [];
}

/** Whether the range of contacts is all staff, as the root department asks for. */
export const seesAllStaff = ({ contact_range: range }: Ranged): boolean => range === null;

export const seesDepartment = (contact: Contact, { contact_range: range }: Ranged, openId: string): boolean =>
	range === null || withAncestors(contact, openId).some(({ open_department_id: id }) => range.departments.includes(id));

export const seesGroup = ({ contact_range: range }: Ranged, { id }: UserGroup): boolean =>
	range === null || range.groups.includes(id);

/**
 * Whether a person is in the range of contacts of an app: by name, by department or by user group.
 * Source: https://open.feishu.cn/document/ukTMukTMukTM/uETNz4SM1MjLxUzM/v3/guides/scope_authority
 */
export function seesUser(contact: Contact, app: Ranged, { open_id: openId, department_ids: ids }: User): boolean {
	const { contact_range: range } = app;
	if (range === null || range.users.includes(openId)) return true;
	if (ids.some((id) => seesDepartment(contact, app, id))) return true;
	return range.groups.some((id) => contact.groups.get(id)?.users.includes(openId));
}
