import { addressOf } from '../../drive/addresses';
import { seconds, timesOf } from '../../drive/times';
import { BOTH } from '../../gateway/tokens';
import { type Call, defineRoute } from '../../gateway/route';
import { PlatformError } from '../../platform/envelope';
import { USER_ID_TYPES } from '../../platform/ids';
import { page } from '../../platform/paging';
import { flag, integer, objects, oneOf, required, text, withDefault } from '../../platform/validate';
import { type Item, itemOf } from '../../state/documents';
import type { Permission } from '../../state/bases';
import { isEnough, permissionOn } from '../../state/permission';
import type { Store } from '../../state/store';

const MOST = 200;
const DAY = 86_400_000;
const METAS = ['doc', 'sheet', 'bitable', 'mindnote', 'file', 'wiki', 'docx', 'folder', 'synced_block', 'slides'];
const LIKED = ['doc', 'docx', 'file'];

/** Why there is nothing about a document: an unknown type, no right, no such document or one of another type. */
const FAILED = { type: 970002, right: 970003, missing: 970005 };

/** A document by its token and type; pages of wikis by their own. */
function documentNamed(store: Store, token: string, type: string): Item | undefined {
	const node = type === 'wiki' ? store.wiki.nodes.get(token) : undefined;
	return node ? itemOf(store, node.obj_token) : itemOf(store, token, type);
}

const refusedBy = {
	param: () => new PlatformError(1069602, 'param error'),
	forbidden: () => new PlatformError(1069603, 'forbidden', { http: 403 }),
	notFound: () => new PlatformError(1069604, 'document not found'),
};

function counted(
	{ platform: { store }, by, params }: Pick<Call, 'platform' | 'by' | 'params'>,
	type: string,
	needed: Permission,
) {
	const item = documentNamed(store, params.file_token ?? '', type);
	if (!item) throw refusedBy.notFound();
	if (!isEnough(permissionOn(store, item, by), needed)) throw refusedBy.forbidden();
	return { item, views: [...(store.drive.views.get(item.token) ?? [])] };
}

/** Source: https://open.feishu.cn/document/server-docs/docs/drive-v1/file/batch_query and its neighbors */
export const driveMetaRoutes = [
	defineRoute({
		method: 'POST',
		path: '/open-apis/drive/v1/metas/batch_query',
		tokens: BOTH,
		scopes: ['drive:drive', 'drive:drive.metadata:readonly'],
		query: { user_id_type: withDefault(oneOf(USER_ID_TYPES), 'open_id') },
		body: {
			request_docs: required(
				objects({ doc_token: required(text()), doc_type: required(text()) }, { min: 1, max: MOST }),
			),
			with_url: flag(),
		},
		handle({ platform: { store }, by, query, body }) {
			const metas: object[] = [];
			const failed_list: Array<{ token: string; code: number }> = [];
			for (const asked of body.request_docs) {
				const { doc_token: token, doc_type: type } = asked;
				const item = documentNamed(store, token, type);
				const code = !METAS.includes(type) ? FAILED.type : !item ? FAILED.missing : undefined;
				if (code !== undefined || !item) failed_list.push({ token, code: code ?? FAILED.missing });
				else if (!permissionOn(store, item, by)) failed_list.push({ token, code: FAILED.right });
				else {
					const { created, modified } = timesOf(store, item.token);
					const owner_id = store.directory.idFor(by.app, item.owner, query.user_id_type);
					metas.push({
						doc_token: item.token,
						doc_type: item.type,
						title: item.name,
						owner_id,
						create_time: seconds(created),
						latest_modify_user: owner_id,
						latest_modify_time: seconds(modified),
						...(body.with_url && { url: type === 'wiki' ? addressOf('wiki', token) : addressOf(item.type, token) }),
						request_doc_info: asked,
					});
				}
			}
			return { data: { metas, ...(failed_list.length > 0 && { failed_list }) } };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/drive/v1/files/:file_token/statistics',
		tokens: BOTH,
		scopes: ['drive:drive', 'drive:drive.metadata:readonly', 'drive:drive:readonly'],
		query: { file_type: required(oneOf(['doc', 'sheet', 'mindnote', 'bitable', 'wiki', 'file', 'docx'])) },
		handle(call) {
			const { query, platform, params } = call;
			const { item, views } = counted(call, query.file_type, 'view');
			const now = platform.clock.now();
			const today = views.filter(([, at]) => now - at < DAY).length;
			const likes = LIKED.includes(item.type) ? 0 : -1;
			const statistics = {
				...{ uv: views.length, pv: views.length, like_count: likes, timestamp: Math.floor(now / 1000) },
				...{ uv_today: today, pv_today: today, like_count_today: likes },
			};
			return { data: { file_token: params.file_token, file_type: query.file_type, statistics } };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/drive/v1/files/:file_token/view_records',
		tokens: BOTH,
		scopes: ['contact:user.base:readonly', 'drive:file:view_record:readonly'],
		query: {
			file_type: required(oneOf(['doc', 'docx', 'sheet', 'bitable', 'mindnote', 'wiki', 'file'])),
			viewer_id_type: withDefault(oneOf(USER_ID_TYPES), 'open_id'),
			page_size: required(integer({ min: 1, max: 50 })),
			page_token: text(),
		},
		handle(call) {
			const { query, platform, by, params } = call;
			const { store } = platform;
			const { views } = counted(call, query.file_type, 'full_access');
			if (store.settings.driveViewRecords === 'absent') throw refusedBy.forbidden();
			const { items, has_more, page_token } = page(views, {
				size: query.page_size,
				token: query.page_token,
				scope: `views ${params.file_token}`,
				invalidToken: refusedBy.param,
			});
			const records = items.map(([openId, at]) => ({
				viewer_id: store.directory.idFor(by.app, openId, query.viewer_id_type),
				name: store.contact.users.get(openId)?.name ?? '',
				avatar_url: `https://example.com/avatar/${openId}.png`,
				last_view_time: seconds(at),
			}));
			return { data: { items: records, has_more, page_token: page_token ?? '' } };
		},
	}),
];
