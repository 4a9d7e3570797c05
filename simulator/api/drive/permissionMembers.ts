import { isSame, managedItem, refusedShare, shareWith } from '../../drive/sharing';
import { BOTH } from '../../gateway/tokens';
import { type Call, defineRoute } from '../../gateway/route';
import { PlatformError } from '../../platform/envelope';
import { flag, objects, oneOf, required, text, type Values, withDefault } from '../../platform/validate';
import type { Member, Permission } from '../../state/bases';
import { isIn } from '../../state/operator';

const COMMON = ['docs:doc', 'drive:drive', 'sheets:spreadsheet', 'wiki:wiki', 'bitable:app', 'bitable:bitable'];
const MEMBERS = '/open-apis/drive/v1/permissions/:token/members';

export const FILE_TYPES = [
	...(['doc', 'sheet', 'file', 'wiki', 'bitable', 'docx', 'folder', 'mindnote', 'minutes', 'slides', 'apps'] as const),
] as const;
/** A folder's members are added and removed, and not changed. */
const UPDATED = FILE_TYPES.filter((type) => type !== 'folder');
const MEMBER_TYPES = [
	...(['email', 'openid', 'unionid', 'openchat', 'opendepartmentid', 'userid'] as const),
	...(['groupid', 'wikispaceid', 'appid'] as const),
] as const;
const OF_PEOPLE = { email: 'email', openid: 'open_id', unionid: 'union_id', userid: 'user_id' } as const;
const PERMISSIONS: readonly Permission[] = ['view', 'edit', 'full_access'];

const NAMED = {
	member_type: required(oneOf(MEMBER_TYPES)),
	member_id: required(text()),
	perm: required(oneOf(PERMISSIONS)),
	perm_type: withDefault(oneOf(['container', 'single_page']), 'container'),
	type: text(),
};
type Named = Values<typeof NAMED>;
const QUERY = { type: required(oneOf(FILE_TYPES)), need_notification: flag() };

/** Members in one request. */
const MOST = 10;

type MembersCall = Pick<Call, 'platform' | 'by' | 'params'> & { query: { type: string } };

/** Whom a document is shared with, which only who manages it may ask. */
function sharedBy({ platform: { store }, by, params, query }: MembersCall): Member[] {
	const { token = '' } = params;
	const item = managedItem(store, by, token, query.type);
	if (item) return item.members;
	const members = store.bases.documents.get(token) ?? [];
	store.bases.documents.set(token, members);
	return members;
}

/** The member whom a call names, as the store knows them. */
function memberOf(
	{ platform: { store }, by, query }: MembersCall,
	named: Omit<Named, 'perm_type'> & Partial<Named>,
): Member {
	const { member_type: type, member_id: id, perm, perm_type } = named;
	if (query.type === 'minutes' && perm === 'full_access') throw refusedShare.invalid();
	const reach = query.type === 'wiki' ? { perm_type } : {};
	const as = { perm, ...reach, named: { member_type: type, member_id: id } };
	if (type === 'opendepartmentid' && !by.user) throw refusedShare.invalid();
	if (type === 'wikispaceid' && !named.type?.startsWith('wiki_space_')) throw refusedShare.invalid();
	if (type === 'openchat') {
		const chat = store.im.chats.get(id);
		if (!chat) throw refusedShare.invalid();
		if (!isIn(chat, by)) throw refusedShare.notAllowed();
	}
	if (type === 'appid' || type === 'openchat') return { member_type: type, member_id: id, ...as };
	if (!Object.hasOwn(OF_PEOPLE, type)) return { member_type: 'other', member_id: id, ...as };
	const idType = OF_PEOPLE[type as keyof typeof OF_PEOPLE];
	const user = store.directory.find(by.app, idType, id);
	const openId = user?.open_id ?? (idType === 'open_id' ? store.directory.bot(by.app, id)?.bot_open_id : undefined);
	if (openId === undefined) throw refusedShare.invalid();
	return { member_type: 'openid', member_id: openId, ...as };
}

