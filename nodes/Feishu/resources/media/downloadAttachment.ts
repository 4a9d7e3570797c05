import { binaryOutputFieldOld, messageFieldOld, messageId } from '../../../shared/fields/common';
import { defineOperation, FileOutput } from '../../../shared/operation/operation';

export const downloadAttachment = defineOperation({
	value: 'downloadAttachment',
	name: 'Download Message Attachment',
	action: 'Download an attachment of a message',
	description: 'Get an image, file, audio or video out of any message that the app can see; up to 100 MB',
	endpoint: 'GET /open-apis/im/v1/messages/:message_id/resources/:file_key',
	scopes: ['im:message:readonly', 'im:message', 'im:message.history:readonly'],
	fields: [
		messageFieldOld(),
		{
			displayName: 'Attachment Key',
			name: 'fileKey',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. file_v3_00ab_0a1b2c3d or img_v3_…',
			description: 'The image_key or file_key of the same message, as the triggers and Get give it',
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'File Name',
					name: 'fileName',
					type: 'string',
					default: '',
					placeholder: 'e.g. report.pdf',
					description: 'Another name than the file has',
				},
			],
		},
		binaryOutputFieldOld(),
	],
	async run({ param, feishu }) {
		const message_id = messageId(param);
		const file_key = param.text('fileKey');
		const field = param.text('outputField');
		const file = await feishu.download(this.endpoint, {
			path: { message_id, file_key },
			// The platform knows two kinds: images, and everything else.
			query: { type: file_key.startsWith('img') ? 'image' : 'file' },
			fileName: param.optionalText('options.fileName'),
		});
		return new FileOutput(
			{ message_id, file_key, file_name: file.fileName, mime_type: file.mimeType },
			{ [field]: file },
		);
	},
});
