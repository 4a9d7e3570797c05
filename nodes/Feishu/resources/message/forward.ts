import { perReceiver } from '../../../shared/client/pacing';
import { simplifyField } from '../../../shared/fields/common';
import { messageField } from '../../../shared/im/message';
import { defineOperation } from '../../../shared/operation/operation';
import { forwardTargetField } from './forwardTarget';
import { messageItem, messageOutput, type Message } from './output';

const message = messageField();

export const forward = defineOperation({
	value: 'forward',
	name: 'Forward',
	action: 'Forward a message',
	description: 'Send a message on to a group, a person or a thread',
	endpoint: 'POST /open-apis/im/v1/messages/:message_id/forward',
	scopes: ['im:message:send_as_bot', 'im:message'],
	identity: 'either',
	fields: [message, forwardTargetField, simplifyField],
	output: messageOutput,
	orderBy: ({ read }) => read(forwardTargetField).key,
	async run({ read, feishu, uuid }) {
		const message_id = read(message);
		const { id, type } = await read(forwardTargetField).find(feishu);
		const forwarded = await feishu.call<Message>(this.endpoint, {
			path: { message_id },
			query: { receive_id_type: type, uuid },
			body: { receive_id: id },
			idempotent: true,
			paces: [perReceiver(id)],
		});
		return messageItem(forwarded, read(simplifyField));
	},
});
