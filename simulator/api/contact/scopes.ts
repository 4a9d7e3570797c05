import { defineRoute } from '../../gateway/route';
import { PlatformError } from '../../platform/envelope';
import { page } from '../../platform/paging';
import { integer, text, withDefault } from '../../platform/validate';
import type { App, ContactRange } from '../../state/apps';
import type { Contact } from '../../state/contact';
import { ID_TYPES, invalidPageToken } from './users';
import { departmentIdIn } from './contactViews';

const MAX_PAGE = 100;

/** A range of all staff is told as the departments and people directly below the company. */
const allStaff = ({ departments, users, groups }: Contact): ContactRange => ({
	departments: [...departments.values()].filter(({ parent }) => parent === '0').map((one) => one.open_department_id),
	users: [...users.values()].filter((user) => user.department_ids.includes('0')).map(({ open_id: id }) => id),
	groups: [...groups.keys()],
});

const rangeOf = ({ contact_range: range }: App, contact: Contact) => range ?? allStaff(contact);

export const scopeRoutes = [
	/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/scope/list */
	defineRoute({
		method: 'GET',
		path: '/open-apis/contact/v3/scopes',
		scopes: ['contact:contact.base:readonly', 'contact:contact:access_as_app', 'contact:contact:readonly_as_app'],
		query: { ...ID_TYPES, page_size: withDefault(integer(), 50), page_token: text() },
		handle({ platform: { store }, app, query }) {
			if (query.page_size < 1 || query.page_size > MAX_PAGE) throw new PlatformError(40011, 'page size is invalid');
			const { departments, users, groups } = rangeOf(app, store.contact);
			const all = [
				...departments.map((id) => ({
					kind: 'department_ids',
					id: departmentIdIn(store, id, query.department_id_type),
				})),
				...users.map((id) => ({ kind: 'user_ids', id: store.directory.idFor(app, id, query.user_id_type) })),
				...groups.map((id) => ({ kind: 'group_ids', id })),
			];
			const { items, ...more } = page(all, {
				size: query.page_size,
				token: query.page_token,
				scope: 'range',
				invalidToken: invalidPageToken,
			});
			const of = (wanted: string) => items.filter(({ kind }) => kind === wanted).map(({ id }) => id);
			return {
				data: { ...more, department_ids: of('department_ids'), user_ids: of('user_ids'), group_ids: of('group_ids') },
			};
		},
	}),
];
