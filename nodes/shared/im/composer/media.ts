import { attachmentTypeOf } from '../../../../feishu/im/files';
import { fileField } from '../../fields/common';
import { fieldGroup } from '../../fields/nested';
import { idIn } from '../../fields/idField';
import { choiceField, numberField, textField } from '../../fields/plain';
import { variantField } from '../../fields/variants';
import { mappedField, reworded, type Field } from '../../operation/field';
import { UPLOAD_FILE, UPLOAD_IMAGE, uploadFile } from '../upload';
import type { Compose, MessageKind } from './kind';
import { asGiven, imageKey, uploadedImage, type KeyOf } from './mediaSource';
import { platformOf } from './tools';

const source = choiceField({
	displayName: 'Source',
	name: 'mediaSource',
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
});

const inputFile = fileField();

const duration = numberField({
	displayName: 'Duration (Seconds)',
	name: 'duration',
	typeOptions: { minValue: 0, numberPrecision: 3 },
	default: 0,
	description: 'Shown beside the player; found in the file when 0',
});

const fileKey = idIn(
	'file',
	textField({
		displayName: 'File Key',
		name: 'fileKey',
		required: true,
		placeholder: 'e.g. file_v3_00ab_0a1b2c3d',
		description: 'From Media → Upload File',
	}),
);

/** A file that is sent as one. */
const anyFile = variantField(source, {
	binary: mappedField(
		inputFile,
		(open, label): KeyOf =>
			async (tools) => {
				const given = await open();
				return await uploadFile(platformOf(tools), given, label, { fileType: attachmentTypeOf(given.fileName) });
			},
	),
	key: asGiven(fileKey),
});

/** A file that is played: it must be uploaded as what it is sent as. */
const played = (fileType: 'opus' | 'mp4') =>
	variantField(source, {
		binary: fieldGroup('played', [inputFile, duration], ({ read, label }): KeyOf => {
			const open = read(inputFile);
			const upload = { fileType, duration: read(duration) * 1000 };
			return async (tools) => await uploadFile(platformOf(tools), await open(), label(inputFile), upload);
		}),
		key: asGiven(fileKey),
	});

const message =
	(msg_type: 'audio' | 'file' | 'sticker') =>
	({ value: keyOf }: { value: KeyOf }): Compose =>
	async (tools) => [{ msg_type, content: { file_key: await keyOf(tools) } }];

export const image: MessageKind = {
	value: 'image',
	name: 'Image',
	description: 'JPG, PNG, WEBP, GIF, BMP, ICO, TIFF or HEIC up to 10 MB',
	calls: [UPLOAD_IMAGE],
	field({ app }) {
		const key: Field<KeyOf> = app
			? mappedField(variantField(source, { binary: uploadedImage(), key: asGiven(imageKey) }), ({ value }) => value)
			: asGiven(
					reworded(imageKey, { description: 'Of an image that an app has uploaded: Feishu → Media → Upload Image' }),
				);
		return mappedField(
			key,
			(keyOf): Compose =>
				async (tools) => [{ msg_type: 'image', content: { image_key: await keyOf(tools) } }],
		);
	},
};

export const file: MessageKind = {
	value: 'file',
	name: 'File',
	description: 'Any file up to 30 MB',
	calls: [UPLOAD_FILE],
	field: () => mappedField(anyFile, message('file')),
};

export const audio: MessageKind = {
	value: 'audio',
	name: 'Audio',
	description: 'A voice message; the file must be opus',
	calls: [UPLOAD_FILE],
	field: () => mappedField(played('opus'), message('audio')),
};

const cover = textField({
	displayName: 'Cover Image Key',
	name: 'coverImageKey',
	placeholder: 'e.g. img_v3_02ab_0a1b2c3d',
	description: 'The picture shown before the video plays, from Media → Upload Image',
});

export const video: MessageKind = {
	value: 'video',
	name: 'Video',
	description: 'An mp4 with a player, up to 30 MB',
	calls: [UPLOAD_FILE],
	field() {
		const clip = played('mp4');
		return fieldGroup('video', [clip, cover], ({ read }): Compose => {
			const { value: keyOf } = read(clip);
			const image_key = read(cover);
			return async (tools) => [
				{ msg_type: 'media', content: { file_key: await keyOf(tools), ...(image_key !== '' && { image_key }) } },
			];
		});
	},
};

const stickerKey = idIn(
	'sticker',
	textField({
		displayName: 'Sticker File Key',
		name: 'stickerKey',
		required: true,
		placeholder: 'e.g. file_v3_00ab_0a1b2c3d',
		description: 'From a sticker message that was sent to the app',
	}),
);

export const sticker: MessageKind = {
	value: 'sticker',
	name: 'Sticker',
	description: 'A sticker that the app has received before',
	field: () => mappedField(asGiven(stickerKey), (value) => message('sticker')({ value })),
};
