import { PlatformError } from '../../platform/envelope';
import { DEPARTMENT_ID_TYPES, type DepartmentIdType, USER_ID_TYPES } from '../../platform/ids';
import { departmentById, userById } from '../lookUp';
import { page } from '../../platform/paging';
import { flag, integer, oneOf, required, text, texts, withDefault } from '../../platform/validate';
import type { Store } from '../../state/store';
import { defineRoute } from '../../gateway/route';
import { userStatus, userView } from './contactViews';

const READ_SCOPES = [
	'contact:contact.base:readonly',
	'contact:contact:access_as_app',
	'contact:contact:readonly',
	'contact:contact:readonly_as_app',
];
export const ID_TYPES = {
	user_id_type: withDefault(oneOf(USER_ID_TYPES), 'open_id'),
	department_id_type: withDefault(oneOf(DEPARTMENT_ID_TYPES), 'open_department_id'),
};
export const CONTACT_PAGING = { page_size: withDefault(integer({ min: 1, max: 50 }), 10), page_token: text() };
export const invalidPageToken = () => new PlatformError(40012, 'page token is invalid error');

/** One page of the people of a department, those who left excepted. */
function peopleIn(
	store: Store,
	departmentId: string,
	query: { department_id_type: DepartmentIdType; page_size: number; page_token?: string },
) {
	const idType = query.department_id_type;
	const id = departmentId === '0' ? '0' : departmentById(store, idType, departmentId).open_department_id;
	const users = [...store.contact.users.values()].filter(
		(user) => user.department_ids.includes(id) && !user.is_resigned,
	);
	const { items, ...more } = page(users, {
		size: query.page_size,
		token: query.page_token,
		scope: id,
		invalidToken: invalidPageToken,
	});
	return { data: { ...more, items: items.map((user) => userView(store, user, idType)) } };
}

export const userRoutes = [
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/users/:user_id',
		scopes: READ_SCOPES,
		query: ID_TYPES,
		handle: ({ platform: { store }, params, query }) => ({
			data: {
				user: userView(store, userById(store, query.user_id_type, params.user_id ?? ''), query.department_id_type),
			},
		}),
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/users/batch',
		scopes: READ_SCOPES.slice(0, 1),
		query: { ...ID_TYPES, user_ids: required(texts({ min: 1, max: 50 })) },
		handle: ({ platform: { store }, query }) => ({
			data: {
				items: query.user_ids.map((id) =>
					userView(store, userById(store, query.user_id_type, id), query.department_id_type),
				),
			},
		}),
	}),
	defineRoute({
		method: 'POST',
		path: '/open-apis/contact/v3/users/batch_get_id',
		scopes: ['contact:user.id:readonly'],
		query: { user_id_type: ID_TYPES.user_id_type },
		body: { emails: texts({ max: 50 }), mobiles: texts({ max: 50 }), include_resigned: flag() },
		handle({ platform: { store }, query, body }) {
			const entries = [
				...(body.emails ?? []).map((email) => ({ email })),
				...(body.mobiles ?? []).map((mobile) => ({ mobile })),
			];
			const list = entries.map((entry) => {
				const user =
					'email' in entry ? store.contact.find('email', entry.email) : store.contact.find('mobile', entry.mobile);
				// Somebody who is not found comes back without user_id.
				if (!user || (user.is_resigned && !body.include_resigned)) return entry;
				return { ...entry, user_id: user[query.user_id_type], status: userStatus(user) };
			});
			return { data: { user_list: list } };
		},
	}),
	// Only those directly in the department, as on the platform: there is no recursion.
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/users/find_by_department',
		scopes: [...READ_SCOPES, 'contact:department.organize:readonly'],
		query: { ...ID_TYPES, ...CONTACT_PAGING, department_id: required(text()) },
		handle: ({ platform: { store }, query }) => peopleIn(store, query.department_id, query),
	}),
	// The older list; without a department those of the root.
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/users',
		scopes: ['contact:department.organize:readonly', ...READ_SCOPES.slice(1)],
		query: {
			...ID_TYPES,
			page_size: withDefault(integer({ min: 1, max: 100 }), 10),
			page_token: text(),
			department_id: text(),
		},
		handle: ({ platform: { store }, query }) => peopleIn(store, query.department_id || '0', query),
	}),
];
