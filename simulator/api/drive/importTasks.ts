import { addressOf } from '../../drive/addresses';
import { imported, IMPORTS } from '../../drive/importing';
import { askJob, beginJob } from '../../drive/jobs';
import { timesOf } from '../../drive/times';
import { BOTH } from '../../gateway/tokens';
import { type Call, defineRoute } from '../../gateway/route';
import { integer, nested, required, text } from '../../platform/validate';
import { itemOf } from '../../state/documents';
import type { ItemType } from '../../state/drive';
import { mayFill, permissionOn } from '../../state/permission';
import { refusedJob, runningStatus } from './exportTasks';

const TASKS = '/open-apis/drive/v1/import_tasks';
const WRITE = ['docs:document:import', 'drive:drive'];
const FRESH_MS = 300_000;

const extensionOf = (name: string) => /\.([^.]+)$/.exec(name)?.[1] ?? '';

interface Wanted {
	file_token: string;
	file_extension: string;
	type: string;
}

/** What an upload said that the file would become; nothing where it said nothing that can be read. */
function declaredIn(extra: string | undefined): { obj_type?: string; file_extension?: string } {
	try {
		return JSON.parse(extra ?? '{}') as object;
	} catch {
		return {};
	}
}

/** The file that is imported: one that was uploaded for it in the last 5 minutes, or one of Drive. */
function sourceOf({ platform: { store, clock }, by }: Pick<Call, 'platform' | 'by'>, wanted: Wanted) {
	const media = store.bases.medias.get(wanted.file_token);
	if (media?.parent_type === 'ccm_import_open') {
		if (clock.now() - (media.at ?? 0) > FRESH_MS) throw refusedJob.expired();
		const said = declaredIn(media.extra);
		if (said.file_extension !== wanted.file_extension) throw refusedJob.extension();
		if (said.obj_type !== wanted.type) throw refusedJob.type();
		return { name: media.name, bytes: media.bytes, isMedia: true };
	}
	const file = store.bases.files.get(wanted.file_token);
	const item = file && itemOf(store, file.token, 'file');
	if (!file || !item) throw store.drive.deleted.has(wanted.file_token) ? refusedJob.deleted(403) : refusedJob.noFile();
	if (!permissionOn(store, item, by)) throw refusedJob.denied();
	return { name: file.name, bytes: file.bytes, isMedia: false };
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/drive-v1/import_task/create and its neighbor */
export const importTaskRoutes = [
	defineRoute({
		method: 'POST',
		path: TASKS,
		tokens: BOTH,
		scopes: WRITE,
		tier: 3,
		body: {
			file_extension: required(text()),
			file_token: required(text()),
			type: required(text()),
			file_name: text(),
			point: required(nested({ mount_type: required(integer()), mount_key: required(text(), { allowEmpty: true }) })),
		},
		handle(call) {
			const { platform, by, body } = call;
			const { store } = platform;
			const { file_extension: extension, type, point } = body;
			const limits = IMPORTS[type];
			if (!limits || point.mount_type !== 1) throw refusedJob.params();
			const most = limits[extension];
			if (most === undefined) throw refusedJob.mismatch();
			const { name, bytes, isMedia } = sourceOf(call, body);
			if (bytes.length > most) throw refusedJob.tooLarge();
			if (!mayFill(store, by, point.mount_key)) throw refusedJob.noFolder();
			const title = body.file_name ?? name.replace(/\.[^.]+$/, '');
			const ticket = beginJob(store, by, 'import', () => {
				const failed = (job_status: number) => ({
					type,
					job_status,
					job_error_msg: 'fail',
					token: '',
					url: '',
					extra: [],
				});
				if (store.settings.driveImportStatus !== 0) return failed(store.settings.driveImportStatus);
				if (!isMedia && extensionOf(name) !== extension) return failed(118);
				if (!mayFill(store, by, point.mount_key)) return failed(116);
				const token = imported(store, by, { type, extension, title, folder_token: point.mount_key, bytes });
				if (typeof token === 'number') return failed(token);
				if (isMedia) store.bases.medias.delete(body.file_token);
				timesOf(store, token);
				const url = addressOf(type as ItemType, token);
				return { type, job_status: 0, job_error_msg: 'success', token, url, extra: [] };
			});
			return { data: { ticket } };
		},
	}),
	defineRoute({
		method: 'GET',
		path: `${TASKS}/:ticket`,
		tokens: BOTH,
		scopes: [...WRITE, 'drive:drive:readonly'],
		handle(call) {
			const { platform, by, params } = call;
			const { ticket = '' } = params;
			const state = askJob(platform.store, by, 'import', ticket);
			if (!state) throw refusedJob.denied();
			const running = { job_status: runningStatus(call), job_error_msg: '', token: '', url: '', extra: [] };
			return { data: { result: { ticket, ...(state === 'running' ? running : state) } } };
		},
	}),
];
