import { problem } from '../../base/problem';
import { roleById } from '../../base/roles';
import type { Call } from '../../gateway/route';
import { objects, oneOf, required, text, withDefault } from '../../platform/validate';
import type { RoleMember } from '../../state/baseParts';
import type { Store } from '../../state/store';
import { baseRoute, listed, PAGING } from './baseRoute';
import { advancedBase } from './roles';

const MEMBERS = '/open-apis/bitable/v1/apps/:app_token/roles/:role_id/members';
const CREATE = ['base:collaborator:create', 'bitable:app'];
const DELETE = ['base:collaborator:delete', 'bitable:app'];
const MAX_MEMBERS = 200;
const MAX_AT_ONCE = 100;

const ID_TYPES = ['open_id', 'union_id', 'user_id', 'chat_id', 'department_id', 'open_department_id'] as const;
type IdType = (typeof ID_TYPES)[number];
const idType = withDefault(oneOf(ID_TYPES), 'open_id');
const LIST = { member_list: required(objects({ type: idType, id: required(text()) }, { max: MAX_AT_ONCE })) };

type AnyCall = Pick<Call, 'platform' | 'by' | 'params'>;

/** Whom a call names; 1254048 for nobody. */
function memberOf({ platform: { store }, by }: AnyCall, type: IdType, id: string): RoleMember {
	if (type === 'chat_id') {
		if (store.im.chats.has(id)) return { type: 'chat', id };
	} else if (type === 'department_id' || type === 'open_department_id') {
		const found = [...store.contact.departments.values()].find((department) => department[type] === id);
		if (found) return { type: 'department', id: found.open_department_id };
	} else {
		const user = store.directory.find(by.app, type, id);
		if (user) return { type: 'user', id: user.open_id };
	}
	throw problem(1254048);
}

const isSame = (one: RoleMember, other: RoleMember) => one.type === other.type && one.id === other.id;

const roleOf = (call: AnyCall) => roleById(advancedBase(call), call.params.role_id ?? '');

/** Adds all of them, or none; who is there already stays. */
function add(call: AnyCall, named: readonly { type: IdType; id: string }[]): void {
	const role = roleOf(call);
	const fresh = named
		.map(({ type, id }) => memberOf(call, type, id))
		.filter((member, index, all) => all.findIndex((one) => isSame(one, member)) === index)
		.filter((member) => !role.members.some((one) => isSame(one, member)));
	if (role.members.length + fresh.length > MAX_MEMBERS) throw problem(1254111);
	role.members.push(...fresh);
	call.platform.store.changed();
}

/** Takes all of them away, or nobody where one of them is none. */
function remove(call: AnyCall, named: readonly { type: IdType; id: string }[]): void {
	const role = roleOf(call);
	const gone = named.map(({ type, id }) => memberOf(call, type, id));
	if (gone.some((member) => !role.members.some((one) => isSame(one, member)))) throw problem(1254048);
	role.members = role.members.filter((one) => !gone.some((member) => isSame(one, member)));
	call.platform.store.changed();
}

const NAMES: Readonly<Record<RoleMember['type'], (store: Store, call: AnyCall, id: string) => object>> = {
	user({ contact, directory }, { by }, id) {
		const user = contact.users.get(id);
		return {
			open_id: directory.idFor(by.app, id),
			union_id: user?.union_id,
			user_id: user?.user_id,
			member_name: user?.name,
			member_en_name: user?.en_name ?? '',
		};
	},
	chat({ im }, _call, id) {
		const name = im.chats.get(id)?.name ?? '';
		return { chat_id: id, member_name: name, member_en_name: name };
	},
	department({ contact }, _call, id) {
		const department = contact.departments.get(id);
		return {
			department_id: department?.department_id,
			open_department_id: id,
			member_name: department?.name,
			member_en_name: department?.name,
		};
	},
};

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/bitable-v1/app-role-member/list and its neighbors */
export const baseRoleMemberRoutes = [
	baseRoute({
		method: 'GET',
		path: MEMBERS,
		scopes: ['base:collaborator:read', 'bitable:app', 'bitable:app:readonly'],
		tier: 8,
		query: PAGING,
		handle(call) {
			const { role_id: id, members } = roleOf(call);
			const shown = members.map((one) => ({
				member_type: one.type,
				...NAMES[one.type](call.platform.store, call, one.id),
			}));
			return { data: listed(call, shown, call.query, `members ${id}`) };
		},
	}),
	baseRoute({
		method: 'POST',
		path: MEMBERS,
		scopes: CREATE,
		tier: 7,
		query: { member_id_type: idType },
		body: { member_id: required(text()) },
		handle(call) {
			add(call, [{ type: call.query.member_id_type, id: call.body.member_id }]);
			return { data: {} };
		},
	}),
	baseRoute({
		method: 'DELETE',
		path: `${MEMBERS}/:member_id`,
		scopes: DELETE,
		tier: 7,
		query: { member_id_type: idType },
		handle(call) {
			remove(call, [{ type: call.query.member_id_type, id: call.params.member_id ?? '' }]);
			return { data: {} };
		},
	}),
	baseRoute({
		method: 'POST',
		path: `${MEMBERS}/batch_create`,
		scopes: CREATE,
		tier: 7,
		body: LIST,
		handle(call) {
			add(call, call.body.member_list);
			return { data: {} };
		},
	}),
	baseRoute({
		method: 'POST',
		path: `${MEMBERS}/batch_delete`,
		scopes: DELETE,
		tier: 7,
		body: LIST,
		handle(call) {
			remove(call, call.body.member_list);
			return { data: {} };
		},
	}),
];
