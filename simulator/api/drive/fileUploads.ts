import { requireFolder } from '../../drive/access';
import { refused } from '../../drive/refusals';
import { timesOf, touch } from '../../drive/times';
import { newId } from '../../platform/ids';
import { contentTypeOf } from '../../platform/mime';
import type { Declared } from '../../state/bases';
import { itemOf } from '../../state/documents';
import { openIdOf, type Operator } from '../../state/operator';
import { isEnough, permissionOn } from '../../state/permission';
import type { Store } from '../../state/store';
import { nodePermission } from '../../wiki/access';
import { putPage } from '../../wiki/nodes';
import { requireSpace } from './driveFiles';
import { requireName } from './mediaParent';
import { uploadRoutes } from './uploads';

/** The file whose new version an upload is, on tenants that have that. */
function overwritten(store: Store, { file_token: token = '' }: Declared) {
	const known = store.settings.driveOverwrite === 'version' && token !== '';
	return known ? { token, file: store.bases.files.get(token) } : undefined;
}

function requireParent(store: Store, by: Operator, declared: Declared): void {
	const { file_name, parent_type, parent_node } = declared;
	requireName(file_name);
	const older = overwritten(store, declared);
	if (older) {
		const item = itemOf(store, older.token, 'file');
		if (!item) throw refused.notFound();
		if (!isEnough(permissionOn(store, item, by), 'edit')) throw refused.forbidden();
	}
	if (parent_type === 'wiki') {
		const node = store.wiki.nodes.get(parent_node);
		if (!node) throw refused.noParent();
		if (!isEnough(nodePermission(store, node, by), 'edit')) throw refused.forbidden();
		return;
	}
	if (parent_type !== 'explorer') throw refused.params();
	requireFolder(store, by, parent_node);
	if (!older) requireSpace(store, by, parent_node, 0);
}

function keep(store: Store, by: Operator, declared: Declared, bytes: Buffer) {
	const { file_name: name, parent_type, parent_node } = declared;
	const older = overwritten(store, declared);
	if (older?.file) {
		const { file, token } = older;
		const { version = newId.version(), earlier = [] } = file;
		file.earlier = [...earlier, { version, name: file.name, bytes: file.bytes, at: timesOf(store, token).modified }];
		Object.assign(file, { name, content_type: contentTypeOf(name), bytes, version: newId.version() });
		touch(store, token);
		store.changed();
		return { file_token: token, version: file.version };
	}
	const token = newId.media();
	const parent = parent_type === 'wiki' ? '' : parent_node;
	const owner = openIdOf(by);
	store.bases.files.set(token, { token, name, content_type: contentTypeOf(name), bytes, owner, parent });
	timesOf(store, token);
	const node = parent_type === 'wiki' ? store.wiki.nodes.get(parent_node) : undefined;
	const space = node && store.wiki.spaces.get(node.space_id);
	const item = itemOf(store, token, 'file');
	if (space && item) putPage(store, space, item, { parent: parent_node, creator: owner });
	store.changed();
	return { file_token: token };
}

/** Files of Drive: what has the same name stays beside it. Source: https://open.feishu.cn/document/server-docs/docs/drive-v1/upload/upload_all and its neighbors */
export const fileUploadRoutes = uploadRoutes({
	path: '/open-apis/drive/v1/files',
	scopes: ['drive:drive', 'drive:file', 'drive:file:upload'],
	requireParent,
	keep,
});
