import { attachmentTypeOf } from '../../../../feishu/im/files';
import { binaryInputFieldOld } from '../../fields/common';
import type { Field } from '../../operation/operation';
import { uploadFile, uploadImage } from '../upload';
import { platformOf, type ComposeContext, type MessageKind } from './kind';

const sourceField: Field = {
	displayName: 'Source',
	name: 'mediaSource',
	type: 'options',
	options: [
		{
			name: 'Input Data',
			value: 'binary',
			description: 'A file of the input item; it is uploaded and sent in one step',
		},
		{ name: 'Key', value: 'key', description: 'Something uploaded before by this app' },
	],
	default: 'binary',
	description: 'Where the file comes from',
};

const fromBinary = { show: { mediaSource: ['binary'] } };
const fromKey = { show: { mediaSource: ['key'] } };

const binaryField = binaryInputFieldOld({ displayOptions: fromBinary });

const imageKeyField: Field = {
	displayName: 'Image Key',
	name: 'imageKey',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. img_v3_02ab_0a1b2c3d',
	description: 'From Media → Upload Image',
	displayOptions: fromKey,
};

const fileKeyField: Field = {
	displayName: 'File Key',
	name: 'fileKey',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. file_v3_00ab_0a1b2c3d',
	description: 'From Media → Upload File',
	displayOptions: fromKey,
};

const durationField: Field = {
	displayName: 'Duration (Seconds)',
	name: 'duration',
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 3 },
	default: 0,
	description: 'Shown beside the player; 0 leaves it out',
	displayOptions: fromBinary,
};

export const image: MessageKind = {
	value: 'image',
	name: 'Image',
	description: 'JPG, PNG, WEBP, GIF, BMP, ICO, TIFF or HEIC up to 10 MB',
	fields: ({ app }) => (app ? [sourceField, binaryField, imageKeyField] : [withoutSource(imageKeyField)]),
	async compose(context) {
		const { param, surface } = context;
		if (!surface.app || param.choice('mediaSource') === 'key')
			return [{ msg_type: 'image', content: { image_key: param.text('imageKey') } }];
		const upload = await param.file('binaryPropertyName');
		const image_key = await uploadImage(platformOf(context), upload, param.label('binaryPropertyName'));
		return [{ msg_type: 'image', content: { image_key } }];
	},
};

export const file: MessageKind = {
	value: 'file',
	name: 'File',
	description: 'Any file up to 30 MB',
	fields: () => [sourceField, binaryField, fileKeyField],
	async compose(context) {
		return [{ msg_type: 'file', content: { file_key: await fileKey(context) } }];
	},
};

export const audio: MessageKind = {
	value: 'audio',
	name: 'Audio',
	description: 'A voice message; the file must be opus',
	fields: () => [sourceField, binaryField, fileKeyField, durationField],
	async compose(context) {
		return [{ msg_type: 'audio', content: { file_key: await fileKey(context, 'opus') } }];
	},
};

export const video: MessageKind = {
	value: 'video',
	name: 'Video',
	description: 'An mp4 with a player, up to 30 MB',
	fields: () => [
		sourceField,
		binaryField,
		fileKeyField,
		durationField,
		{
			displayName: 'Cover Image Key',
			name: 'coverImageKey',
			type: 'string',
			default: '',
			placeholder: 'e.g. img_v3_02ab_0a1b2c3d',
			description: 'The picture shown before the video plays, from Media → Upload Image',
		},
	],
	async compose(context) {
		const key = await fileKey(context, 'mp4');
		const cover = context.param.optionalText('coverImageKey');
		return [{ msg_type: 'media', content: { file_key: key, ...(cover !== '' && { image_key: cover }) } }];
	},
};

export const sticker: MessageKind = {
	value: 'sticker',
	name: 'Sticker',
	description: 'A sticker that the app has received before',
	fields: () => [
		{
			displayName: 'Sticker File Key',
			name: 'stickerKey',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. file_v3_00ab_0a1b2c3d',
			description: 'From a sticker message that was sent to the app',
		},
	],
	async compose({ param }) {
		return [{ msg_type: 'sticker', content: { file_key: param.text('stickerKey') } }];
	},
};

/** The field on its own, where there is no choice of a source. */
function withoutSource(field: Field): Field {
	const { displayOptions: _displayOptions, ...alone } = field;
	return { ...alone, description: 'Of an image that an app has uploaded: Feishu → Media → Upload Image' };
}

/** The key of a file: given, or of what is uploaded now. Audio and video must be uploaded as what they are sent as. */
async function fileKey(context: ComposeContext, fileType?: 'opus' | 'mp4'): Promise<string> {
	const { param } = context;
	if (param.choice('mediaSource') === 'key') return param.text('fileKey');
	const upload = await param.file('binaryPropertyName');
	const duration = fileType === undefined ? undefined : param.number('duration', { min: 0 }) * 1000;
	return await uploadFile(platformOf(context), upload, param.label('binaryPropertyName'), {
		fileType: fileType ?? attachmentTypeOf(upload.fileName),
		duration,
	});
}
