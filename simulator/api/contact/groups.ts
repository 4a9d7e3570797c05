import { DEPARTMENT_ID_TYPES, USER_ID_TYPES, type DepartmentIdType, type UserIdType } from '../../platform/ids';
import { PlatformError } from '../../platform/envelope';
import { page } from '../../platform/paging';
import { integer, oneOf, text, withDefault } from '../../platform/validate';
import type { UserGroup } from '../../state/contact';
import type { Operator } from '../../state/operator';
import type { Store } from '../../state/store';
import { defineRoute } from '../../gateway/route';
import { isGroupSeen, requireGroup } from './contactAccess';
import { invalidPageToken } from './users';
import { departmentIdIn } from './contactViews';

const SCOPES = ['contact:group:readonly'];
const MAX_PAGE = 100;
const PAGING = { page_size: withDefault(integer(), 50), page_token: text() };
const DEPARTMENT_IDS = { open_id: 'open_department_id', department_id: 'department_id' } as const;

/** A page larger than the endpoint's largest is refused by the endpoint, not by the gateway. */
function checkSize(size: number): number {
	if (size < 1 || size > MAX_PAGE) throw new PlatformError(40011, 'page size is invalid');
	return size;
}

/** By the id that the platform gave or the one that the administrator chose. */
function groupById(store: Store, id: string | undefined): UserGroup {
	const group = [...store.contact.groups.values()].find((each) => each.id === id || each.group_id === id);
	if (!group) throw new PlatformError(42002, 'invalid group_id');
	return group;
}

const view = (group: UserGroup) => ({
	id: group.id,
	name: group.name,
	description: group.description,
	member_user_count: group.users.length,
	member_department_count: group.departments.length,
	type: group.type,
});

/** In the list, with the id that the administrator chose. */
const listed = (group: UserGroup) => ({ ...view(group), group_id: group.group_id });

/** Ids of the members of one kind; 41072 for an id type of the other kind. `open_id` means a department's open id, too. */
function memberIds(store: Store, by: Operator, group: UserGroup, memberType: string, idType: string): string[] {
	const mismatch = () => new PlatformError(41072, 'member_type not match member_id_type');
	if (memberType === 'department') {
		const departmentType = (DEPARTMENT_IDS as Record<string, string>)[idType] ?? idType;
		if (!(DEPARTMENT_ID_TYPES as readonly string[]).includes(departmentType)) throw mismatch();
		return group.departments.map((id) => departmentIdIn(store, id, departmentType as DepartmentIdType));
	}
	if (!(USER_ID_TYPES as readonly string[]).includes(idType)) throw mismatch();
	return group.users.map((id) => store.directory.idFor(by.app, id, idType as UserIdType));
}

export const groupRoutes = [
	/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/group/simplelist */
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/group/simplelist',
		scopes: SCOPES,
		query: { ...PAGING, type: withDefault(integer(), 1) },
		handle({ platform: { store }, by, query }) {
			const { items, ...more } = page(
				[...store.contact.groups.values()].filter((group) => group.type === query.type && isGroupSeen(by, group)),
				{
					size: checkSize(query.page_size),
					token: query.page_token,
					scope: `groups ${query.type}`,
					invalidToken: invalidPageToken,
				},
			);
			return { data: { grouplist: items.map(listed), ...more } };
		},
	}),
	/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/group/get */
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/group/:group_id',
		scopes: SCOPES,
		query: { user_id_type: oneOf(USER_ID_TYPES), department_id_type: oneOf(DEPARTMENT_ID_TYPES) },
		handle: ({ platform: { store }, params }) => ({ data: { group: view(groupById(store, params.group_id)) } }),
	}),
	/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/group-member/simplelist */
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/group/:group_id/member/simplelist',
		scopes: SCOPES,
		query: { ...PAGING, member_id_type: text(), member_type: text() },
		handle({ platform: { store }, by, params, query }) {
			const group = groupById(store, params.group_id);
			requireGroup(by, group);
			const { member_type: memberType = 'user', member_id_type: idType = 'open_id' } = query;
			if (!['user', 'department'].includes(memberType)) throw new PlatformError(41074, 'invalid member_type');
			if (!['open_id', 'union_id', 'user_id', 'department_id', 'open_department_id'].includes(idType))
				throw new PlatformError(41071, 'invalid member_id_type');
			const { items, ...more } = page(memberIds(store, by, group, memberType, idType), {
				size: checkSize(query.page_size),
				token: query.page_token,
				scope: `group ${group.id} ${memberType} ${idType}`,
				invalidToken: invalidPageToken,
			});
			return {
				data: {
					memberlist: items.map((id) => ({ member_id: id, member_type: memberType, member_id_type: idType })),
					...more,
				},
			};
		},
	}),
];
