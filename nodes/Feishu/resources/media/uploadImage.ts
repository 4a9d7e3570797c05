import { binaryInputFieldOld } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { UPLOAD_IMAGE, uploadImage as upload } from '../../../shared/im/upload';

export const uploadImage = defineOperation({
	value: 'uploadImage',
	name: 'Upload Image',
	action: 'Upload an image',
	description: 'Get an image_key for messages, cards or an avatar; up to 10 MB',
	endpoint: UPLOAD_IMAGE,
	scopes: ['im:resource:upload', 'im:resource'],
	fields: [
		binaryInputFieldOld(),
		{
			displayName: 'Used For',
			name: 'imageType',
			type: 'options',
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
		},
	],
	async run({ param, feishu }) {
		const file = await param.file('binaryPropertyName');
		const image_key = await upload(
			feishu,
			file,
			param.label('binaryPropertyName'),
			param.choice<'message' | 'avatar'>('imageType'),
		);
		return { image_key, file_name: file.fileName, size: file.size };
	},
});
