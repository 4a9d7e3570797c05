import { messageFieldOld, messageId, pagingFieldsOld, simplifyFieldOld } from '../../../shared/fields/common';
import { userIdTypeFieldOld } from '../../../shared/contact/userIdType';
import { defineOperation } from '../../../shared/operation/operation';
import { emojiFilter, emojiFilterField } from './emojiField';
import { reactionOutput, type Reaction } from './output';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many reactions',
	description: 'List the reactions to a message and who gave them',
	endpoint: 'GET /open-apis/im/v1/messages/:message_id/reactions',
	scopes: ['im:message.reactions:read', 'im:message:readonly'],
	fields: [messageFieldOld(), emojiFilterField(), ...pagingFieldsOld(), userIdTypeFieldOld(), simplifyFieldOld()],
	async run({ param, feishu }) {
		const id = messageId(param);
		const reactions = await feishu.list(this.endpoint, {
			path: { message_id: id },
			query: { reaction_type: emojiFilter(param), user_id_type: param.choice('userIdType') },
			limit: param.limit(),
			pageSize: 50,
		});
		return reactions.map((reaction) => reactionOutput(id, reaction as Reaction, param.flag('simple')));
	},
});
