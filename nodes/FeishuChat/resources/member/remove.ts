import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { membersField } from '../people';

const chat = chatField();

export const remove = defineOperation({
	value: 'remove',
	name: 'Remove',
	action: 'Remove members from a chat',
	description: 'Take people and bots out of a group; invalid IDs are in the output',
	endpoint: 'DELETE /open-apis/im/v1/chats/:chat_id/members',
	scopes: ['im:chat.members:write_only', 'im:chat'],
	identity: 'either',
	fields: [chat, membersField],
	output: outputOf({ chat_id: 'string', removed_id_list: ['string'], invalid_id_list: ['string'] }),
	orderBy: ({ read }) => read(chat),
	async run({ read, feishu }) {
		const chat_id = read(chat);
		const invalid: string[] = [];
		const asked: string[] = [];
		for (const { type, ids } of await read(membersField)(feishu)) {
			const { invalid_id_list = [] } = await feishu.call<{ invalid_id_list?: string[] }>(this.endpoint, {
				path: { chat_id },
				query: { member_id_type: type },
				body: { id_list: ids },
				idempotent: true,
			});
			asked.push(...ids);
			invalid.push(...invalid_id_list);
		}
		return { chat_id, removed_id_list: asked.filter((one) => !invalid.includes(one)), invalid_id_list: invalid };
	},
});
