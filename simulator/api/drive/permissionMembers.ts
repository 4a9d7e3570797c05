import { BOTH } from '../../gateway/tokens';
import { type Call, defineRoute } from '../../gateway/route';
import { PlatformError } from '../../platform/envelope';
import { flag, objects, oneOf, required, text, type Values, withDefault } from '../../platform/validate';
import type { Member, Permission } from '../../state/bases';
import { isIn } from '../../state/operator';
import { permissionIn, type Shared } from '../../state/permission';
import type { Store } from '../../state/store';

const COMMON = ['docs:doc', 'drive:drive', 'sheets:spreadsheet', 'wiki:wiki', 'bitable:app', 'bitable:bitable'];
const MEMBERS = '/open-apis/drive/v1/permissions/:token/members';

export const FILE_TYPES = [
	...(['doc', 'sheet', 'file', 'wiki', 'bitable', 'docx', 'folder', 'mindnote', 'minutes', 'slides', 'apps'] as const),
] as const;
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

const invalid = () => new PlatformError(1063001, 'Invalid parameter');
const denied = () => new PlatformError(1063002, 'Permission denied', { http: 403 });
const notAllowed = () => new PlatformError(1063003, 'Invalid operation');

type MembersCall = Pick<Call, 'platform' | 'by' | 'params'> & { query: { type: string } };

/** Of the documents that are kept whole, where those of a type are. */
const KEPT: Readonly<Record<string, (store: Store) => ReadonlyMap<string, Shared>>> = {
	bitable: ({ bases }) => bases.all,
	sheet: ({ sheets }) => sheets.all,
	docx: ({ docs }) => docs.all,
};

/** A base, spreadsheet or document that the caller manages; of other documents nobody knows who does. */
export function managedDocument({ platform: { store }, by, params, query }: MembersCall): Shared | undefined {
	const kept = KEPT[query.type];
	if (!kept) return undefined;
	const { token = '' } = params;
	const document = kept(store).get(token);
	if (!document) throw new PlatformError(1063005, 'Resource is deleted', { http: 404 });
	if (permissionIn(store, token, document, by) !== 'full_access') throw denied();
	return document;
}

/** Whom a document is shared with; of a base or spreadsheet only who manages it may ask. */
function membersOf(call: MembersCall): Member[] {
	const document = managedDocument(call);
	if (document) return document.members;
	const { token = '' } = call.params;
	const { store } = call.platform;
	const members = store.bases.documents.get(token) ?? [];
	store.bases.documents.set(token, members);
	return members;
}

/** The member whom a call names, as the store knows them. */
function memberOf(
	store: Store,
	{ by }: Pick<Call, 'by'>,
	named: Pick<Named, 'member_type' | 'member_id' | 'perm'>,
): Member {
	const { member_type: type, member_id: id, perm } = named;
	const as = { perm, named: { member_type: type, member_id: id } };
	if (type === 'openchat') {
		const chat = store.im.chats.get(id);
		if (!chat) throw invalid();
		if (!isIn(chat, by)) throw notAllowed();
	}
	if (type === 'appid' || type === 'openchat') return { member_type: type, member_id: id, ...as };
	if (!Object.hasOwn(OF_PEOPLE, type)) return { member_type: 'other', member_id: id, ...as };
	const idType = OF_PEOPLE[type as keyof typeof OF_PEOPLE];
	const user = store.directory.find(by.app, idType, id);
	const openId = user?.open_id ?? (idType === 'open_id' ? store.directory.bot(by.app, id)?.bot_open_id : undefined);
	if (openId === undefined) throw invalid();
	return { member_type: 'openid', member_id: openId, ...as };
}

const isSame = (one: Member, other: Member) =>
	one.member_type === other.member_type && one.member_id === other.member_id;

function share(members: Member[], member: Member): void {
	const known = members.find((one) => isSame(one, member));
	if (known) Object.assign(known, member);
	else members.push(member);
}

const shown = ({ member_type, member_id, perm, named }: Member, { perm_type = 'container', type = 'user' } = {}) => ({
	member_type: named?.member_type ?? member_type,
	member_id: named?.member_id ?? member_id,
	perm,
	perm_type,
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
		handle: (call) => ({ data: { items: membersOf(call).map((member) => shown(member)) } }),
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
			const member = memberOf(call.platform.store, call, call.body);
			share(membersOf(call), member);
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
			if (call.body.members.length > MOST) throw invalid();
			const made = call.body.members.map((named) => memberOf(call.platform.store, call, named));
			const members = membersOf(call);
			for (const member of made) share(members, member);
			return { data: { members: made.map((member, index) => shown(member, call.body.members[index])) } };
		},
	}),
	defineRoute({
		method: 'PUT',
		path: `${MEMBERS}/:member_id`,
		tokens: BOTH,
		scopes: [...COMMON, 'docs:permission.member:update', 'drive:file'],
		tier: 3,
		query: QUERY,
		body: { member_type: NAMED.member_type, perm: NAMED.perm, perm_type: NAMED.perm_type, type: text() },
		handle(call) {
			const { params, body } = call;
			const member = memberOf(call.platform.store, call, { ...body, member_id: params.member_id ?? '' });
			const known = membersOf(call).find((one) => isSame(one, member));
			if (!known) throw invalid();
			known.perm = body.perm;
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
		handle(call) {
			const { member_type } = call.query;
			const member_id = call.params.member_id ?? '';
			const member = memberOf(call.platform.store, call, { member_type, member_id, perm: 'view' });
			const members = membersOf(call);
			const index = members.findIndex((one) => isSame(one, member));
			if (index < 0) throw invalid();
			members.splice(index, 1);
			return { data: {} };
		},
	}),
];
