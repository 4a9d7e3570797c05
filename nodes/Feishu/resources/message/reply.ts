import { compose, composerFields } from '../../../shared/composer';
import { messageField, messageId, simplifyField } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation';
import { UPLOAD_FILE, UPLOAD_IMAGE } from '../../../shared/upload';
import { messageOutput, type Message } from './output';

export const reply = defineOperation({
	value: 'reply',
	name: 'Reply',
	action: 'Reply to a message',
	description: 'Answer a message, in the chat or in a thread',
	endpoint: 'POST /open-apis/im/v1/messages/:message_id/reply',
	alsoCalls: [UPLOAD_IMAGE, UPLOAD_FILE],
	scopes: ['im:message:send_as_bot', 'im:message'],
	fields: [
		messageField(),
		...composerFields(),
		{
			displayName: 'Reply in Thread',
			name: 'replyInThread',
			type: 'boolean',
			default: false,
			description: 'Whether the answer opens or continues a thread under the message',
		},
		simplifyField(),
	],
	orderBy: (param) => messageId(param),
	async run({ param, feishu, uuid }) {
		const id = messageId(param);
		const { msg_type, content } = await compose({ param, feishu });
		const message = await feishu.call<Message>(this.endpoint, {
			path: { message_id: id },
			body: { msg_type, content: JSON.stringify(content), reply_in_thread: param.flag('replyInThread'), uuid },
			idempotent: true,
		});
		return messageOutput(message, param.flag('simple'));
	},
});
