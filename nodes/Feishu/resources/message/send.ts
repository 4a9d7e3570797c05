import { compose, composerFields } from '../../../shared/composer';
import { chatField, chatId } from '../../../shared/fields/chat';
import { userField, userReference } from '../../../shared/fields/user';
import { defineOperation } from '../../../shared/operation';
import type { Params } from '../../../shared/params';
import { UPLOAD_FILE, UPLOAD_IMAGE } from '../../../shared/upload';
import { simplifyField } from '../../../shared/fields/common';
import { messageOutput, type Message } from './output';

export const send = defineOperation({
	value: 'send',
	name: 'Send',
	action: 'Send a message',
	description: 'Write to a group or a person',
	endpoint: 'POST /open-apis/im/v1/messages',
	alsoCalls: [UPLOAD_IMAGE, UPLOAD_FILE],
	scopes: ['im:message:send_as_bot', 'im:message'],
	fields: [
		{
			displayName: 'Send To',
			name: 'sendTo',
			type: 'options',
			options: [
				{ name: 'Chat', value: 'chat', description: 'A group that the app is in' },
				{ name: 'User', value: 'user', description: 'One person, in the chat with the app' },
			],
			default: 'chat',
			description: 'Whether a group or one person gets the message',
		},
		chatField({ displayOptions: { show: { sendTo: ['chat'] } } }),
		userField({ displayOptions: { show: { sendTo: ['user'] } } }),
		...composerFields(),
		simplifyField(),
	],
	orderBy: (param) => receiver(param).id,
	async run({ param, feishu, uuid }) {
		const { id, type } = receiver(param);
		const { msg_type, content } = await compose({ param, feishu });
		const message = await feishu.call<Message>(this.endpoint, {
			query: { receive_id_type: type },
			body: { receive_id: id, msg_type, content: JSON.stringify(content), uuid },
			// The platform sends a message with a known uuid once only.
			idempotent: true,
			receiver: id,
		});
		return messageOutput(message, param.flag('simple'));
	},
});

function receiver(param: Params): { id: string; type: string } {
	return param.choice('sendTo') === 'user' ? userReference(param) : { id: chatId(param), type: 'chat_id' };
}
