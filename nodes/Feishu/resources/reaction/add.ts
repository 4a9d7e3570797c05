import { messageFieldOld, messageId, simplifyFieldOld } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { chosenEmoji, emojiFields } from './emojiField';
import { reactionOutput, type Reaction } from './output';

export const add = defineOperation({
	value: 'add',
	name: 'Add',
	action: 'Add a reaction',
	description: 'Put an emoji under a message',
	endpoint: 'POST /open-apis/im/v1/messages/:message_id/reactions',
	scopes: ['im:message.reactions:write_only', 'im:message'],
	fields: [messageFieldOld(), ...emojiFields(), simplifyFieldOld()],
	orderBy: ({ param }) => messageId(param),
	async run({ param, feishu }) {
		const id = messageId(param);
		const reaction = await feishu.call<Reaction>(this.endpoint, {
			path: { message_id: id },
			body: { reaction_type: { emoji_type: chosenEmoji(param) } },
		});
		return reactionOutput(id, reaction, param.flag('simple'));
	},
});
