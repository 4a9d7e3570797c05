import { messageFieldOld, messageId } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';

export const deletePin = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Unpin a message',
	description: 'Take the pin off a message; the message stays',
	endpoint: 'DELETE /open-apis/im/v1/pins/:message_id',
	scopes: ['im:message.pins:write_only', 'im:message:send_as_bot', 'im:message'],
	fields: [messageFieldOld()],
	orderBy: ({ param }) => messageId(param),
	async run({ param, feishu }) {
		const message_id = messageId(param);
		// A message without a pin is answered like one that had it.
		await feishu.call(this.endpoint, { path: { message_id }, idempotent: true });
		return { deleted: true, message_id };
	},
});
