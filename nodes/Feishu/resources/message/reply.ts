import { CHAT, compose, composerFieldsOld, inOrder } from '../../../shared/im/composer';
import { messageFieldOld, messageId, simplifyFieldOld } from '../../../shared/fields/common';
import { FIND_ENDPOINT } from '../../../shared/contact/user';
import { defineOperation } from '../../../shared/operation/operation';
import { UPLOAD_FILE, UPLOAD_IMAGE } from '../../../shared/im/upload';
import { messageOutput, type Message } from './output';
import { partUuid } from './sending';

export const reply = defineOperation({
	value: 'reply',
	name: 'Reply',
	action: 'Reply to a message',
	description: 'Answer a message, in the chat or in a thread',
	endpoint: 'POST /open-apis/im/v1/messages/:message_id/reply',
	alsoCalls: [UPLOAD_IMAGE, UPLOAD_FILE, FIND_ENDPOINT],
	scopes: ['im:message:send_as_bot', 'im:message'],
	fields: [
		messageFieldOld(),
		...composerFieldsOld(CHAT),
		{
			displayName: 'Reply in Thread',
			name: 'replyInThread',
			type: 'boolean',
			default: false,
			description: 'Whether the answer opens or continues a thread under the message',
		},
		simplifyFieldOld(),
	],
	orderBy: ({ param }) => messageId(param),
	async run({ param, feishu, context, uuid, note }) {
		const id = messageId(param);
		const messages = await compose({ param, feishu, context, surface: CHAT });
		const reply_in_thread = param.flag('replyInThread');
		const replies = await inOrder(
			messages,
			note,
			async ({ msg_type, content }, index) =>
				await feishu.call<Message>(this.endpoint, {
					path: { message_id: id },
					body: { msg_type, content: JSON.stringify(content), reply_in_thread, uuid: partUuid(uuid, index) },
					idempotent: true,
				}),
		);
		return replies.map((message) => messageOutput(message, param.flag('simple')));
	},
});
