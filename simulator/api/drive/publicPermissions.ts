import { managedItem, refusedShare } from '../../drive/sharing';
import { BOTH } from '../../gateway/tokens';
import { type Call, defineRoute } from '../../gateway/route';
import { newId } from '../../platform/ids';
import { flag, oneOf, required } from '../../platform/validate';
import type { PublicSettings } from '../../state/bases';
import { FILE_TYPES } from './permissionMembers';

const NEWER = '/open-apis/drive/v2/permissions/:token/public';
const OLDER = '/open-apis/drive/v1/permissions/:token/public';
const COMMON = ['bitable:bitable', 'docs:doc', 'drive:drive', 'drive:file', 'sheets:spreadsheet', 'wiki:wiki'];
const COMMON_NEWER = [...COMMON, 'docx:document'];
const READ = ['docs:permission.setting:read', 'drive:drive:readonly'];
const WRITE = 'docs:permission.setting:write_only';

/** Of a new document. */
const AT_FIRST: PublicSettings = {
	external_access_entity: 'closed',
	security_entity: 'anyone_can_view',
	comment_entity: 'anyone_can_view',
	share_entity: 'anyone',
	manage_collaborator_entity: 'collaborator_can_view',
	link_share_entity: 'closed',
	copy_entity: 'anyone_can_view',
	lock_switch: false,
};

/** The pages list no folders: they have no such settings that could be changed, and in the first version none. */
const CHANGEABLE = FILE_TYPES.filter((type) => type !== 'folder');
const OLDER_TYPES = CHANGEABLE.filter((type) => type !== 'apps');

const SECURITY = ['anyone_can_view', 'anyone_can_edit', 'only_full_access'] as const;
const LINKS = ['tenant_readable', 'tenant_editable', 'anyone_readable', 'anyone_editable', 'closed'] as const;
const PARTNERS = ['partner_tenant_readable', 'partner_tenant_editable'] as const;

type PublicCall = Pick<Call, 'platform' | 'by' | 'params'> & { query: { type: string } };

/** The settings of a document that the caller manages, with the token under which they are kept. */
function settingsOf({ platform: { store }, by, params, query }: PublicCall): {
	token: string;
	settings: PublicSettings;
} {
	const { token = '' } = params;
	const item = managedItem(store, by, token, query.type);
	const known = item?.token ?? token;
	return { token: known, settings: { ...AT_FIRST, ...store.bases.publicly.get(known) } };
}

/** Anybody may have the link only where external access is open; partners are none here. */
function changed(call: PublicCall, change: Readonly<Record<string, string | boolean | undefined>>): PublicSettings {
	const { store } = call.platform;
	const { token, settings: before } = settingsOf(call);
	const given = Object.entries(change).flatMap(([name, value]) =>
		value === undefined ? [] : [[name, value] as const],
	);
	const settings: PublicSettings = { ...before, ...Object.fromEntries(given) };
	const values = [settings.link_share_entity, String(settings.external_access_entity)];
	if (values.some((value) => value.includes('partner_tenant'))) throw refusedShare.notAllowed();
	if (settings.link_share_entity.startsWith('anyone_') && settings.external_access_entity !== 'open') {
		if (store.settings.driveOpenLinks === 'refused') throw refusedShare.notAllowed();
		settings.link_share_entity = before.link_share_entity.startsWith('anyone_') ? 'closed' : before.link_share_entity;
	}
	if (!settings.link_share_entity.startsWith('anyone_')) store.drive.passwords.delete(token);
	store.bases.publicly.set(token, settings);
	store.changed();
	return settings;
}

const newer = ({ invite_external: _, ...settings }: PublicSettings) => ({ data: { permission_public: settings } });

const older = (settings: PublicSettings) => {
	const { security_entity, comment_entity, share_entity, link_share_entity, lock_switch } = settings;
	const { external_access_entity: access, invite_external = true } = settings;
	const view = { security_entity, comment_entity, share_entity, link_share_entity, lock_switch };
	return { data: { permission_public: { ...view, external_access: access === 'open', invite_external } } };
};

