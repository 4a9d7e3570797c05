import { BOTH } from '../../gateway/tokens';
import { PlatformError } from '../../platform/envelope';
import type { Resource } from '../../state/resources';
import { newId } from '../../platform/ids';
import { contentTypeOf } from '../../platform/mime';
import { emptyUpload, invalidUpload, readUpload } from '../../gateway/upload';
import { defineRoute } from '../../gateway/route';

const MAX_BYTES = 30 * 1024 * 1024;
const MAX_DOWNLOAD = 100 * 1024 * 1024;
const FILE_TYPES = ['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream'];

/** 234037 for what is too large to be downloaded. */
export function requireDownloadable({ bytes }: Resource): void {
	if (bytes.length > MAX_DOWNLOAD) throw new PlatformError(234037, 'Downloaded file size exceeds limit.');
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/file/create */
export const fileRoutes = [
	defineRoute({
		method: 'POST',
		path: '/open-apis/im/v1/files',
		tokens: BOTH,
		scopes: ['im:resource', 'im:resource:upload'],
		multipart: true,
		async handle({ platform: { store }, app, parts }) {
			const { fields, file } = await readUpload(parts(), 'file', MAX_BYTES);
			const { file_type: fileType = '', file_name: name = '', duration } = fields;
			if (!FILE_TYPES.includes(fileType)) throw invalidUpload(`file_type must be one of ${FILE_TYPES.join(', ')}`);
			if (name === '') throw invalidUpload('file_name is required');
			if (duration !== undefined && !/^\d+$/.test(duration)) throw invalidUpload('duration must be whole milliseconds');
			if (!file) throw invalidUpload('file is required');
			if (file.bytes.length === 0) throw emptyUpload();
			const key = newId.file();
			const length = duration === undefined ? undefined : Number(duration);
			store.im.files.set(key, {
				key,
				app_id: app.app_id,
				bytes: file.bytes,
				content_type: contentTypeOf(name, fileType),
				name,
				type: fileType,
				duration: length,
			});
			return { data: { file_key: key } };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/im/v1/files/:file_key',
		// Whoever has sent it needs no scope.
		handle({ platform: { store }, app, params, contentType }) {
			const file = store.im.files.get(params.file_key ?? '');
			if (!file) throw new PlatformError(234005, 'File has been deleted.');
			requireDownloadable(file);
			if (file.app_id !== app.app_id) throw new PlatformError(234008, 'The app is not the resource sender.');
			// The platform names the file only in answer to a request of type JSON, with or without a body.
			const name = contentType.startsWith('application/json') ? file.name : undefined;
			return { bytes: file.bytes, contentType: file.content_type, name };
		},
	}),
];
