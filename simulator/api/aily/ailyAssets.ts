import type { UploadedPart } from '../../gateway/route';
import { readUpload } from '../../gateway/upload';
import { contentTypeOf } from '../../platform/mime';
import { flag, integer, nested, object, objects, oneOf, required, text, texts } from '../../platform/validate';
import type { AilyApp, AilyAsset } from '../../state/aily';
import type { Store } from '../../state/store';
import { ailyRoute, APP, appOf, knowingApp, PAGE, paged, refused } from './ailyRoute';

const ASSETS = `${APP}/data_assets`;
const MOST_BYTES = 50 * 1024 * 1024;
const WITH = { with_data_asset_item: flag(), with_connect_status: flag(), with_import_setting: flag() };
const TYPES: Readonly<Record<string, string>> = {
	'text/plain': 'txt',
	'application/pdf': 'pdf',
	'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};
/** The others are joined to directly alone. */
const IMPORTED = ['file', 'lark_doc'];

interface Wanted {
	with_data_asset_item?: boolean;
	with_connect_status?: boolean;
}

function view({ tags }: AilyApp, asset: AilyAsset, wanted: Wanted): object {
	const { data_asset_id, title, description, data_source_type, connect_type, connect_status, created } = asset;
	return {
		data_asset_id,
		label: { zh_cn: title },
		...{ description, data_source_type, connect_type },
		...(wanted.with_connect_status && { connect_status }),
		tags: asset.tags.map((name) => ({ data_asset_tag_id: tags.get(name) ?? '', name })),
		...(wanted.with_data_asset_item && {
			items: [
				{ data_asset_item_id: `${data_asset_id}_item`, api_name: 'item', label: { zh_cn: title }, resources: [] },
			],
		}),
		...{ created_time: String(created), updated_time: String(created) },
	};
}

function assetOf({ assets }: AilyApp, id = ''): AilyAsset {
	const asset = assets.find(({ data_asset_id }) => data_asset_id === id);
	if (!asset) throw refused.asset();
	return asset;
}

/** Knowledge is changed in the environment of those who develop the assistant. */
function requireDev({ tenant_type: type }: { tenant_type?: string }): void {
	if (type !== 'dev') throw refused.environment();
}

/** A document that Aily knows how to read, can open, and who asks may download. */
function requireDocument(store: Store, { type, token }: { type: string; token: string }): void {
	if (type !== 'docx') throw refused.sourceType();
	const trouble = store.aily.documents.get(token);
	if (trouble === 'unreadable') throw refused.document();
	if (trouble === 'notDownloadable') throw refused.download();
}

/** @throws PlatformError where more than one file comes */
async function* oneFile(parts: AsyncIterable<UploadedPart>): AsyncIterable<UploadedPart> {
	let files = 0;
	for await (const part of parts) {
		if (part.stream) files += 1;
		yield part;
	}
	if (files > 1) throw refused.oneFile();
}

const TENANT = { tenant_type: oneOf(['online', 'dev']) };

/** Source: https://open.feishu.cn/document/aily-v1/data-knowledge/data-knowledge-management/list and its neighbors */
export const ailyAssetRoutes = [
	ailyRoute({
		method: 'GET',
		path: `${APP}/data_asset_tags`,
		scopes: ['aily:data_asset:read'],
		tier: 8,
		query: { ...PAGE, keyword: text({ max: 255 }), data_asset_tag_ids: texts() },
		handle({ platform: { store }, params, query }) {
			const { app_id, tags } = appOf(store, params.app_id);
			const { keyword = '', data_asset_tag_ids: ids } = query;
			const all = [...tags]
				.map(([name, data_asset_tag_id]) => ({ data_asset_tag_id, name }))
				.filter(({ data_asset_tag_id: id, name }) => name.includes(keyword) && (!ids || ids.includes(id)));
			const { items, rest } = paged(store, all, query, `tags ${app_id} ${keyword}`);
			return { data: { items, ...rest } };
		},
	}),
	ailyRoute({
		method: 'GET',
		path: ASSETS,
		scopes: ['aily:data_asset:read'],
		tier: 7,
		query: { ...PAGE, ...WITH, keyword: text({ max: 255 }), data_asset_ids: texts(), data_asset_tag_ids: texts() },
		handle({ platform: { store }, params, query }) {
			const app = knowingApp(store, params.app_id, 'see');
			const { keyword = '', data_asset_ids: ids, data_asset_tag_ids: tagIds } = query;
			const all = app.assets.filter(
				(asset) =>
					asset.title.includes(keyword) &&
					(!ids || ids.includes(asset.data_asset_id)) &&
					(!tagIds || asset.tags.some((name) => tagIds.includes(app.tags.get(name) ?? ''))),
			);
			const { items, rest } = paged(store, all, query, `assets ${app.app_id} ${keyword}`);
			return { data: { items: items.map((asset) => view(app, asset, query)), ...rest } };
		},
	}),
	ailyRoute({
		method: 'GET',
		path: `${ASSETS}/:data_asset_id`,
		scopes: ['aily:data_asset:read'],
		tier: 8,
		query: { ...WITH, ...TENANT },
		handle({ platform: { store }, params, query }) {
			const app = knowingApp(store, params.app_id, 'see');
			return { data: { data_asset: view(app, assetOf(app, params.data_asset_id), query) } };
		},
	}),
	ailyRoute({
		method: 'POST',
		path: ASSETS,
		scopes: ['aily:data_asset:write'],
		tier: 8,
		query: TENANT,
		body: {
			connect_type: required(oneOf(['import', 'direct'])),
			source_type: required(oneOf(['file', 'lark_wiki_space', 'lark_doc', 'lark_helpdesk'])),
			import_knowledge_setting: nested({
				chunk_setting: nested({
					rule_type: required(oneOf(['separator', 'intelligent'])),
					separate_type: oneOf(['paragraph', 'title']),
					...{ size: integer({ min: 200, max: 1000 }), overlap: integer({ min: 0, max: 200 }) },
				}),
				file: nested({ title: text({ max: 255 }), token: text(), content: text(), mime_type: text(), url: text() }),
				lark_doc: nested({ type: required(text()), token: required(text()), with_sub_docs: flag(), url: text() }),
				lark_wiki_space: nested({ space_id: required(text()), sub_docs: objects({ type: text(), token: text() }) }),
				lark_helpdesk: nested({ helpdesk_id: required(text()) }),
			}),
			description: object(),
		},
		handle({ platform: { store }, by, params, query, body }) {
			requireDev(query);
			const app = knowingApp(store, params.app_id, 'see');
			const { connect_type, source_type, description = {} } = body;
			if (connect_type === 'import' ? !IMPORTED.includes(source_type) : source_type === 'file')
				throw refused.connection();
			const { file, lark_doc: doc, lark_wiki_space: wiki, chunk_setting: chunks } = body.import_knowledge_setting ?? {};
			if (
				chunks?.rule_type === 'separator' &&
				(!chunks.separate_type || (chunks.overlap ?? 0) >= (chunks.size ?? 1000))
			)
				throw refused.chunks();
			if ((source_type === 'lark_doc' || source_type === 'lark_wiki_space') && !by.user) throw refused.identity();
			const uploaded = store.aily.uploads.get(file?.token ?? '');
			if (file?.token && !uploaded) throw refused.noSource();
			if (doc) requireDocument(store, doc);
			const content = uploaded?.content ?? file?.content ?? '';
			if (source_type === 'file' && content === '') throw refused.source();
			if (source_type === 'lark_doc' && !doc) throw refused.missing();
			if (source_type === 'lark_wiki_space' && !wiki) throw refused.missing();
			const mime = uploaded?.mime_type ?? file?.mime_type ?? '';
			if (source_type === 'file' && !(mime in TYPES)) throw refused.fileType();
			const asset: AilyAsset = {
				...{ data_asset_id: store.aily.id('asset'), title: file?.title ?? uploaded?.name ?? '', connect_type, content },
				...{ data_source_type: TYPES[mime] ?? 'larkbiz_docx', connect_status: 'syncing', tags: [] },
				...{ description: description as Record<string, string>, created: store.clock.now() },
			};
			app.assets.push(asset);
			return { data: { data_asset: view(app, asset, { with_connect_status: true }) } };
		},
	}),
	ailyRoute({
		method: 'DELETE',
		path: `${ASSETS}/:data_asset_id`,
		scopes: ['aily:data_asset:write'],
		tier: 8,
		query: TENANT,
		handle({ platform: { store }, params, query }) {
			requireDev(query);
			const app = knowingApp(store, params.app_id, 'see');
			const asset = assetOf(app, params.data_asset_id);
			app.assets = app.assets.filter((each) => each !== asset);
			return { data: { data_asset: view(app, asset, {}) } };
		},
	}),
	ailyRoute({
		method: 'POST',
		path: `${ASSETS}/upload_file`,
		scopes: ['aily:data_asset:upload_file'],
		tier: 6,
		multipart: true,
		query: TENANT,
		async handle({ platform: { store }, params, query, parts }) {
			const { file } = await readUpload(oneFile(parts()), 'file', MOST_BYTES, refused.fileSize);
			requireDev(query);
			knowingApp(store, params.app_id, 'see');
			if (!file) throw refused.missing('file');
			const mime_type = contentTypeOf(file.name).split(';')[0] ?? '';
			if (!(mime_type in TYPES)) throw refused.fileType();
			const token = store.aily.id('upload');
			store.aily.uploads.set(token, { name: file.name, mime_type, content: file.bytes.toString('utf8') });
			return { data: { file_info: { token, mime_type } } };
		},
	}),
];
