import type { IDataObject } from 'n8n-workflow';

import { simplifyField } from '../../../shared/fields/common';
import { messageField } from '../../../shared/im/message';
import { defineOperation } from '../../../shared/operation/operation';
import { pinItem, pinOutput } from './output';

const message = messageField();

export const add = defineOperation({
	value: 'add',
	name: 'Add',
	action: 'Pin a message',
	description: 'Pin a message of a chat; one that is pinned already stays as it is',
	endpoint: 'POST /open-apis/im/v1/pins',
	scopes: ['im:message.pins:write_only', 'im:message:send_as_bot', 'im:message'],
	identity: 'either',
	fields: [message, simplifyField],
	output: pinOutput,
	orderBy: ({ read }) => read(message),
	async run({ read, feishu }) {
		const { pin = {} } = await feishu.call<{ pin?: IDataObject }>(this.endpoint, {
			body: { message_id: read(message) },
			idempotent: true,
		});
		return pinItem(pin, read(simplifyField));
	},
});
