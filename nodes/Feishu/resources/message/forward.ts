import { checkId } from '../../../../feishu/ids';
import { chatField, chatId } from '../../../shared/fields/chat';
import { messageField, messageId, simplifyField } from '../../../shared/fields/common';
import { userField, userReference } from '../../../shared/fields/user';
import { defineOperation } from '../../../shared/operation';
import type { Params } from '../../../shared/params';
import { messageOutput, type Message } from './output';

export const forward = defineOperation({
	value: 'forward',
	name: 'Forward',
	action: 'Forward a message',
	description: 'Send a message on to a group, a person or a thread',
	endpoint: 'POST /open-apis/im/v1/messages/:message_id/forward',
	scopes: ['im:message:send_as_bot', 'im:message'],
	fields: [
		messageField(),
		{
			displayName: 'Forward To',
			name: 'forwardTo',
			type: 'options',
			options: [
				{ name: 'Chat', value: 'chat', description: 'A group that the app is in' },
				{ name: 'Thread', value: 'thread', description: 'A thread in a group' },
				{ name: 'User', value: 'user', description: 'One person, in the chat with the app' },
			],
			default: 'chat',
			description: 'Where the message goes',
		},
		chatField({ displayOptions: { show: { forwardTo: ['chat'] } } }),
		userField({ displayOptions: { show: { forwardTo: ['user'] } } }),
		{
			displayName: 'Thread ID',
			name: 'threadId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. omt_1a3b99f9d2cfd982',
			description: 'Comes with every message of the thread as thread_id',
			displayOptions: { show: { forwardTo: ['thread'] } },
		},
		simplifyField(),
	],
	orderBy: (param) => receiver(param).id,
	async run({ param, feishu, uuid }) {
		const { id, type } = receiver(param);
		const message = await feishu.call<Message>(this.endpoint, {
			path: { message_id: messageId(param) },
			query: { receive_id_type: type, uuid },
			body: { receive_id: id },
			idempotent: true,
			receiver: id,
		});
		return messageOutput(message, param.flag('simple'));
	},
});

function receiver(param: Params): { id: string; type: string } {
	const to = param.choice('forwardTo');
	if (to === 'user') return userReference(param);
	if (to === 'thread')
		return { id: checkId('thread', param.text('threadId'), param.label('threadId')), type: 'thread_id' };
	return { id: chatId(param), type: 'chat_id' };
}
