import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { BATCH_SCOPES, batchMessage } from './batchMessageField';

export const recall = defineOperation({
	value: 'recall',
	name: 'Recall',
	action: 'Recall a message to many',
	description: 'Withdraw a batch message from everybody; it takes a while, which Get Progress follows',
	endpoint: 'DELETE /open-apis/im/v1/batch_messages/:batch_message_id',
	scopes: BATCH_SCOPES,
	identity: 'app',
	fields: [batchMessage],
	output: doneOutput('recall_started', 'batch_message_id'),
	orderBy: ({ read }) => read(batchMessage),
	async run({ read, feishu }) {
		const batch_message_id = read(batchMessage);
		await feishu.call(this.endpoint, { path: { batch_message_id } });
		return { recall_started: true, batch_message_id };
	},
});
