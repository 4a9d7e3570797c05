import { CHAT, composerField, sendInOrder } from '../../../shared/im/composer';
import { simplifyField } from '../../../shared/fields/common';
import { flagField } from '../../../shared/fields/plain';
import { messageField } from '../../../shared/im/message';
import { defineOperation } from '../../../shared/operation/operation';
import { messageItem, messageOutput, type Message } from './output';
import { partUuid } from './sending';

const message = messageField();
const composer = composerField(CHAT);

const replyInThread = flagField({
	displayName: 'Reply in Thread',
	name: 'replyInThread',
	default: false,
	description: 'Whether the answer opens or continues a thread under the message',
});

export const reply = defineOperation({
	value: 'reply',
	name: 'Reply',
	action: 'Reply to a message',
	description: 'Answer a message, in the chat or in a thread',
	endpoint: 'POST /open-apis/im/v1/messages/:message_id/reply',
	scopes: ['im:message:send_as_bot', 'im:message'],
	identity: 'either',
	fields: [message, composer, replyInThread, simplifyField],
	output: messageOutput,
	orderBy: ({ read }) => read(message),
	async run({ read, feishu, context, uuid, errorContext }) {
		const message_id = read(message);
		const messages = await read(composer).compose({ feishu, context });
		const reply_in_thread = read(replyInThread);
		const replies = await sendInOrder(
			messages,
			errorContext,
			async ({ msg_type, content }, index) =>
				await feishu.call<Message>(this.endpoint, {
					path: { message_id },
					body: { msg_type, content: JSON.stringify(content), reply_in_thread, uuid: partUuid(uuid, index) },
					idempotent: true,
				}),
		);
		return replies.map((one) => messageItem(one, read(simplifyField)));
	},
});
