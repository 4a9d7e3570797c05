import { binaryOutputFieldOld } from '../../../shared/fields/common';
import { defineOperation, FileOutput } from '../../../shared/operation/operation';

export const downloadFile = defineOperation({
	value: 'downloadFile',
	name: 'Download File',
	action: 'Download a file',
	description: 'Get a file that this app uploaded',
	endpoint: 'GET /open-apis/im/v1/files/:file_key',
	scopes: ['im:resource'],
	fields: [
		{
			displayName: 'File Key',
			name: 'fileKey',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. file_v3_00ab_0a1b2c3d',
			description: "For files in people's messages use Download Message Attachment",
		},
		binaryOutputFieldOld(),
	],
	async run({ param, feishu }) {
		const file_key = param.text('fileKey');
		const field = param.text('outputField');
		const file = await feishu.download(this.endpoint, { path: { file_key } });
		return new FileOutput({ file_key, file_name: file.fileName, mime_type: file.mimeType }, { [field]: file });
	},
});
