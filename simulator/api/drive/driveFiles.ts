import { requireFolder } from '../../drive/access';
import { addressOf } from '../../drive/addresses';
import { fileView } from '../../drive/listed';
import { refused } from '../../drive/refusals';
import { timesOf } from '../../drive/times';
import { BOTH } from '../../gateway/tokens';
import { defineRoute } from '../../gateway/route';
import { PlatformError } from '../../platform/envelope';
import { newId, USER_ID_TYPES } from '../../platform/ids';
import { page } from '../../platform/paging';
import { integer, oneOf, required, text, withDefault } from '../../platform/validate';
import { foldersAround, type Item, itemOf, itemsIn } from '../../state/documents';
import { openIdOf, type Operator } from '../../state/operator';
import { permissionOn } from '../../state/permission';
import type { Store } from '../../state/store';
import { alone } from './serial';

const MAX_PAGE = 200;
const MAX_NAME_BYTES = 256;
const MOST_SIBLINGS = 1_500;
const MOST_FOLDERS = 400_000;
const DEEPEST = 15;

/** A folder, or somebody's own space, takes 1,500; one below the other are 15, of which what shall lie there has so many. */
export function requireSpace(store: Store, by: Operator, parent: string, depth: number): void {
	const inside = itemsIn(store, parent).filter(({ owner }) => parent !== '' || owner === openIdOf(by));
	if (inside.length >= MOST_SIBLINGS) throw refused.siblings();
	const around = itemOf(store, parent, 'folder');
	if (around && foldersAround(store, around).length + 1 + depth > DEEPEST) throw refused.depth();
}

const ORDERS = { EditedTime: 'modified', CreatedTime: 'created' } as const;

/** Source: https://open.feishu.cn/document/server-docs/docs/drive-v1/folder/list and its neighbors */
export const driveFileRoutes = [
	defineRoute({
		method: 'GET',
		path: '/open-apis/drive/explorer/v2/root_folder/meta',
		tokens: BOTH,
		scopes: ['drive:drive', 'drive:drive.metadata:readonly'],
		handle({ platform: { store }, by }) {
			const owner = openIdOf(by);
			const known = store.drive.roots.get(owner) ?? { token: newId.root(), id: newId.long(), user_id: newId.long() };
			store.drive.roots.set(owner, known);
			return { data: known };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/drive/v1/files',
		tokens: BOTH,
		scopes: ['drive:drive', 'drive:drive:readonly', 'space:document:retrieve'],
		tier: 8,
		query: {
			page_size: integer(),
			page_token: text(),
			folder_token: withDefault(text(), ''),
			order_by: withDefault(oneOf(['EditedTime', 'CreatedTime']), 'EditedTime'),
			direction: withDefault(oneOf(['ASC', 'DESC']), 'DESC'),
			user_id_type: withDefault(oneOf(USER_ID_TYPES), 'open_id'),
		},
		handle({ platform: { store }, by, query }) {
			const { page_size: size = 100, user_id_type: idType, order_by, direction } = query;
			if (size < 1 || size > MAX_PAGE) throw new PlatformError(1064001, 'page size is invalid');
			const parent = store.drive.rootOf(query.folder_token) === openIdOf(by) ? '' : query.folder_token;
			requireFolder(store, by, parent, 'view');
			const time = (item: Item) => timesOf(store, item.token)[ORDERS[order_by]];
			const all = itemsIn(store, parent)
				.filter((item) => (parent === '' ? item.owner === openIdOf(by) : permissionOn(store, item, by)))
				// The caller's own space leaves shortcuts out, and has no pages.
				.filter(({ type }) => query.folder_token !== '' || type !== 'shortcut')
				.sort((one, other) => (time(one) - time(other)) * (direction === 'ASC' ? 1 : -1));
			const { items, has_more, page_token } = page(all, {
				size: query.folder_token === '' ? Infinity : size,
				token: query.folder_token === '' ? undefined : query.page_token,
				scope: `files ${parent} ${order_by} ${direction}`,
				invalidToken: refused.params,
			});
			const files = items.map((item) => fileView(store, by.app, item, idType));
			return { data: { files, has_more, next_page_token: page_token ?? '' } };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/open-apis/drive/v1/files/create_folder',
		tokens: BOTH,
		scopes: ['drive:drive', 'space:folder:create'],
		tier: 6,
		body: { name: required(text(), { allowEmpty: true }), folder_token: required(text(), { allowEmpty: true }) },
		async handle(call) {
			const { platform, by, body } = call;
			const { store } = platform;
			const length = Buffer.byteLength(body.name);
			if (length < 1 || length > MAX_NAME_BYTES) throw refused.params();
			const { folder_token: parent } = body;
			requireFolder(store, by, parent);
			requireSpace(store, by, parent, 1);
			if (store.bases.folders.size >= MOST_FOLDERS) throw refused.total();
			return await alone(call, () => {
				const token = newId.folder();
				store.bases.folders.set(token, { token, name: body.name, owner: openIdOf(by), parent });
				timesOf(store, token);
				return { data: { token, url: addressOf('folder', token) } };
			});
		},
	}),
];
