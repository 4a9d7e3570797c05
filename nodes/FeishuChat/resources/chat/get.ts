import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { DESCRIBED } from './output';

const chat = chatField();

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a chat',
	description: 'Read name, owner, settings and member count of a chat',
	endpoint: 'GET /open-apis/im/v1/chats/:chat_id',
	scopes: ['im:chat:read', 'im:chat:readonly', 'im:chat'],
	identity: 'either',
	fields: [chat],
	output: outputOf({
		...DESCRIBED,
		'user_count?': 'string',
		'bot_count?': 'string',
		'user_manager_id_list?': ['string'],
		'bot_manager_id_list?': ['string'],
		'chat_status?': 'string',
	}),
	async run({ read, feishu }) {
		const chat_id = read(chat);
		// The answer has everything but the ID.
		return { chat_id, ...(await feishu.call(this.endpoint, { path: { chat_id } })) };
	},
});
