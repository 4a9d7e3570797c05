import { messageFieldOld, messageId } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';

export const deleteEphemeral = defineOperation({
	value: 'deleteEphemeral',
	name: 'Delete Ephemeral',
	action: 'Delete an ephemeral card',
	description: 'Take away a card that only one person in a group can see; nothing of it stays',
	endpoint: 'POST /open-apis/ephemeral/v1/delete',
	scopes: ['im:message:send_as_bot', 'im:message:update', 'im:message'],
	fields: [messageFieldOld()],
	orderBy: ({ param }) => messageId(param),
	async run({ param, feishu }) {
		const message_id = messageId(param);
		await feishu.call(this.endpoint, { body: { message_id } });
		return { deleted: true, message_id };
	},
});
