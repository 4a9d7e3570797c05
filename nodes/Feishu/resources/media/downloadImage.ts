import { binaryOutputFieldOld } from '../../../shared/fields/common';
import { defineOperation, FileOutput } from '../../../shared/operation/operation';

export const downloadImage = defineOperation({
	value: 'downloadImage',
	name: 'Download Image',
	action: 'Download an image',
	description: 'Get an image that this app uploaded',
	endpoint: 'GET /open-apis/im/v1/images/:image_key',
	scopes: ['im:resource'],
	fields: [
		{
			displayName: 'Image Key',
			name: 'imageKey',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. img_v3_02ab_0a1b2c3d',
			description: "For files in people's messages use Download Message Attachment",
		},
		binaryOutputFieldOld(),
	],
	async run({ param, feishu }) {
		const image_key = param.text('imageKey');
		const field = param.text('outputField');
		const file = await feishu.download(this.endpoint, { path: { image_key } });
		return new FileOutput({ image_key, file_name: file.fileName, mime_type: file.mimeType }, { [field]: file });
	},
});
