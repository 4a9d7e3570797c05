import { idIn } from '../../../shared/fields/idField';
import { textField } from '../../../shared/fields/plain';
import { messageField } from '../../../shared/im/message';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';

const message = messageField();

const reactionId = idIn(
	'part',
	textField({
		displayName: 'Reaction ID',
		name: 'reactionId',
		required: true,
		placeholder: 'e.g. ZCaCIjUBVVWSrm5L-3ZTw',
		description: 'Comes out of Add and Get Many as reaction_id',
	}),
);

export const deleteReaction = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a reaction',
	description: 'Take away a reaction that the app itself has given',
	endpoint: 'DELETE /open-apis/im/v1/messages/:message_id/reactions/:reaction_id',
	scopes: ['im:message.reactions:write_only', 'im:message'],
	identity: 'either',
	fields: [message, reactionId],
	output: doneOutput('deleted', 'message_id', 'reaction_id'),
	orderBy: ({ read }) => read(message),
	async run({ read, feishu }) {
		const path = { message_id: read(message), reaction_id: read(reactionId) };
		await feishu.call(this.endpoint, { path });
		return { deleted: true, ...path };
	},
});
