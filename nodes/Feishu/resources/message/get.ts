import type { IDataObject } from 'n8n-workflow';

import { messageFieldOld, messageId, simplifyFieldOld } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { messageOutput, type Message } from './output';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a message',
	description: 'Read one message; a merged forward gives its messages too, one item each',
	endpoint: 'GET /open-apis/im/v1/messages/:message_id',
	scopes: ['im:message:readonly', 'im:message'],
	fields: [messageFieldOld(), simplifyFieldOld()],
	async run({ param, feishu }) {
		const { items = [] } = await feishu.call<{ items?: Message[] }>(this.endpoint, {
			path: { message_id: messageId(param) },
		});
		return items.map((message): IDataObject => messageOutput(message, param.flag('simple')));
	},
});
