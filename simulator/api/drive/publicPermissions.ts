import { BOTH } from '../../gateway/tokens';
import { defineRoute } from '../../gateway/route';
import { oneOf, required } from '../../platform/validate';
import type { PublicSettings } from '../../state/bases';
import { FILE_TYPES, managedDocument } from './permissionMembers';

const PATH = '/open-apis/drive/v2/permissions/:token/public';
const COMMON = ['bitable:bitable', 'docs:doc', 'docx:document', 'drive:drive', 'drive:file', 'sheets:spreadsheet'];

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

/** The page lists no folders: they have no such settings that could be changed. */
const CHANGEABLE = FILE_TYPES.filter((type) => type !== 'folder');

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uIzNzUjLyczM14iM3MTN/drive-v2/permission-public/patch and its neighbor */
export const publicPermissionRoutes = [
	defineRoute({
		method: 'GET',
		path: PATH,
		tokens: BOTH,
		scopes: [...COMMON, 'docs:permission.setting:read', 'drive:drive:readonly', 'wiki:wiki'],
		query: { type: required(oneOf(FILE_TYPES)) },
		handle(call) {
			managedDocument(call);
			const settings = call.platform.store.bases.publicly.get(call.params.token ?? '');
			return { data: { permission_public: { ...AT_FIRST, ...settings } } };
		},
	}),
	defineRoute({
		method: 'PATCH',
		path: PATH,
		tokens: BOTH,
		scopes: [...COMMON, 'docs:permission.setting:write_only', 'wiki:wiki'],
		tier: 3,
		query: { type: required(oneOf(CHANGEABLE)) },
		body: {
			external_access_entity: oneOf(['open', 'closed', 'allow_share_partner_tenant']),
			security_entity: oneOf(['anyone_can_view', 'anyone_can_edit', 'only_full_access']),
			comment_entity: oneOf(['anyone_can_view', 'anyone_can_edit']),
			share_entity: oneOf(['anyone', 'same_tenant']),
			manage_collaborator_entity: oneOf([
				...(['collaborator_can_view', 'collaborator_can_edit', 'collaborator_full_access'] as const),
			]),
			link_share_entity: oneOf([
				...(['tenant_readable', 'tenant_editable', 'partner_tenant_readable'] as const),
				...(['partner_tenant_editable', 'anyone_readable', 'anyone_editable', 'closed'] as const),
			]),
			copy_entity: oneOf(['anyone_can_view', 'anyone_can_edit', 'only_full_access']),
		},
		handle(call) {
			managedDocument(call);
			const { token = '' } = call.params;
			const { publicly } = call.platform.store.bases;
			const settings: PublicSettings = { ...AT_FIRST, ...publicly.get(token) };
			for (const [name, value] of Object.entries(call.body)) if (value !== undefined) settings[name] = value;
			publicly.set(token, settings);
			return { data: { permission_public: settings } };
		},
	}),
];
