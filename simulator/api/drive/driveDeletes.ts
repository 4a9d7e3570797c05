import { namedItem } from '../../drive/access';
import { beginJob } from '../../drive/jobs';
import { refused } from '../../drive/refusals';
import { touch } from '../../drive/times';
import { BOTH } from '../../gateway/tokens';
import { defineRoute } from '../../gateway/route';
import { PlatformError } from '../../platform/envelope';
import { flag, oneOf, required, text } from '../../platform/validate';
import { type Item, itemOf, itemsIn, removeItem } from '../../state/documents';
import { openIdOf, type Operator } from '../../state/operator';
import { isEnough, mayFill, permissionOn } from '../../state/permission';
import type { Store } from '../../state/store';
import { nodePermission } from '../../wiki/access';
import { removeNode } from '../../wiki/nodes';
import { alone } from './serial';

const PATH = '/open-apis/drive/v1/files/:file_token';
const TYPES = ['file', 'docx', 'bitable', 'folder', 'doc', 'sheet', 'mindnote', 'shortcut', 'slides'] as const;

/** Of its owner, who may change the folder around it, or of who manages that folder. */
function mayDelete(store: Store, by: Operator, item: Item): boolean {
	const page = item.inWiki ? store.wiki.pageOf(item.token) : undefined;
	if (page) return isEnough(nodePermission(store, page, by), 'full_access');
	const around = itemOf(store, item.folder, 'folder');
	if (around && isEnough(permissionOn(store, around, by), 'full_access')) return true;
	return item.owner === openIdOf(by) && mayFill(store, by, item.folder) === true;
}

function removeWhole(store: Store, item: Item): void {
	if (item.type === 'folder') for (const inside of itemsIn(store, item.token)) removeWhole(store, inside);
	const page = item.inWiki ? store.wiki.pageOf(item.token) : undefined;
	if (page) removeNode(store, page);
	else removeItem(store, item);
}

/** Which code each refusal of a new name has, which no page tells; all of them by the official command line. */
const renaming = (code: number, msg: string) => new PlatformError(code, msg);

function renamed(store: Store, by: Operator, token: string, type: string | undefined): Item {
	if (type === 'doc' || type === 'mindnote') throw renaming(981002, 'doc type not support');
	const node = store.wiki.nodes.get(token);
	const page = store.settings.renameWiki === 'node' ? node : store.wiki.pageOf(token);
	const item = type === 'wiki' ? page && itemOf(store, page.obj_token) : itemOf(store, token, type ?? '');
	if (!item) throw renaming(981003, 'doc not found');
	if (!isEnough(permissionOn(store, item, by), 'edit')) throw renaming(981004, 'no permission');
	return item;
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/drive-v1/file/delete */
export const driveDeleteRoutes = [
	defineRoute({
		method: 'DELETE',
		path: PATH,
		tokens: BOTH,
		scopes: ['drive:drive', 'space:document:delete'],
		tier: 6,
		params: { file_token: required(text()) },
		query: { type: required(oneOf(TYPES)), async: flag() },
		async handle(call) {
			const { platform, by, params, query } = call;
			const { store } = platform;
			const item = namedItem(store, params.file_token ?? '', query.type);
			if (!mayDelete(store, by, item)) throw refused.notYours();
			return await alone(call, () => {
				if (item.type !== 'folder') {
					removeWhole(store, item);
					return { data: {} };
				}
				const finish = () => {
					removeWhole(store, item);
					return { status: 'success' };
				};
				return { data: { task_id: beginJob(store, by, 'drive', finish) } };
			});
		},
	}),
	/** A new name for anything; no page tells of it. A file's name loses its ending where the new one has none. */
	defineRoute({
		method: 'PATCH',
		path: PATH,
		tokens: BOTH,
		scopes: ['base:app:update', 'docx:document:write_only', 'drive:file:upload', 'sheets:spreadsheet:write_only'],
		query: { type: text() },
		body: { new_title: required(text(), { allowEmpty: true }) },
		handle({ platform: { store }, by, params, query, body }) {
			const item = renamed(store, by, params.file_token ?? '', query.type);
			item.name = body.new_title;
			touch(store, item.token);
			store.changed();
			return { data: {} };
		},
	}),
];
