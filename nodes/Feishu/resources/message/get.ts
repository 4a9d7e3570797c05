import { simplifyField } from '../../../shared/fields/common';
import { messageField } from '../../../shared/im/message';
import { defineOperation } from '../../../shared/operation/operation';
import { messageItem, messageOutput, WHOLE_CARDS, type Message } from './output';

const message = messageField();

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a message',
	description: 'Read one message; a merged forward gives its messages too, one item each',
	endpoint: 'GET /open-apis/im/v1/messages/:message_id',
	scopes: ['im:message:readonly', 'im:message'],
	identity: 'either',
	fields: [message, simplifyField],
	output: messageOutput,
	async run({ read, feishu }) {
		const path = { message_id: read(message) };
		const { items = [] } = await feishu.call<{ items?: Message[] }>(this.endpoint, { path, query: { ...WHOLE_CARDS } });
		return items.map((one) => messageItem(one, read(simplifyField)));
	},
});
