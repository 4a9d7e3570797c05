import { messageFieldOld, messageId } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';

export const deleteReaction = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a reaction',
	description: 'Take away a reaction that the app itself has given',
	endpoint: 'DELETE /open-apis/im/v1/messages/:message_id/reactions/:reaction_id',
	scopes: ['im:message.reactions:write_only', 'im:message'],
	fields: [
		messageFieldOld(),
		{
			displayName: 'Reaction ID',
			name: 'reactionId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. ZCaCIjUBVVWSrm5L-3ZTw',
			description: 'Comes out of Add and Get Many as reaction_id',
		},
	],
	orderBy: ({ param }) => messageId(param),
	async run({ param, feishu }) {
		const message_id = messageId(param);
		const reaction_id = param.text('reactionId');
		await feishu.call(this.endpoint, { path: { message_id, reaction_id } });
		return { deleted: true, message_id, reaction_id };
	},
});
