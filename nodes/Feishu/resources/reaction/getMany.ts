import { userIdTypeField } from '../../../shared/contact/userIdType';
import { pagingFields, simplifyField } from '../../../shared/fields/common';
import { messageField } from '../../../shared/im/message';
import { defineOperation } from '../../../shared/operation/operation';
import { emojiFilterField } from './emojiField';
import { reactionItem, reactionOutput, type Reaction } from './output';

const message = messageField();

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many reactions',
	description: 'List the reactions to a message and who gave them',
	endpoint: 'GET /open-apis/im/v1/messages/:message_id/reactions',
	scopes: ['im:message.reactions:read', 'im:message:readonly'],
	identity: 'either',
	fields: [message, emojiFilterField, pagingFields, userIdTypeField, simplifyField],
	output: reactionOutput,
	async run({ read, feishu }) {
		const message_id = read(message);
		const reactions = await feishu.list(this.endpoint, {
			path: { message_id },
			query: { reaction_type: read(emojiFilterField), user_id_type: read(userIdTypeField) },
			limit: read(pagingFields),
			pageSize: 50,
		});
		return reactions.map((reaction) => reactionItem(message_id, reaction as Reaction, read(simplifyField)));
	},
});