/** A password for those who come from elsewhere, where anybody may have the link. */
function passwordFor(call: PublicCall, isThere: boolean): { data: { password: string } } {
	const { drive } = call.platform.store;
	if (call.query.type === 'minutes') throw refusedShare.invalid();
	const { token, settings } = settingsOf(call);
	if (!settings.link_share_entity.startsWith('anyone_')) throw refusedShare.notAllowed();
	if (isThere && !drive.passwords.has(token)) throw refusedShare.notAllowed();
	const password = newId.password();
	drive.passwords.set(token, password);
	return { data: { password } };
}

const PASSWORD = {
	path: `${OLDER}/password`,
	tokens: BOTH,
	scopes: [...COMMON.filter((scope) => scope !== 'drive:file'), WRITE],
	tier: 3,
	query: { type: required(oneOf(OLDER_TYPES)) },
} as const;

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uIzNzUjLyczM14iM3MTN/drive-v2/permission-public/patch and its neighbors */
export const publicPermissionRoutes = [
	defineRoute({
		method: 'GET',
		path: NEWER,
		tokens: BOTH,
		scopes: [...COMMON_NEWER, ...READ],
		query: { type: required(oneOf(FILE_TYPES)) },
		handle: (call) => newer(settingsOf(call).settings),
	}),
	defineRoute({
		method: 'PATCH',
		path: NEWER,
		tokens: BOTH,
		scopes: [...COMMON_NEWER, WRITE],
		tier: 3,
		query: { type: required(oneOf(CHANGEABLE)) },
		body: {
			external_access_entity: oneOf(['open', 'closed', 'allow_share_partner_tenant']),
			security_entity: oneOf(SECURITY),
			comment_entity: oneOf(['anyone_can_view', 'anyone_can_edit']),
			share_entity: oneOf(['anyone', 'same_tenant']),
			manage_collaborator_entity: oneOf([
				...(['collaborator_can_view', 'collaborator_can_edit', 'collaborator_full_access'] as const),
			]),
			link_share_entity: oneOf([...LINKS, ...PARTNERS]),
			copy_entity: oneOf(SECURITY),
		},
		handle: (call) => newer(changed(call, call.body)),
	}),
	defineRoute({
		method: 'GET',
		path: OLDER,
		tokens: BOTH,
		scopes: [...COMMON, ...READ],
		query: { type: required(oneOf(OLDER_TYPES)) },
		handle: (call) => older(settingsOf(call).settings),
	}),
	defineRoute({
		method: 'PATCH',
		path: OLDER,
		tokens: BOTH,
		scopes: [...COMMON, WRITE],
		tier: 3,
		query: { type: required(oneOf(OLDER_TYPES)) },
		body: {
			external_access: flag(),
			security_entity: oneOf(SECURITY),
			comment_entity: oneOf(['anyone_can_view', 'anyone_can_edit']),
			share_entity: oneOf(['anyone', 'same_tenant', 'only_full_access']),
			link_share_entity: oneOf(LINKS),
			invite_external: flag(),
		},
		handle(call) {
			const { external_access: open, ...change } = call.body;
			const external_access_entity = open === undefined ? undefined : open ? 'open' : 'closed';
			return older(changed(call, { ...change, external_access_entity }));
		},
	}),
	defineRoute({ ...PASSWORD, method: 'POST', handle: (call) => passwordFor(call, false) }),
	defineRoute({ ...PASSWORD, method: 'PUT', handle: (call) => passwordFor(call, true) }),
	defineRoute({
		...PASSWORD,
		method: 'DELETE',
		handle(call) {
			const { token } = settingsOf(call);
			if (!call.platform.store.drive.passwords.delete(token)) throw refusedShare.notAllowed();
			return { data: {} };
		},
	}),
];
