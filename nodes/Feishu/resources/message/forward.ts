import { messageField, messageId, simplifyField } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation';
import { forwardTarget, forwardTargetFields } from './forwardTarget';
import { messageOutput, type Message } from './output';

export const forward = defineOperation({
	value: 'forward',
	name: 'Forward',
	action: 'Forward a message',
	description: 'Send a message on to a group, a person or a thread',
	endpoint: 'POST /open-apis/im/v1/messages/:message_id/forward',
	scopes: ['im:message:send_as_bot', 'im:message'],
	fields: [messageField(), ...forwardTargetFields(), simplifyField()],
	orderBy: (param) => forwardTarget(param).id,
	async run({ param, feishu, uuid }) {
		const { id, type } = forwardTarget(param);
		const message = await feishu.call<Message>(this.endpoint, {
			path: { message_id: messageId(param) },
			query: { receive_id_type: type, uuid },
			body: { receive_id: id },
			idempotent: true,
			receiver: id,
		});
		return messageOutput(message, param.flag('simple'));
	},
});
