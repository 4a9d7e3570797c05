import { EXPORTS, exported, hasPart } from '../../drive/exporting';
import { askJob, beginJob } from '../../drive/jobs';
import { BOTH } from '../../gateway/tokens';
import { type Call, defineRoute } from '../../gateway/route';
import { PlatformError } from '../../platform/envelope';
import { newId } from '../../platform/ids';
import { contentTypeOf } from '../../platform/mime';
import { flag, oneOf, required, text } from '../../platform/validate';
import { itemOf } from '../../state/documents';
import { openIdOf } from '../../state/operator';
import { permissionOn } from '../../state/permission';

const TASKS = '/open-apis/drive/v1/export_tasks';
const SCOPES = ['docs:document:export', 'drive:export:readonly'];
const KEPT_MS = 600_000;

export const refusedJob = {
	denied: () => new PlatformError(1069902, 'no permission', { http: 403 }),
	params: () => new PlatformError(1069904, 'invalid param'),
	deleted: (http: number) => new PlatformError(1069906, 'docs deleted', { http }),
	noFile: () => new PlatformError(1069907, 'file token not found', { http: 404 }),
	noFolder: () => new PlatformError(1069908, 'mount point not found or no permission', { http: 403 }),
	tooLarge: () => new PlatformError(1069909, 'import file size over limit'),
	extension: () => new PlatformError(1069910, 'import file extension not match'),
	type: () => new PlatformError(1069911, 'import file type not match'),
	expired: () => new PlatformError(1069913, 'import file token expired'),
	invalidToken: () => new PlatformError(1069914, 'invalid file token', { http: 404 }),
	mismatch: () => new PlatformError(1069918, 'file extension and type mismatch'),
};

/** What a job says while it runs: that it does, or, as it may happen, that it has ended, with nothing to show. */
export const runningStatus = ({ platform: { store } }: Pick<Call, 'platform'>): number =>
	store.settings.driveEmptyResult === 'never' ? 2 : 0;

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/drive-v1/export_task/create and its neighbors */
export const exportTaskRoutes = [
	defineRoute({
		method: 'POST',
		path: TASKS,
		tokens: BOTH,
		scopes: SCOPES,
		tier: 3,
		body: {
			file_extension: required(oneOf(['docx', 'pdf', 'xlsx', 'csv', 'base', 'pptx'])),
			token: required(text()),
			type: required(oneOf(['doc', 'sheet', 'bitable', 'docx', 'slides'])),
			sub_id: text(),
			only_schema: flag(),
		},
		handle({ platform: { store }, by, body }) {
			const { file_extension: extension, token, type, sub_id: part } = body;
			if (!EXPORTS[type]?.includes(extension)) throw refusedJob.mismatch();
			const item = itemOf(store, token, type);
			if (!item) throw store.drive.deleted.has(token) ? refusedJob.deleted(404) : refusedJob.invalidToken();
			if (!permissionOn(store, item, by)) throw refusedJob.denied();
			if (extension === 'csv' && !hasPart(store, by, item, part ?? '')) throw refusedJob.params();
			const ticket = beginJob(store, by, 'export', () => {
				const said = { file_extension: extension, type, file_name: item.name };
				const failed = (job_status: number) => ({
					...said,
					file_token: '',
					file_size: 0,
					job_status,
					job_error_msg: 'fail',
				});
				if (!itemOf(store, token, type)) return failed(111);
				if (!permissionOn(store, item, by)) return failed(110);
				if (store.settings.driveExportStatus !== 0) return failed(store.settings.driveExportStatus);
				const bytes = exported(store, by, item, extension, part);
				const name = `${item.name}.${extension}`;
				const file_token = newId.media();
				const until = store.clock.now() + KEPT_MS;
				store.drive.exported.set(file_token, {
					name,
					content_type: contentTypeOf(name),
					bytes,
					by: openIdOf(by),
					until,
				});
				return { ...said, file_token, file_size: bytes.length, job_status: 0, job_error_msg: 'success' };
			});
			store.drive.tickets.set(ticket, token);
			return { data: { ticket } };
		},
	}),
	defineRoute({
		method: 'GET',
		path: `${TASKS}/:ticket`,
		tokens: BOTH,
		scopes: SCOPES,
		tier: 3,
		query: { token: required(text()) },
		handle(call) {
			const { platform, by, params, query } = call;
			const { store } = platform;
			const { ticket = '' } = params;
			if (store.drive.tickets.get(ticket) !== query.token) throw refusedJob.params();
			const state = askJob(store, by, 'export', ticket);
			if (!state) throw refusedJob.denied();
			if (state !== 'running') return { data: { result: state } };
			const result = { file_token: '', file_size: 0, job_status: runningStatus(call), job_error_msg: 'success' };
			return { data: { result } };
		},
	}),
	defineRoute({
		method: 'GET',
		path: `${TASKS}/file/:file_token/download`,
		tokens: BOTH,
		scopes: SCOPES,
		tier: 3,
		handle({ platform: { store, clock }, by, params, range }) {
			const file = store.drive.exported.get(params.file_token ?? '');
			if (!file || file.until <= clock.now()) throw refusedJob.invalidToken();
			if (file.by !== openIdOf(by)) throw refusedJob.denied();
			return { bytes: file.bytes, contentType: file.content_type, name: file.name, range };
		},
	}),
];
