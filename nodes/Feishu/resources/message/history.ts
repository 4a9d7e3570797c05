import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { threadFieldOld, threadId } from '../../../shared/im/thread';
import type { Field } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';

/** Whose history is read: a chat's or a thread's. Read with `historyContainer`. */
export function historyFields(): Field[] {
	return [
		{
			displayName: 'From',
			name: 'source',
			type: 'options',
			options: [
				{ name: 'Chat', value: 'chat', description: 'All messages of a group, of threads only the first' },
				{ name: 'Thread', value: 'thread', description: 'The messages of one thread' },
			],
			default: 'chat',
			description: 'Whose history to read',
		},
		chatFieldOld({ displayOptions: { show: { source: ['chat'] } } }),
		threadFieldOld({ displayOptions: { show: { source: ['thread'] } } }),
	];
}

/** @throws InputError when it is empty or an ID of another form */
export function historyContainer(param: Params): { container_id_type: 'chat' | 'thread'; container_id: string } {
	if (param.choice('source') === 'thread') return { container_id_type: 'thread', container_id: threadId(param) };
	return { container_id_type: 'chat', container_id: chatId(param) };
}
