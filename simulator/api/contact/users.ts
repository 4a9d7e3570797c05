import { BOTH } from '../../gateway/tokens';
import { PlatformError } from '../../platform/envelope';
import { DEPARTMENT_ID_TYPES, USER_ID_TYPES } from '../../platform/ids';
import { page } from '../../platform/paging';
import { hasScope } from '../../platform/scopes';
import { flag, integer, oneOf, required, text, texts, withDefault } from '../../platform/validate';
import type { User } from '../../state/contact';
import type { Operator } from '../../state/operator';
import type { Store } from '../../state/store';
import { defineRoute } from '../../gateway/route';
import { isSeen, visibleDepartment, visibleUser } from './contactAccess';
import { USER_FIELDS } from './contactFields';
import { type IdTypes, userStatus, userView } from './contactViews';

const READ_SCOPES = [
	'contact:contact.base:readonly',
	'contact:contact:access_as_app',
	'contact:contact:readonly',
	'contact:contact:readonly_as_app',
];
const ORGANIZATION = 'contact:department.organize:readonly';
export const ID_TYPES = {
	user_id_type: withDefault(oneOf(USER_ID_TYPES), 'open_id'),
	department_id_type: withDefault(oneOf(DEPARTMENT_ID_TYPES), 'open_department_id'),
};
export const contactPaging = (size = 10) => ({
	page_size: withDefault(integer({ min: 1, max: 50 }), size),
	page_token: text(),
});
export const invalidPageToken = () => new PlatformError(40012, 'page token is invalid error');

/** One page of the people of a department, those who left excepted. */
function peopleIn(
	store: Store,
	by: Operator,
	departmentId: string,
	query: IdTypes & { page_size: number; page_token?: string },
) {
	const { open_department_id: id } = visibleDepartment(store, by, query.department_id_type, departmentId);
	const users = [...store.contact.users.values()].filter(
		(user) => user.department_ids.includes(id) && !user.is_resigned,
	);
	const { items, ...more } = page(users, {
		size: query.page_size,
		token: query.page_token,
		scope: id,
		invalidToken: invalidPageToken,
	});
	return { data: { ...more, items: items.map((user) => userView(store, by, user, query)) } };
}

const MAINLAND = '+86';

/** Numbers of mainland China are written without their country, all others with it. */
const byMobile = (store: Store, mobile: string): User | undefined =>
	store.contact.find('mobile', mobile.startsWith('+') ? mobile : `${MAINLAND}${mobile}`);

export const userRoutes = [
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/users/:user_id',
		tokens: BOTH,
		scopes: READ_SCOPES,
		query: ID_TYPES,
		handle({ platform: { store }, by, params, query }) {
			const user = visibleUser(store, by, query.user_id_type, params.user_id ?? '');
			return { data: { user: userView(store, by, user, query) } };
		},
	}),
	// Who is unknown or outside the range of contacts is left out.
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/users/batch',
		tokens: BOTH,
		scopes: READ_SCOPES.slice(0, 1),
		query: { ...ID_TYPES, user_ids: required(texts({ min: 1, max: 50 })) },
		handle({ platform: { store }, by, query }) {
			const found = query.user_ids
				.map((id) => store.directory.find(by.app, query.user_id_type, id))
				.filter((user) => user !== undefined && isSeen(store, by, user));
			return { data: { items: found.map((user) => userView(store, by, user as User, query, false)) } };
		},
	}),
	/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/user/batch_get_id */
	defineRoute({
		method: 'POST',
		path: '/open-apis/contact/v3/users/batch_get_id',
		scopes: ['contact:user.id:readonly'],
		query: { user_id_type: ID_TYPES.user_id_type },
		body: { emails: texts({ max: 50 }), mobiles: texts({ max: 50 }), include_resigned: flag() },
		handle({ platform: { store }, by, query, body }) {
			const entries = [
				...(body.emails ?? []).map((email) => ({ email })),
				...(body.mobiles ?? []).map((mobile) => ({ mobile })),
			];
			const list = entries.map((entry) => {
				const user = 'email' in entry ? store.contact.find('email', entry.email) : byMobile(store, entry.mobile);
				// Somebody who is not found, or may not be seen, comes back without user_id.
				if (!user || (user.is_resigned && !body.include_resigned) || !isSeen(store, by, user)) return entry;
				const status = hasScope(by, USER_FIELDS.status ?? []) ? { status: userStatus(user) } : {};
				return { ...entry, user_id: store.directory.idFor(by.app, user.open_id, query.user_id_type), ...status };
			});
			return { data: { user_list: list } };
		},
	}),
	// Names alone, for a few; who is unknown or outside the range of contacts is left out.
	defineRoute({
		method: 'POST',
		path: '/open-apis/contact/v3/users/basic_batch',
		tokens: BOTH,
		tier: 6,
		scopes: ['contact:user.basic_profile:readonly'],
		query: { user_id_type: ID_TYPES.user_id_type },
		body: { user_ids: required(texts({ min: 1, max: 10 })) },
		handle({ platform: { store }, by, query, body }) {
			const found = body.user_ids.flatMap((id) => store.directory.find(by.app, query.user_id_type, id) ?? []);
			const users = found.filter((user) => isSeen(store, by, user));
			return {
				data: {
					users: users.map((user) => ({
						user_id: store.directory.idFor(by.app, user.open_id, query.user_id_type),
						name: user.name,
						i18n_name: { zh_cn: user.name, en_us: user.en_name },
					})),
				},
			};
		},
	}),
	// Only those directly in the department, as on the platform: there is no recursion.
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/users/find_by_department',
		tokens: BOTH,
		scopes: [...READ_SCOPES, ORGANIZATION],
		query: { ...ID_TYPES, ...contactPaging(), department_id: required(text()) },
		handle: ({ platform: { store }, by, query }) => peopleIn(store, by, query.department_id, query),
	}),
	// The older list; without a department those of the root.
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/users',
		tokens: BOTH,
		scopes: [...READ_SCOPES, ORGANIZATION],
		query: {
			...ID_TYPES,
			page_size: withDefault(integer({ min: 1, max: 100 }), 10),
			page_token: text(),
			department_id: text(),
		},
		handle: ({ platform: { store }, by, query }) => peopleIn(store, by, query.department_id || '0', query),
	}),
];
