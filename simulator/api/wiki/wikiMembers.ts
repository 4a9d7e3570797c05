import type { Call } from '../../gateway/route';
import { page } from '../../platform/paging';
import { flag, integer, oneOf, required, text, type Values, withDefault } from '../../platform/validate';
import type { SpaceMember } from '../../state/wiki';
import { reachSpace } from '../../wiki/access';
import { refused } from '../../wiki/problem';
import { memberAs } from '../../wiki/spaces';
import { isIn } from '../../state/operator';
import { READ, SPACES, WRITE, wikiRoute } from './wikiRoute';

const MEMBERS = `${SPACES}/:space_id/members`;
const KINDS = ['openchat', 'userid', 'email', 'opendepartmentid', 'openid', 'unionid'] as const;
const OF_PEOPLE = { email: 'email', openid: 'open_id', unionid: 'union_id', userid: 'user_id' } as const;
const NAMED = { member_type: required(oneOf(KINDS)), member_role: required(oneOf(['admin', 'member'])) };
type Named = Values<typeof NAMED> & { member_id: string };

const TYPES: Readonly<Record<string, string>> = { openchat: 'chat', other: 'department' };

const memberView = ({ member_type, member_id, named, role }: SpaceMember) => ({
	member_type: named?.member_type ?? member_type,
	member_id: named?.member_id ?? member_id,
	member_role: role,
	type: TYPES[member_type] ?? 'user',
});

/** The member whom a call names; an app is one by the open_id of its bot. */
function memberOf({ platform: { store }, by }: Pick<Call, 'platform' | 'by'>, named: Named): SpaceMember {
	const { member_type, member_id, member_role: role } = named;
	const as = { named: { member_type, member_id } };
	if (member_type === 'opendepartmentid') {
		if (!by.user) throw refused.params('departments take a user_access_token');
		return memberAs(role, { member_type: 'other', member_id, ...as });
	}
	if (member_type === 'openchat') {
		const chat = store.im.chats.get(member_id);
		if (!chat) throw refused.notFound('identity not found');
		if (!isIn(chat, by)) throw refused.user('the caller is not in the group');
		return memberAs(role, { member_type: 'openchat', member_id, ...as });
	}
	const user = store.directory.find(by.app, OF_PEOPLE[member_type], member_id);
	const bot = member_type === 'openid' ? store.directory.bot(by.app, member_id)?.bot_open_id : undefined;
	const openId = user?.open_id ?? bot;
	if (openId === undefined) throw refused.notFound('identity not found');
	return memberAs(role, { member_type: 'openid', member_id: openId, ...as });
}

const isSame = (one: SpaceMember, other: SpaceMember) =>
	one.member_type === other.member_type && one.member_id === other.member_id;

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/wiki-v2/space-member/create and its neighbors */
export const wikiMemberRoutes = [
	wikiRoute({
		method: 'GET',
		path: MEMBERS,
		scopes: [...READ, 'wiki:member:retrieve'],
		query: { page_size: withDefault(integer({ min: 1, max: 50 }), 20), page_token: text() },
		handle({ platform: { store }, by, params, query }) {
			const space = reachSpace(store, by, params.space_id ?? '', 'view');
			const { items, has_more, page_token } = page(space.members, {
				size: query.page_size,
				token: query.page_token,
				scope: `members ${space.space_id}`,
				invalidToken: () => refused.params('page_token'),
			});
			return { data: { members: items.map(memberView), page_token: page_token ?? '', has_more } };
		},
	}),
	wikiRoute({
		method: 'POST',
		path: MEMBERS,
		scopes: [...WRITE, 'wiki:member:create'],
		query: { need_notification: flag() },
		body: { ...NAMED, member_id: required(text()) },
		handle(call) {
			const { store } = call.platform;
			const space = reachSpace(store, call.by, call.params.space_id ?? '', 'full_access');
			// All see a public space already, and one person alone administers a personal one.
			const impossible = space.visibility === 'public' ? 'member' : space.space_type === 'team' ? undefined : 'admin';
			if (call.body.member_role === impossible) throw refused.kind();
			const member = memberOf(call, call.body);
			const known = space.members.find((one) => isSame(one, member));
			if (known?.role === member.role) throw refused.exists('member');
			if (known) Object.assign(known, member);
			else space.members.push(member);
			store.changed();
			return { data: { member: memberView(member) } };
		},
	}),
	wikiRoute({
		method: 'DELETE',
		path: `${MEMBERS}/:member_id`,
		scopes: [...WRITE, 'wiki:member:update'],
		body: { ...NAMED, type: oneOf(['user', 'chat', 'department']) },
		handle(call) {
			const { store } = call.platform;
			const space = reachSpace(store, call.by, call.params.space_id ?? '', 'full_access');
			const member = memberOf(call, { ...call.body, member_id: call.params.member_id ?? '' });
			const known = space.members.find((one) => isSame(one, member) && one.role === member.role);
			if (!known) throw refused.notFound('member not found');
			space.members.splice(space.members.indexOf(known), 1);
			store.changed();
			return { data: { member: memberView(member) } };
		},
	}),
];
