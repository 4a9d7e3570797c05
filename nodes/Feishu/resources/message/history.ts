import { fieldGroup } from '../../../shared/fields/nested';
import { choiceField } from '../../../shared/fields/plain';
import { chatField } from '../../../shared/im/chat';
import { threadField } from '../../../shared/im/thread';
import { shownFor } from '../../../shared/operation/field';

const source = choiceField({
	displayName: 'From',
	name: 'source',
	options: [
		{ name: 'Chat', value: 'chat', description: 'All messages of a group, of threads only the first' },
		{ name: 'Thread', value: 'thread', description: 'The messages of one thread' },
	],
	default: 'chat',
	description: 'Whose history to read',
});

const chat = shownFor(chatField(), { source: ['chat'] });
const thread = shownFor(threadField(), { source: ['thread'] });

export interface HistoryContainer {
	container_id_type: 'chat' | 'thread';
	container_id: string;
}

/** Whose history is read: a chat's or a thread's. */
export const historyField = fieldGroup('history', [source, chat, thread], ({ read }): HistoryContainer => {
	const container_id_type = read(source);
	return { container_id_type, container_id: read(container_id_type === 'thread' ? thread : chat) };
});
