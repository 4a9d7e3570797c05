import { simplifyField } from '../../../shared/fields/common';
import { messageField } from '../../../shared/im/message';
import { defineOperation } from '../../../shared/operation/operation';
import { emojiField } from './emojiField';
import { reactionItem, reactionOutput, type Reaction } from './output';

const message = messageField();

export const add = defineOperation({
	value: 'add',
	name: 'Add',
	action: 'Add a reaction',
	description: 'Put an emoji under a message',
	endpoint: 'POST /open-apis/im/v1/messages/:message_id/reactions',
	scopes: ['im:message.reactions:write_only', 'im:message'],
	identity: 'either',
	fields: [message, emojiField, simplifyField],
	output: reactionOutput,
	orderBy: ({ read }) => read(message),
	async run({ read, feishu }) {
		const message_id = read(message);
		const reaction = await feishu.call<Reaction>(this.endpoint, {
			path: { message_id },
			body: { reaction_type: { emoji_type: read(emojiField) } },
		});
		return reactionItem(message_id, reaction, read(simplifyField));
	},
});
