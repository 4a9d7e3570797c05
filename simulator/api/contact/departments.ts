import { PlatformError } from '../../platform/envelope';
import { departmentById } from '../lookUp';
import type { DepartmentIdType, UserIdType } from '../../platform/ids';
import { page } from '../../platform/paging';
import { flag, required, text, texts } from '../../platform/validate';
import type { Department } from '../../state/contact';
import type { Store } from '../../state/store';
import { defineRoute } from '../../gateway/route';
import { CONTACT_PAGING, ID_TYPES, invalidPageToken } from './users';
import { childrenOf, departmentView } from './contactViews';

const SCOPES = [
	'contact:contact.base:readonly',
	'contact:contact:access_as_app',
	'contact:contact:readonly',
	'contact:contact:readonly_as_app',
];

const ORGANIZATION_SCOPES = [...SCOPES, 'contact:department.organize:readonly'];

/** The company itself: the root, whose id is 0 in both types. */
const root = (store: Store): Department => ({
	open_department_id: '0',
	department_id: '0',
	name: store.companyName,
	en_name: store.companyName,
	parent: '0',
});

const departmentOrRoot = (store: Store, idType: DepartmentIdType, id: string): Department =>
	id === '0' ? root(store) : departmentById(store, idType, id);

/** From the parent of a department up to the root. */
function ancestorsOf(store: Store, department: Department): Department[] {
	const parent = store.contact.departments.get(department.parent);
	return parent ? [parent, ...ancestorsOf(store, parent)] : [root(store)];
}

/** One page of departments in the endpoint's answer. */
function listed(
	store: Store,
	all: readonly Department[],
	scope: string,
	query: { user_id_type: UserIdType; department_id_type: DepartmentIdType; page_size: number; page_token?: string },
) {
	const { items, ...more } = page(all, {
		size: query.page_size,
		token: query.page_token,
		scope,
		invalidToken: invalidPageToken,
	});
	const idTypes = { user: query.user_id_type, department: query.department_id_type };
	return { data: { ...more, items: items.map((department) => departmentView(store, department, idTypes)) } };
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/department/get and its neighbors */
export const departmentRoutes = [
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/departments/:department_id',
		scopes: SCOPES,
		query: ID_TYPES,
		handle({ platform: { store }, params, query }) {
			const department = departmentOrRoot(store, query.department_id_type, params.department_id ?? '');
			const idTypes = { user: query.user_id_type, department: query.department_id_type };
			return { data: { department: departmentView(store, department, idTypes) } };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/departments/:department_id/children',
		scopes: ORGANIZATION_SCOPES,
		query: { ...ID_TYPES, ...CONTACT_PAGING, fetch_child: flag() },
		handle({ platform: { store }, params, query }) {
			const idType = query.department_id_type;
			const { open_department_id: parent } = departmentOrRoot(store, idType, params.department_id ?? '');
			const deep = query.fetch_child ?? false;
			return listed(store, childrenOf(store, parent, deep), `${parent} ${query.fetch_child}`, query);
		},
	}),
	// The older list, which names the parent in the query.
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/departments',
		scopes: ORGANIZATION_SCOPES,
		query: { ...ID_TYPES, ...CONTACT_PAGING, parent_department_id: text(), fetch_child: flag() },
		handle({ platform: { store }, query }) {
			const id = query.parent_department_id || '0';
			const { open_department_id: parent } = departmentOrRoot(store, query.department_id_type, id);
			const deep = query.fetch_child ?? false;
			return listed(store, childrenOf(store, parent, deep), `list ${parent} ${query.fetch_child}`, query);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/departments/parent',
		scopes: ORGANIZATION_SCOPES,
		query: { ...ID_TYPES, ...CONTACT_PAGING, department_id: text() },
		handle({ platform: { store }, query }) {
			const { department_id: id } = query;
			if (!id) throw new PlatformError(44102, 'miss department_id error');
			if (id === '0') throw new PlatformError(40002, 'process root dept error');
			const department = departmentById(store, query.department_id_type, id);
			return listed(store, ancestorsOf(store, department), `parents ${department.open_department_id}`, query);
		},
	}),
	// Ids that name nothing are left out.
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/departments/batch',
		scopes: SCOPES.slice(0, 1),
		query: { ...ID_TYPES, department_ids: required(texts({ min: 1, max: 50 })) },
		handle({ platform: { store }, query }) {
			const idType = query.department_id_type;
			const idTypes = { user: query.user_id_type, department: idType };
			const found = query.department_ids
				.map((id) =>
					id === '0' ? root(store) : [...store.contact.departments.values()].find((each) => each[idType] === id),
				)
				.filter((department) => department !== undefined);
			return { data: { items: found.map((department) => departmentView(store, department, idTypes)) } };
		},
	}),
];
