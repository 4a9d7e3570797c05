import { chatField, chatId } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { readBatches } from './batches';
import { botsField, membersField } from './fields';

export const removeMembers = defineOperation({
	value: 'removeMembers',
	name: 'Remove Members',
	action: 'Remove members from a chat',
	description: 'Take people and bots out of a group; invalid IDs are in the output',
	endpoint: 'DELETE /open-apis/im/v1/chats/:chat_id/members',
	alsoCalls: ['POST /open-apis/contact/v3/users/batch_get_id'],
	scopes: ['im:chat.members:write_only', 'im:chat'],
	fields: [chatField(), membersField, botsField],
	orderBy: (param) => chatId(param),
	async run({ param, feishu }) {
		const id = chatId(param);
		const invalid: string[] = [];
		const asked: string[] = [];
		for (const { type, ids } of await readBatches(param, feishu)) {
			const { invalid_id_list = [] } = await feishu.call<{ invalid_id_list?: string[] }>(this.endpoint, {
				path: { chat_id: id },
				query: { member_id_type: type },
				body: { id_list: ids },
				idempotent: true,
			});
			asked.push(...ids);
			invalid.push(...invalid_id_list);
		}
		return {
			chat_id: id,
			removed_id_list: asked.filter((one) => !invalid.includes(one)),
			invalid_id_list: invalid,
		};
	},
});