/** Those who can be members; what is refused about others is not told. */
function possible(call: MembersCall, all: readonly Named[]): Array<readonly [Member, Named]> {
	return all.flatMap((named) => {
		try {
			return [[memberOf(call, named), named] as const];
		} catch (error) {
			if (error instanceof PlatformError) return [];
			throw error;
		}
	});
}

const shown = (
	{ member_type, member_id, perm, named, perm_type }: Member,
	{ type = 'user' }: { type?: string } = {},
) => ({
	member_type: named?.member_type ?? member_type,
	member_id: named?.member_id ?? member_id,
	perm,
	perm_type: perm_type ?? 'container',
	type,
});

/** Source: https://open.feishu.cn/document/server-docs/docs/permission/permission-member/create and its neighbors */
export const permissionMemberRoutes = [
	defineRoute({
		method: 'GET',
		path: MEMBERS,
		tokens: BOTH,
		scopes: [...COMMON, 'docs:permission.member:retrieve'],
		query: { type: QUERY.type, fields: text(), perm_type: text() },
		handle: (call) => ({ data: { items: sharedBy(call).map((member) => shown(member)) } }),
	}),
	defineRoute({
		method: 'POST',
		path: MEMBERS,
		tokens: BOTH,
		scopes: [...COMMON, 'docs:permission.member:create', 'drive:file'],
		tier: 6,
		query: QUERY,
		body: NAMED,
		handle(call) {
			const member = memberOf(call, call.body);
			shareWith(sharedBy(call), member);
			call.platform.store.changed();
			return { data: { member: shown(member, call.body) } };
		},
	}),
	defineRoute({
		method: 'POST',
		path: `${MEMBERS}/batch_create`,
		tokens: BOTH,
		scopes: ['docs:permission.member', 'docs:permission.member:create'],
		tier: 6,
		query: QUERY,
		body: { members: required(objects(NAMED)) },
		handle(call) {
			if (call.body.members.length > MOST) throw refusedShare.invalid();
			const members = sharedBy(call);
			const made = possible(call, call.body.members);
			for (const [member] of made) shareWith(members, member);
			call.platform.store.changed();
			return { data: { members: made.map(([member, named]) => shown(member, named)) } };
		},
	}),
	defineRoute({
		method: 'PUT',
		path: `${MEMBERS}/:member_id`,
		tokens: BOTH,
		scopes: [...COMMON, 'docs:permission.member:update', 'drive:file'],
		tier: 3,
		query: { ...QUERY, type: required(oneOf(UPDATED)) },
		body: { member_type: NAMED.member_type, perm: NAMED.perm, perm_type: NAMED.perm_type, type: text() },
		handle(call) {
			const { params, body } = call;
			const member = memberOf(call, { ...body, member_id: params.member_id ?? '' });
			const known = sharedBy(call).find((one) => isSame(one, member));
			if (!known) throw refusedShare.invalid();
			Object.assign(known, member);
			call.platform.store.changed();
			return { data: { member: shown(known, body) } };
		},
	}),
	defineRoute({
		method: 'DELETE',
		path: `${MEMBERS}/:member_id`,
		tokens: BOTH,
		scopes: [...COMMON, 'docs:permission.member:delete', 'drive:file'],
		tier: 3,
		query: { type: QUERY.type, member_type: required(oneOf(MEMBER_TYPES)) },
		body: { type: text(), perm_type: text() },
		handle(call) {
			const { member_type } = call.query;
			const member_id = call.params.member_id ?? '';
			const member = memberOf(call, { member_type, member_id, perm: 'view', type: call.body.type });
			const members = sharedBy(call);
			const index = members.findIndex((one) => isSame(one, member));
			if (index < 0) throw refusedShare.invalid();
			members.splice(index, 1);
			call.platform.store.changed();
			return { data: {} };
		},
	}),
];
