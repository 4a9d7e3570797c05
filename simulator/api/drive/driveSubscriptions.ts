import { PlatformError } from '../../platform/envelope';
import { oneOf, required, text } from '../../platform/validate';
import { type Call, defineRoute } from '../../gateway/route';
import { itemOf } from '../../state/documents';
import { permissionOn } from '../../state/permission';

const FILE_SCOPES = ['docs:doc', 'docs:event:subscribe', 'drive:drive', 'sheets:spreadsheet'];
const USER_SCOPES = ['docs:document.comment:read'];
const TOKENS = ['tenant', 'user'] as const;
const FILE_TYPES = ['doc', 'docx', 'sheet', 'bitable', 'file', 'folder', 'slides'] as const;
/** The one event of folders, which their requests must name. */
const FOLDER_EVENT = 'file.created_in_folder_v1';
/** The one event of a user's documents. */
const USER_EVENT = 'drive.notice.comment_add_v1';

const paramError = () => new PlatformError(1069602, 'param error');
const FILE_QUERY = { file_type: required(oneOf(FILE_TYPES)), event_type: text() };

/** Only who manages a document or folder subscribes to it, where it is one that Drive knows. */
function requireManaged({ platform: { store }, by, params, query: { file_type: type } }: FileCall): void {
	const token = params.file_token ?? '';
	const document = itemOf(store, token, type);
	if (document && permissionOn(store, document, by) !== 'full_access')
		throw new PlatformError(1069603, 'forbidden', { http: 403 });
}

type FileCall = Call<{ file_type: string; event_type: string | undefined }>;

/** The subscription that a request is about; 1069602 for a folder without its event. */
function fileKey({ app, params, query: { file_type: type, event_type: event } }: FileCall) {
	if (type === 'folder' ? event !== FOLDER_EVENT : event) throw paramError();
	return { app_id: app.app_id, kind: 'drive.file', resource: params.file_token ?? '' } as const;
}

function userKey(appId: string, event: string) {
	if (event !== USER_EVENT) throw paramError();
	return { app_id: appId, kind: 'drive.user', resource: '' } as const;
}

/**
 * Subscribing again is fine. Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/drive-v1/file/subscribe
 * and its neighbors; https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/drive-v1/user/subscription
 */
export const driveSubscriptionRoutes = [
	defineRoute({
		method: 'POST',
		path: '/open-apis/drive/v1/files/:file_token/subscribe',
		tokens: TOKENS,
		scopes: FILE_SCOPES,
		query: FILE_QUERY,
		handle(call) {
			requireManaged(call);
			const { store } = call.platform;
			const { file_type, event_type } = call.query;
			store.subscriptions.add({ ...fileKey(call), file_type, event_type, created_at: store.clock.now() });
			return { data: {} };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/drive/v1/files/:file_token/get_subscribe',
		tokens: TOKENS,
		scopes: FILE_SCOPES,
		tier: 1,
		query: FILE_QUERY,
		handle: (call) => ({ data: { is_subscribe: call.platform.store.subscriptions.has(fileKey(call)) } }),
	}),
	defineRoute({
		method: 'DELETE',
		path: '/open-apis/drive/v1/files/:file_token/delete_subscribe',
		tokens: TOKENS,
		scopes: FILE_SCOPES,
		tier: 1,
		query: FILE_QUERY,
		handle(call) {
			call.platform.store.subscriptions.remove(fileKey(call));
			return { data: {} };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/open-apis/drive/v1/user/subscription',
		tokens: TOKENS,
		scopes: USER_SCOPES,
		tier: 1,
		body: { event_type: required(text()) },
		handle({ platform: { store }, app, body }) {
			const key = userKey(app.app_id, body.event_type);
			store.subscriptions.add({ ...key, event_type: body.event_type, created_at: store.clock.now() });
			return { data: {} };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/drive/v1/user/subscription_status',
		tokens: TOKENS,
		scopes: USER_SCOPES,
		tier: 1,
		query: { event_type: required(text()) },
		handle: ({ platform, app, query }) => ({
			data: { data: { is_subscribe: platform.store.subscriptions.has(userKey(app.app_id, query.event_type)) } },
		}),
	}),
	defineRoute({
		method: 'DELETE',
		path: '/open-apis/drive/v1/user/remove_subscription',
		tokens: TOKENS,
		scopes: USER_SCOPES,
		tier: 1,
		query: { event_type: required(text()) },
		handle({ platform, app, query }) {
			platform.store.subscriptions.remove(userKey(app.app_id, query.event_type));
			return { data: {} };
		},
	}),
];
