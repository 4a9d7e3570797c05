import { messageField, messageId, simplifyField } from '../../../shared/fields/common';
import { FIND_ENDPOINT } from '../../../shared/contact/user';
import { perReceiver } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { forwardKey, forwardTarget, forwardTargetFields } from './forwardTarget';
import { messageOutput, type Message } from './output';

export const forward = defineOperation({
	value: 'forward',
	name: 'Forward',
	action: 'Forward a message',
	description: 'Send a message on to a group, a person or a thread',
	endpoint: 'POST /open-apis/im/v1/messages/:message_id/forward',
	alsoCalls: [FIND_ENDPOINT],
	scopes: ['im:message:send_as_bot', 'im:message'],
	fields: [messageField(), ...forwardTargetFields(), simplifyField()],
	orderBy: forwardKey,
	async run({ param, feishu, uuid }) {
		const { id, type } = await forwardTarget(param, feishu);
		const message = await feishu.call<Message>(this.endpoint, {
			path: { message_id: messageId(param) },
			query: { receive_id_type: type, uuid },
			body: { receive_id: id },
			idempotent: true,
			paces: [perReceiver(id)],
		});
		return messageOutput(message, param.flag('simple'));
	},
});
