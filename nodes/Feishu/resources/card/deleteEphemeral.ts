import { messageField } from '../../../shared/im/message';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';

const message = messageField();

export const deleteEphemeral = defineOperation({
	value: 'deleteEphemeral',
	name: 'Delete Ephemeral',
	action: 'Delete an ephemeral card',
	description: 'Take away a card that only one person in a group can see; nothing of it stays',
	endpoint: 'POST /open-apis/ephemeral/v1/delete',
	scopes: ['im:message:send_as_bot', 'im:message:update', 'im:message'],
	identity: 'app',
	fields: [message],
	output: doneOutput('deleted', 'message_id'),
	orderBy: ({ read }) => read(message),
	async run({ read, feishu }) {
		const message_id = read(message);
		await feishu.call(this.endpoint, { body: { message_id } });
		return { deleted: true, message_id };
	},
});
