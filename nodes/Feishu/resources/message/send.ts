import { CHAT, composerField } from '../../../shared/im/composer';
import { simplifyField } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { messageItem, MESSAGE_SHAPE } from './output';
import { receiversField } from './receivers';
import { SEND, sendAll } from './sending';
import { RESULT_SHAPE, sendToEach } from './sendToEach';

const composer = composerField(CHAT);

export const send = defineOperation({
	value: 'send',
	name: 'Send',
	action: 'Send a message',
	description: 'Write to a group, a person, or many of them',
	endpoint: SEND,
	scopes: ['im:message:send_as_bot', 'im:message'],
	identity: 'either',
	fields: [receiversField, composer, simplifyField],
	output: outputOf({ ...MESSAGE_SHAPE, ...RESULT_SHAPE }),
	orderBy: ({ read }) => read(receiversField).key,
	async run({ read, feishu, context, uuid, errorContext }) {
		const simple = read(simplifyField);
		const receivers = read(receiversField);
		const messages = await read(composer).compose({ feishu, context });
		if (receivers.several)
			return await sendToEach({ feishu, context, ...(await receivers.find(feishu)), messages, uuid, simple });
		const sent = await sendAll(feishu, await receivers.find(feishu), messages, uuid, errorContext);
		return sent.map((message) => messageItem(message, simple));
	},
});
