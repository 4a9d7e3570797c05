import { compose, composerFields } from '../../../shared/composer';
import { messageField, messageId, simplifyField } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation';
import { messageOutput, type Message } from './output';

export const edit = defineOperation({
	value: 'edit',
	name: 'Edit',
	action: 'Edit a message',
	description: "Change the words of the app's own text or post, up to 20 times",
	endpoint: 'PUT /open-apis/im/v1/messages/:message_id',
	scopes: ['im:message:update', 'im:message:send_as_bot', 'im:message'],
	fields: [messageField(), ...composerFields(['text', 'post']), simplifyField()],
	orderBy: (param) => messageId(param),
	async run({ param, feishu }) {
		const id = messageId(param);
		const { msg_type, content } = await compose({ param, feishu });
		const message = await feishu.call<Message>(this.endpoint, {
			path: { message_id: id },
			body: { msg_type, content: JSON.stringify(content) },
		});
		return messageOutput(message, param.flag('simple'));
	},
});
