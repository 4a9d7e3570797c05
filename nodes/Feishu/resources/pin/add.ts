import { messageFieldOld, messageId, simplifyFieldOld } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { pinOutput, type Pin } from './output';

export const add = defineOperation({
	value: 'add',
	name: 'Add',
	action: 'Pin a message',
	description: 'Pin a message of a chat; one that is pinned already stays as it is',
	endpoint: 'POST /open-apis/im/v1/pins',
	scopes: ['im:message.pins:write_only', 'im:message:send_as_bot', 'im:message'],
	fields: [messageFieldOld(), simplifyFieldOld()],
	orderBy: ({ param }) => messageId(param),
	async run({ param, feishu }) {
		const { pin = {} } = await feishu.call<{ pin?: Pin }>(this.endpoint, {
			body: { message_id: messageId(param) },
			idempotent: true,
		});
		return pinOutput(pin, param.flag('simple'));
	},
});
