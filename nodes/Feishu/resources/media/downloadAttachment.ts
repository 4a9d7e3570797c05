import { outputFileField } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { idIn } from '../../../shared/fields/idField';
import { textField } from '../../../shared/fields/plain';
import { messageField } from '../../../shared/im/message';
import { defineOperation, FileOutput } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const message = messageField();

const fileKey = idIn(
	'attachment',
	textField({
		displayName: 'Attachment Key',
		name: 'fileKey',
		required: true,
		placeholder: 'e.g. file_v3_00ab_0a1b2c3d or img_v3_…',
		description: 'The image_key or file_key of the same message, as the triggers and Get give it',
	}),
);

const fileName = textField({
	displayName: 'File Name',
	name: 'fileName',
	placeholder: 'e.g. report.pdf',
	description: 'Another name than the file has',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [fileName]);

export const downloadAttachment = defineOperation({
	value: 'downloadAttachment',
	name: 'Download Message Attachment',
	action: 'Download an attachment of a message',
	description: 'Get an image, file, audio or video out of any message that the app can see; up to 100 MB',
	endpoint: 'GET /open-apis/im/v1/messages/:message_id/resources/:file_key',
	scopes: ['im:message:readonly', 'im:message', 'im:message.history:readonly'],
	identity: 'either',
	fields: [message, fileKey, options, outputFileField],
	output: outputOf({ message_id: 'string', file_key: 'string', 'file_name?': 'string', 'mime_type?': 'string' }),
	async run({ read, feishu }) {
		const path = { message_id: read(message), file_key: read(fileKey) };
		const field = read(outputFileField);
		const file = await feishu.download(this.endpoint, {
			path,
			// The platform knows two kinds: images, and everything else.
			query: { type: path.file_key.startsWith('img') ? 'image' : 'file' },
			fileName: read(options).fileName,
		});
		return new FileOutput({ ...path, file_name: file.fileName, mime_type: file.mimeType }, { [field]: file });
	},
});
