import { outputFileField } from '../../../shared/fields/common';
import { idIn } from '../../../shared/fields/idField';
import { textField } from '../../../shared/fields/plain';
import { defineOperation, FileOutput } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const fileKey = idIn(
	'file',
	textField({
		displayName: 'File Key',
		name: 'fileKey',
		required: true,
		placeholder: 'e.g. file_v3_00ab_0a1b2c3d',
		description: "For files in people's messages use Download Message Attachment",
	}),
);

export const downloadFile = defineOperation({
	value: 'downloadFile',
	name: 'Download File',
	action: 'Download a file',
	description: 'Get a file that this app uploaded',
	endpoint: 'GET /open-apis/im/v1/files/:file_key',
	identity: 'app',
	fields: [fileKey, outputFileField],
	output: outputOf({ file_key: 'string', 'file_name?': 'string', 'mime_type?': 'string' }),
	async run({ read, feishu }) {
		const file_key = read(fileKey);
		const field = read(outputFileField);
		const file = await feishu.download(this.endpoint, { path: { file_key } });
		return new FileOutput({ file_key, file_name: file.fileName, mime_type: file.mimeType }, { [field]: file });
	},
});
