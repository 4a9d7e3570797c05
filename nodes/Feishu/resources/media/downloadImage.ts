import { outputFileField } from '../../../shared/fields/common';
import { idIn } from '../../../shared/fields/idField';
import { textField } from '../../../shared/fields/plain';
import { defineOperation, FileOutput } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const imageKey = idIn(
	'image',
	textField({
		displayName: 'Image Key',
		name: 'imageKey',
		required: true,
		placeholder: 'e.g. img_v3_02ab_0a1b2c3d',
		description: "For files in people's messages use Download Message Attachment",
	}),
);

export const downloadImage = defineOperation({
	value: 'downloadImage',
	name: 'Download Image',
	action: 'Download an image',
	description: 'Get an image that this app uploaded',
	endpoint: 'GET /open-apis/im/v1/images/:image_key',
	identity: 'app',
	fields: [imageKey, outputFileField],
	output: outputOf({ image_key: 'string', 'file_name?': 'string', 'mime_type?': 'string' }),
	async run({ read, feishu }) {
		const image_key = read(imageKey);
		const field = read(outputFileField);
		const file = await feishu.download(this.endpoint, { path: { image_key } });
		return new FileOutput({ image_key, file_name: file.fileName, mime_type: file.mimeType }, { [field]: file });
	},
});
