import { fileField } from '../../../shared/fields/common';
import { choiceField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { UPLOAD_IMAGE, uploadImage as upload } from '../../../shared/im/upload';

const input = fileField();

const imageType = choiceField({
	displayName: 'Used For',
	name: 'imageType',
	options: [
		{
			name: 'Messages and Cards',
			value: 'message',
			description: 'Up to 12000 × 12000 pixels; GIF up to 2000 × 2000',
		},
		{ name: 'Avatar', value: 'avatar', description: 'Of a group or a person; up to 4096 × 4096 pixels' },
	],
	default: 'message',
	description: 'What the image key will be used for',
});

export const uploadImage = defineOperation({
	value: 'uploadImage',
	name: 'Upload Image',
	action: 'Upload an image',
	description: 'Get an image_key for messages, cards or an avatar; up to 10 MB',
	endpoint: UPLOAD_IMAGE,
	scopes: ['im:resource:upload', 'im:resource'],
	identity: 'either',
	fields: [input, imageType],
	output: outputOf({ image_key: 'string', file_name: 'string', size: 'number' }),
	async run({ read, feishu }) {
		const file = await read(input)();
		const image_key = await upload(feishu, file, input.label, read(imageType));
		return { image_key, file_name: file.fileName, size: file.size };
	},
});
