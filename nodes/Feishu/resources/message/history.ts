import { fieldGroup } from '../../../shared/fields/nested';
import { choiceField } from '../../../shared/fields/plain';
import { chatField } from '../../../shared/im/chat';
import { threadField } from '../../../shared/im/thread';
import { mappedField, shownFor } from '../../../shared/operation/field';

const source = choiceField({
	displayName: 'From',
	name: 'source',
	options: [
		{ name: 'Chat', value: 'chat', description: 'All messages of a group, of threads only the first' },
		{ name: 'Thread', value: 'thread', description: 'The messages of one thread' },
		// Only people have a search over all that they may read.
		{
			name: 'All My Chats',
			value: 'all',
			displayOptions: { show: { operation: ['search'], authentication: ['person', 'accessToken'] } },
		},
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

/** Where messages are looked for: in a chat, in a thread, or in all chats. */
export const placeField = fieldGroup('place', [source, chat, thread], ({ read }): HistoryContainer | 'all' => {
	const container_id_type = read(source);
	if (container_id_type === 'all') return container_id_type;
	return { container_id_type, container_id: read(container_id_type === 'thread' ? thread : chat) };
});

/** Whose history is read: a chat's or a thread's. */
export const historyField = mappedField(placeField, (place): HistoryContainer => {
	if (place === 'all') throw source.refuse("can't be 'all' here", 'Choose a chat or a thread');
	return place;
});
