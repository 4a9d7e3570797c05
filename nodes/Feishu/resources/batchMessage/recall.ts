import { defineOperation } from '../../../shared/operation/operation';
import { BATCH_SCOPES, batchMessageField, batchMessageId } from './batchMessageField';

export const recall = defineOperation({
	value: 'recall',
	name: 'Recall',
	action: 'Recall a batch message',
	description: 'Withdraw a batch message from everybody; it takes a while, which Get Progress follows',
	endpoint: 'DELETE /open-apis/im/v1/batch_messages/:batch_message_id',
	scopes: BATCH_SCOPES,
	fields: [batchMessageField()],
	orderBy: ({ param }) => batchMessageId(param),
	async run({ param, feishu }) {
		const batch_message_id = batchMessageId(param);
		await feishu.call(this.endpoint, { path: { batch_message_id } });
		return { recall_started: true, batch_message_id };
	},
});
