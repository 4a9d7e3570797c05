import { reachItem } from '../../drive/access';
import { refused } from '../../drive/refusals';
import { seconds, timesOf, touch } from '../../drive/times';
import { BOTH } from '../../gateway/tokens';
import { type Call, defineRoute } from '../../gateway/route';
import { PlatformError, type Result } from '../../platform/envelope';
import { newId } from '../../platform/ids';
import { page } from '../../platform/paging';
import { flag, integer, required, text } from '../../platform/validate';
import type { Permission } from '../../state/bases';
import { alone } from './serial';

const ONE = '/open-apis/drive/v1/files/:file_token';

/** Only what was uploaded has bytes; online documents are exported. */
function fileOf({ platform: { store }, by, params }: Pick<Call, 'platform' | 'by' | 'params'>, needed: Permission) {
	const { token } = reachItem(store, by, { token: params.file_token ?? '', type: 'file', needed });
	const file = store.bases.files.get(token);
	if (!file) throw refused.notFound();
	file.version ??= newId.version();
	const { version, name, bytes } = file;
	const now = { version, name, bytes, at: timesOf(store, token).modified };
	return { file, token, versions: [now, ...[...(file.earlier ?? [])].reverse()] };
}

/** A refusal as a download may have it: with HTTP 200, so that only its type tells it from a file. */
function asTenantHas({ platform: { store } }: Pick<Call, 'platform'>, error: unknown): unknown {
	if (store.settings.driveDownloadErrors === 'status' || !(error instanceof PlatformError)) return error;
	return new PlatformError(error.code, error.msg, { ...error.options, http: 200 });
}

async function download(call: Call<{ version: string | undefined }>): Promise<Result> {
	const { file, versions } = fileOf(call, 'view');
	const { version: asked } = call.query;
	const found = asked ? versions.find(({ version }) => version === asked) : versions[0];
	if (!found) throw refused.notFound();
	const { bytes, name } = found;
	return await alone(call, () => ({ bytes, contentType: file.content_type, name, range: call.range }));
}

/** Source: https://open.feishu.cn/document/server-docs/docs/drive-v1/download/download; of earlier versions no page tells */
export const fileDownloadRoutes = [
	defineRoute({
		method: 'GET',
		path: `${ONE}/download`,
		tokens: BOTH,
		scopes: ['drive:drive', 'drive:drive:readonly', 'drive:file', 'drive:file:download', 'drive:file:readonly'],
		tier: 6,
		query: { version: text() },
		handle: (call) => download(call).catch((error: unknown) => Promise.reject(asTenantHas(call, error) as Error)),
	}),
	defineRoute({
		method: 'GET',
		path: `${ONE}/history`,
		tokens: BOTH,
		scopes: ['drive:file:download'],
		query: { only_tag: flag(), page_size: integer({ min: 1, max: 200 }), page_token: text(), last_edit_time: text() },
		handle(call) {
			const { query, params } = call;
			const { items, has_more, page_token } = page(fileOf(call, 'view').versions, {
				size: query.page_size ?? 20,
				token: query.page_token,
				scope: `history ${params.file_token}`,
				invalidToken: refused.params,
			});
			const views = items.map(({ version, name, at, bytes }) => ({
				...{ version, name, edit_time: seconds(at), size: String(bytes.length) },
			}));
			return { data: { items: views, has_more, page_token: page_token ?? '' } };
		},
	}),
	defineRoute({
		method: 'POST',
		path: `${ONE}/revert`,
		tokens: BOTH,
		scopes: ['drive:file:upload'],
		body: { version: required(text()) },
		handle(call) {
			const { store } = call.platform;
			const { file, token, versions } = fileOf(call, 'edit');
			const found = versions.find(({ version }) => version === call.body.version);
			const [now] = versions;
			if (!found || !now) throw refused.notFound();
			file.earlier = [...(file.earlier ?? []), now];
			Object.assign(file, { name: found.name, bytes: found.bytes, version: newId.version() });
			touch(store, token);
			store.changed();
			return { data: { version: file.version } };
		},
	}),
	defineRoute({
		method: 'POST',
		path: `${ONE}/version_del`,
		tokens: BOTH,
		scopes: ['drive:file:upload'],
		body: { version: required(text()) },
		handle(call) {
			const { file } = fileOf(call, 'edit');
			const earlier = file.earlier ?? [];
			if (!earlier.some(({ version }) => version === call.body.version)) throw refused.notFound();
			file.earlier = earlier.filter(({ version }) => version !== call.body.version);
			return { data: {} };
		},
	}),
];
