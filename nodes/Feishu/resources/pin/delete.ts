import { messageField } from '../../../shared/im/message';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';

const message = messageField();

export const deletePin = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Unpin a message',
	description: 'Take the pin off a message; the message stays',
	endpoint: 'DELETE /open-apis/im/v1/pins/:message_id',
	scopes: ['im:message.pins:write_only', 'im:message:send_as_bot', 'im:message'],
	identity: 'either',
	fields: [message],
	output: doneOutput('deleted', 'message_id'),
	orderBy: ({ read }) => read(message),
	async run({ read, feishu }) {
		const message_id = read(message);
		// A message without a pin is answered like one that had it.
		await feishu.call(this.endpoint, { path: { message_id }, idempotent: true });
		return { deleted: true, message_id };
	},
});
