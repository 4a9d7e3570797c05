import { PlatformError } from '../../platform/envelope';
import { page } from '../../platform/paging';
import { flag, required, text, texts } from '../../platform/validate';
import type { Department } from '../../state/contact';
import { withAncestors } from '../../state/contactRange';
import type { Operator } from '../../state/operator';
import type { Store } from '../../state/store';
import { defineRoute } from '../../gateway/route';
import { BOTH } from '../../gateway/tokens';
import { isDepartmentSeen, rootOf, visibleDepartment } from './contactAccess';
import { childrenOf, departmentView, type IdTypes } from './contactViews';
import { contactPaging, ID_TYPES, invalidPageToken } from './users';

const SCOPES = [
	'contact:contact.base:readonly',
	'contact:contact:access_as_app',
	'contact:contact:readonly',
	'contact:contact:readonly_as_app',
];
const ORGANIZATION_SCOPES = [...SCOPES, 'contact:department.organize:readonly'];
const PARENTS_PAGE = 20;

type Query = IdTypes & { page_size: number; page_token?: string };

/** One page of departments in the endpoint's answer. */
function listed(store: Store, by: Operator, all: readonly Department[], scope: string, query: Query) {
	const { items, ...more } = page(all, {
		size: query.page_size,
		token: query.page_token,
		scope,
		invalidToken: invalidPageToken,
	});
	return { data: { ...more, items: items.map((department) => departmentView(store, by, department, query)) } };
}

function childrenPage(store: Store, by: Operator, id: string, query: Query & { fetch_child?: boolean }, name = '') {
	const { open_department_id: parent } = visibleDepartment(store, by, query.department_id_type, id, 'children');
	const deep = query.fetch_child ?? false;
	return listed(store, by, childrenOf(store, parent, deep), `${name} ${parent} ${query.fetch_child}`, query);
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/department/get and its neighbors */
export const departmentRoutes = [
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/departments/:department_id',
		tokens: BOTH,
		scopes: SCOPES,
		tier: 9,
		query: ID_TYPES,
		handle({ platform: { store }, by, params, query }) {
			const department = visibleDepartment(store, by, query.department_id_type, params.department_id ?? '');
			return { data: { department: departmentView(store, by, department, query) } };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/departments/:department_id/children',
		tokens: BOTH,
		scopes: ORGANIZATION_SCOPES,
		query: { ...ID_TYPES, ...contactPaging(), fetch_child: flag() },
		handle: ({ platform: { store }, by, params, query }) => childrenPage(store, by, params.department_id ?? '', query),
	}),
	// The older list, which names the parent in the query.
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/departments',
		tokens: BOTH,
		scopes: ORGANIZATION_SCOPES,
		query: { ...ID_TYPES, ...contactPaging(), parent_department_id: text(), fetch_child: flag() },
		handle: ({ platform: { store }, by, query }) =>
			childrenPage(store, by, query.parent_department_id || '0', query, 'list'),
	}),
	// From the parent upwards as far as the range of contacts reaches; the root is never among them.
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/departments/parent',
		tokens: BOTH,
		scopes: ORGANIZATION_SCOPES,
		query: { ...ID_TYPES, ...contactPaging(PARENTS_PAGE), department_id: text() },
		handle({ platform: { store }, by, query }) {
			const { department_id: id } = query;
			if (!id) throw new PlatformError(44102, 'miss department_id error');
			if (id === '0') throw new PlatformError(40002, 'process root dept error');
			const department = visibleDepartment(store, by, query.department_id_type, id);
			const above = withAncestors(store.contact, department.parent).filter((one) => isDepartmentSeen(store, by, one));
			return listed(store, by, above, `parents ${department.open_department_id}`, query);
		},
	}),
	// By name alone, not by a translation of it.
	defineRoute({
		method: 'POST',
		path: '/open-apis/contact/v3/departments/search',
		tokens: ['user'],
		scopes: [
			'contact:contact.base:readonly',
			...SCOPES.filter((scope) => /_as_app$/.test(scope)),
			'search:department:read',
		],
		query: { ...ID_TYPES, ...contactPaging(20) },
		body: { query: required(text()) },
		handle({ platform: { store }, by, query, body }) {
			const named = [...store.contact.departments.values()].filter(({ name }) => name.includes(body.query));
			return listed(store, by, named, `search ${body.query}`, query);
		},
	}),
	// Ids that name nothing, and departments outside the range of contacts, are left out.
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/departments/batch',
		tokens: BOTH,
		scopes: SCOPES.slice(0, 1),
		query: { ...ID_TYPES, department_ids: required(texts({ min: 1, max: 50 })) },
		handle({ platform: { store }, by, query }) {
			const idType = query.department_id_type;
			const all = [rootOf(store), ...store.contact.departments.values()];
			const found = query.department_ids
				.map((id) => all.find((department) => department[idType] === id))
				.filter((department) => department !== undefined && isDepartmentSeen(store, by, department));
			return { data: { items: found.map((department) => departmentView(store, by, department as Department, query)) } };
		},
	}),
];
