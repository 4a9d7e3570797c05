import {
	checkFileSize,
	fileTypeOf,
	FILE_LIMIT_BYTES,
	IMAGE_LIMIT_BYTES,
	type FileType,
} from '../../../feishu/im/files';
import { ENDS, isNotOpus, playingTime } from '../../../feishu/im/playing';
import { InputError } from '../../../feishu/input';
import { endsOf, type InputFile } from '../client/binary';
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
	/** Milliseconds, for audio and video; found in the file when not given. */
	duration?: number;
}

/** A file's type by its name, unless its bytes say that it can't be that: then it goes as any other file. */
export async function typeOfFile(file: InputFile, fileName = file.fileName): Promise<FileType> {
	const type = fileTypeOf(fileName);
	return type === 'opus' && isNotOpus((await endsOf(file, ENDS)).head) ? 'stream' : type;
}

/**
 * Uploads a file for messages: 30 MB, not empty; what is uploaded as Opus must be that, since no client could play it.
 * @throws InputError about the file before anything is sent
 */
export async function uploadFile(
	feishu: FeishuClient,
	file: InputFile,
	field: string,
	upload: FileUpload = {},
): Promise<string> {
	const fileName = upload.fileName || file.fileName;
	checkFileSize(field, fileName, file.size, FILE_LIMIT_BYTES);
	const fileType = upload.fileType ?? fileTypeOf(fileName);
	const duration = upload.duration || (await foundLength(file, fileType, field));
	const data = await feishu.call<{ file_key: string }>(UPLOAD_FILE, {
		idempotent: true,
		form: async () => {
			const form = new FormData();
			form.append('file_type', fileType);
			form.append('file_name', fileName);
			if (duration) form.append('duration', String(Math.round(duration)));
			form.append('file', await file.part());
			return form;
		},
	});
	return data.file_key;
}

/** Milliseconds that audio or video plays. @throws InputError when it can't be played as what it is sent as */
async function foundLength(file: InputFile, type: FileType, field: string): Promise<number | undefined> {
	if (type !== 'opus' && type !== 'mp4') return undefined;
	const ends = await endsOf(file, ENDS);
	if (type === 'opus' && isNotOpus(ends.head))
		throw new InputError(
			field,
			`The file '${file.fileName}' is no Opus, which voice messages must be`,
			'Convert it first, for example with ffmpeg -i voice.mp3 -c:a libopus voice.opus, or send it as a file',
		);
	return playingTime(type, ends);
}
