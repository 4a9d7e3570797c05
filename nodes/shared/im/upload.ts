import {
	checkFileSize,
	fileTypeOf,
	FILE_LIMIT_BYTES,
	IMAGE_LIMIT_BYTES,
	type FileType,
} from '../../../feishu/im/files';
import { ENDS, isNotMp4, isNotOpus, isOpus, playingTime } from '../../../feishu/im/playing';
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

/** What is played, by its bytes: whether it can't be that, and what to do then. */
const PLAYED: { readonly [type in FileType]?: { isNot: (head: Uint8Array) => boolean; what: string; advice: string } } =
	{
		opus: {
			isNot: isNotOpus,
			what: 'no Opus, which voice messages must be',
			advice: 'Convert it first, for example with ffmpeg -i voice.mp3 -c:a libopus voice.opus, or send it as a file',
		},
		mp4: {
			isNot: isNotMp4,
			what: 'no MP4, which videos must be',
			advice: 'Convert it first, for example with ffmpeg -i video.webm video.mp4, or send it as a file',
		},
	};

/** A file's type by its name, unless its bytes say that it can't be that, or is a voice message under another name. */
export async function typeOfFile(file: InputFile, fileName = file.fileName): Promise<FileType> {
	const type = fileTypeOf(fileName);
	if (!PLAYED[type] && type !== 'stream') return type;
	const { head } = await endsOf(file, ENDS);
	if (type === 'stream') return isOpus(head) ? 'opus' : type;
	return PLAYED[type]?.isNot(head) ? 'stream' : type;
}

/**
 * Uploads a file for messages: 30 MB, not empty; what is to be played must be of that kind, since no client could play it.
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
	const found = await foundLength(file, fileType, field);
	const duration = upload.duration || found;
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
	const played = PLAYED[type];
	if (!played) return undefined;
	const ends = await endsOf(file, ENDS);
	if (played.isNot(ends.head))
		throw new InputError(field, `The file '${file.fileName}' is ${played.what}`, played.advice);
	return playingTime(type, ends);
}
