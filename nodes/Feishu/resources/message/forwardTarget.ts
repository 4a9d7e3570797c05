import type { FeishuClient } from '../../../shared/client/client';
import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { threadFieldOld, threadId } from '../../../shared/im/thread';
import { userFieldOld, userReceiver, userReference } from '../../../shared/contact/user';
import type { Field } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';

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
		chatFieldOld({ displayOptions: { show: { forwardTo: ['chat'] } } }),
		userFieldOld({ displayOptions: { show: { forwardTo: ['user'] } } }),
		threadFieldOld({ displayOptions: { show: { forwardTo: ['thread'] } } }),
	];
}

/** What keeps messages to one target in their order. @throws InputError */
export function forwardKey(param: Params): string {
	return targetOf(param).id;
}

/**
 * The receiver with the kind of its ID, as `receive_id_type` takes it; a mobile number is looked up.
 * @throws InputError
 */
export async function forwardTarget(param: Params, feishu: FeishuClient): Promise<{ id: string; type: string }> {
	return param.choice('forwardTo') === 'user' ? await userReceiver(param, feishu) : targetOf(param);
}

function targetOf(param: Params): { id: string; type: string } {
	const to = param.choice('forwardTo');
	if (to === 'user') return userReference(param);
	if (to === 'thread') return { id: threadId(param), type: 'thread_id' };
	return { id: chatId(param), type: 'chat_id' };
}
