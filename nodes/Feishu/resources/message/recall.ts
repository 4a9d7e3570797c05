import { messageField } from '../../../shared/im/message';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';

const message = messageField();

export const recall = defineOperation({
	value: 'recall',
	name: 'Recall',
	action: 'Recall a message',
	description: 'Withdraw a message that was sent before',
	endpoint: 'DELETE /open-apis/im/v1/messages/:message_id',
	scopes: ['im:message:recall', 'im:message:send_as_bot', 'im:message'],
	identity: 'either',
	fields: [message],
	output: doneOutput('recalled', 'message_id'),
	async run({ read, feishu }) {
		const message_id = read(message);
		await feishu.call(this.endpoint, { path: { message_id } });
		return { recalled: true, message_id };
	},
});
