import { departmentById } from '../../platform/ids';
import { page } from '../../platform/paging';
import { flag } from '../../platform/validate';
import type { Department, Store } from '../../store';
import { defineRoute } from '../route';
import { CONTACT_PAGING, ID_TYPES, invalidPageToken } from './users';
import { departmentView } from './views';

const SCOPES = [
	'contact:contact.base:readonly',
	'contact:contact:access_as_app',
	'contact:contact:readonly',
	'contact:contact:readonly_as_app',
];

function childrenOf(store: Store, parent: string, deep: boolean): Department[] {
	const direct = [...store.departments.values()].filter((department) => department.parent === parent);
	return deep
		? direct.flatMap((department) => [department, ...childrenOf(store, department.open_department_id, true)])
		: direct;
}

export const departmentRoutes = [
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/departments/:department_id',
		scopes: SCOPES,
		query: ID_TYPES,
		handle({ platform: { store }, params, query }) {
			const department = departmentById(store, query.department_id_type, params.department_id ?? '');
			return {
				data: {
					department: departmentView(store, department, {
						user: query.user_id_type,
						department: query.department_id_type,
					}),
				},
			};
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/departments/:department_id/children',
		scopes: [...SCOPES, 'contact:department.organize:readonly'],
		query: { ...ID_TYPES, ...CONTACT_PAGING, fetch_child: flag() },
		handle({ platform: { store }, params, query }) {
			const { department_id: id = '' } = params;
			const parent = id === '0' ? '0' : departmentById(store, query.department_id_type, id).open_department_id;
			const all = childrenOf(store, parent, query.fetch_child ?? false);
			const { items, ...more } = page(all, {
				size: query.page_size,
				token: query.page_token,
				scope: `${parent} ${query.fetch_child}`,
				invalidToken: invalidPageToken,
			});
			const idTypes = { user: query.user_id_type, department: query.department_id_type };
			return { data: { ...more, items: items.map((department) => departmentView(store, department, idTypes)) } };
		},
	}),
];
