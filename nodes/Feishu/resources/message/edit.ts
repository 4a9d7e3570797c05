import { composerField, EDIT } from '../../../shared/im/composer';
import { simplifyField } from '../../../shared/fields/common';
import { messageField } from '../../../shared/im/message';
import { defineOperation } from '../../../shared/operation/operation';
import { messageItem, messageOutput, type Message } from './output';

const message = messageField();
const composer = composerField(EDIT);

export const edit = defineOperation({
	value: 'edit',
	name: 'Edit',
	action: 'Edit a message',
	description: "Change the words of the app's own text or post, up to 20 times; cards are changed with Card: Update",
	endpoint: 'PUT /open-apis/im/v1/messages/:message_id',
	scopes: ['im:message:update', 'im:message:send_as_bot', 'im:message'],
	identity: 'app',
	fields: [message, composer, simplifyField],
	output: messageOutput,
	orderBy: ({ read }) => read(message),
	async run({ read, feishu, context }) {
		const message_id = read(message);
		const { msg_type, content } = await read(composer).composeOne({ feishu, context });
		const edited = await feishu.call<Message>(this.endpoint, {
			path: { message_id },
			body: { msg_type, content: JSON.stringify(content) },
		});
		return messageItem(edited, read(simplifyField));
	},
});
