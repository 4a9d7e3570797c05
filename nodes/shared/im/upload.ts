import {
	checkFileSize,
	fileTypeOf,
	FILE_LIMIT_BYTES,
	IMAGE_LIMIT_BYTES,
	type FileType,
} from '../../../feishu/im/files';
import type { InputFile } from '../client/binary';
import type { FeishuClient } from '../client/client';

export const UPLOAD_IMAGE = 'POST /open-apis/im/v1/images';
export const UPLOAD_FILE = 'POST /open-apis/im/v1/files';

/**
 * Uploads an image for messages (or as an avatar): 10 MB, not empty.
 * Uploading twice does no harm, so it is repeated after a failure.
 * @throws InputError about the file before anything is sent
 */
export async function uploadImage(
	feishu: FeishuClient,
	file: InputFile,
	field: string,
	imageType: 'message' | 'avatar' = 'message',
): Promise<string> {
	checkFileSize(field, file.fileName, file.size, IMAGE_LIMIT_BYTES);
	const data = await feishu.call<{ image_key: string }>(UPLOAD_IMAGE, {
		idempotent: true,
		form: async () => {
			const form = new FormData();
			form.append('image_type', imageType);
			form.append('image', await file.part());
			return form;
		},
	});
	return data.image_key;
}

export interface FileUpload {
	/** Found from the name when not given. */
	fileType?: FileType;
	/** Another name than the file's own. */
	fileName?: string;
	/** Milliseconds, for audio and video. */
	duration?: number;
}

/** Uploads a file for messages: 30 MB, not empty. @throws InputError about the file before anything is sent */
export async function uploadFile(
	feishu: FeishuClient,
	file: InputFile,
	field: string,
	upload: FileUpload = {},
): Promise<string> {
	const fileName = upload.fileName || file.fileName;
	checkFileSize(field, fileName, file.size, FILE_LIMIT_BYTES);
	const data = await feishu.call<{ file_key: string }>(UPLOAD_FILE, {
		idempotent: true,
		form: async () => {
			const form = new FormData();
			form.append('file_type', upload.fileType ?? fileTypeOf(fileName));
			form.append('file_name', fileName);
			if (upload.duration) form.append('duration', String(Math.round(upload.duration)));
			form.append('file', await file.part());
			return form;
		},
	});
	return data.file_key;
}
