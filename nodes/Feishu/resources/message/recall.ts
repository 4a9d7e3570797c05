import { messageFieldOld, messageId } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';

export const recall = defineOperation({
	value: 'recall',
	name: 'Recall',
	action: 'Recall a message',
	description: 'Withdraw a message that was sent before',
	endpoint: 'DELETE /open-apis/im/v1/messages/:message_id',
	scopes: ['im:message:recall', 'im:message:send_as_bot', 'im:message'],
	fields: [messageFieldOld()],
	async run({ param, feishu }) {
		const id = messageId(param);
		await feishu.call(this.endpoint, { path: { message_id: id } });
		return { recalled: true, message_id: id };
	},
});
