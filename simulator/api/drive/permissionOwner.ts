import { refusedShare, sharedItem, shareWith } from '../../drive/sharing';
import { BOTH } from '../../gateway/tokens';
import { defineRoute } from '../../gateway/route';
import { flag, oneOf, required, text, withDefault } from '../../platform/validate';
import { itemOf } from '../../state/documents';
import { openIdOf } from '../../state/operator';
import { isEnough, permissionOn } from '../../state/permission';
import type { Permission } from '../../state/bases';
import { FILE_TYPES } from './permissionMembers';

const MEMBERS = '/open-apis/drive/v1/permissions/:token/members';
const COMMON = ['docs:doc', 'drive:drive', 'sheets:spreadsheet', 'wiki:wiki', 'bitable:app', 'bitable:bitable'];
const CHECKED = FILE_TYPES.filter((type) => type !== 'folder');
const OF_PEOPLE = { email: 'email', openid: 'open_id', userid: 'user_id' } as const;

/** What an action takes, unless the settings for everybody ask for more. */
const NEEDED = {
	view: 'view',
	edit: 'edit',
	share: 'view',
	comment: 'view',
	export: 'view',
	copy: 'view',
	print: 'view',
	manage_public: 'full_access',
} as const satisfies Record<string, Permission>;
type Action = keyof typeof NEEDED;
const ACTIONS = Object.keys(NEEDED) as Action[];

/** The setting that says who may do it. */
const SETTINGS: Readonly<Partial<Record<Action, string>>> = {
	share: 'manage_collaborator_entity',
	comment: 'comment_entity',
	export: 'security_entity',
	print: 'security_entity',
	copy: 'copy_entity',
};
const ASKED: Readonly<Record<string, Permission>> = {
	anyone_can_edit: 'edit',
	only_full_access: 'full_access',
	collaborator_can_edit: 'edit',
	collaborator_full_access: 'full_access',
};

/** Source: https://open.feishu.cn/document/server-docs/docs/permission/permission-member/transfer_owner and its neighbor */
export const permissionOwnerRoutes = [
	defineRoute({
		method: 'GET',
		path: `${MEMBERS}/auth`,
		tokens: BOTH,
		scopes: [...COMMON, 'docs:permission.member:auth'],
		tier: 8,
		query: { type: required(oneOf(CHECKED)), action: required(oneOf(ACTIONS)) },
		handle({ platform: { store }, by, params, query: { type, action } }) {
			const item = sharedItem(store, params.token ?? '', type);
			if (!item) return { data: { auth_result: true } };
			const settings = store.bases.publicly.get(item.token);
			const needed = ASKED[String(settings?.[SETTINGS[action] ?? ''])] ?? NEEDED[action];
			return { data: { auth_result: isEnough(permissionOn(store, item, by), needed) } };
		},
	}),
	defineRoute({
		method: 'POST',
		path: `${MEMBERS}/transfer_owner`,
		tokens: BOTH,
		scopes: [...COMMON, 'docs:permission.member:transfer'],
		tier: 3,
		query: {
			type: required(oneOf(FILE_TYPES)),
			need_notification: flag(),
			remove_old_owner: flag(),
			stay_put: flag(),
			old_owner_perm: withDefault(oneOf(['view', 'edit', 'full_access']), 'full_access'),
		},
		body: { member_type: required(oneOf(['email', 'openid', 'userid', 'appid'])), member_id: required(text()) },
		handle({ platform: { store }, by, params, query, body }) {
			const item = sharedItem(store, params.token ?? '', query.type);
			if (!item) return { data: {} };
			if (item.owner !== openIdOf(by)) throw refusedShare.denied();
			const { member_type: type, member_id: id } = body;
			const found =
				type === 'appid' ? store.apps.get(id)?.bot_open_id : store.directory.find(by.app, OF_PEOPLE[type], id)?.open_id;
			if (found === undefined) throw refusedShare.invalid();
			const before = item.owner;
			const isOwn = itemOf(store, item.folder, 'folder')?.owner === before;
			if (!query.stay_put && isOwn) item.folder = '';
			item.owner = found;
			const others = item.members.filter(({ member_id: member }) => member !== found && member !== before);
			item.members.splice(0, Infinity, ...others);
			const old = { member_type: 'openid', member_id: before, perm: query.old_owner_perm } as const;
			if (!query.remove_old_owner) shareWith(item.members, old);
			store.changed();
			return { data: {} };
		},
	}),
];
