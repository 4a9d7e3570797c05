import { chatField, chatId } from '../../../shared/fields/chat';
import { threadField, threadId } from '../../../shared/fields/thread';
import { userField, userReference } from '../../../shared/fields/user';
import type { Field } from '../../../shared/operation';
import type { Params } from '../../../shared/params';

/** Where something is forwarded: a group, a person or a thread. Read with `forwardTarget`. */
export function forwardTargetFields(): Field[] {
	return [
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
		threadField({ displayOptions: { show: { forwardTo: ['thread'] } } }),
	];
}

/** The receiver with the kind of its ID, as `receive_id_type` takes it. @throws InputError */
export function forwardTarget(param: Params): { id: string; type: string } {
	const to = param.choice('forwardTo');
	if (to === 'user') return userReference(param);
	if (to === 'thread') return { id: threadId(param), type: 'thread_id' };
	return { id: chatId(param), type: 'chat_id' };
}
