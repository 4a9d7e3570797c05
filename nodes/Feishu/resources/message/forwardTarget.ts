import { checkId } from '../../../../feishu/ids';
import { chatField, chatId } from '../../../shared/fields/chat';
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
	];
}

/** The receiver with the kind of its ID, as `receive_id_type` takes it. @throws InputError */
export function forwardTarget(param: Params): { id: string; type: string } {
	const to = param.choice('forwardTo');
	if (to === 'user') return userReference(param);
	if (to === 'thread')
		return { id: checkId('thread', param.text('threadId'), param.label('threadId')), type: 'thread_id' };
	return { id: chatId(param), type: 'chat_id' };
}
