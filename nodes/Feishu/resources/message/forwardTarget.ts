import type { FeishuClient } from '../../../shared/client/client';
import { fieldGroup } from '../../../shared/fields/nested';
import { choiceField } from '../../../shared/fields/plain';
import { userField } from '../../../shared/contact/person';
import { chatField } from '../../../shared/im/chat';
import { threadField } from '../../../shared/im/thread';
import { shownFor } from '../../../shared/operation/field';

const sendTo = choiceField({
	displayName: 'Forward To',
	name: 'sendTo',
	options: [
		{ name: 'Chat', value: 'chat', description: 'A group that the app is in' },
		{ name: 'Thread', value: 'thread', description: 'A thread in a group' },
		{ name: 'User', value: 'user', description: 'One person, in the chat with the app' },
	],
	default: 'chat',
	description: 'Where the message goes',
});

const chat = shownFor(chatField(), { sendTo: ['chat'] });
const user = shownFor(userField(), { sendTo: ['user'] });
const thread = shownFor(threadField(), { sendTo: ['thread'] });

export interface ForwardTarget {
	/** What keeps messages to one target in their order. */
	key: string;
	/** The receiver with the kind of its ID, as `receive_id_type` takes it; a mobile number is looked up. @throws InputError */
	find(feishu: FeishuClient): Promise<{ id: string; type: string }>;
}

/** Where something is forwarded: a group, a person or a thread. */
export const forwardTargetField = fieldGroup(
	'forwardTarget',
	[sendTo, chat, user, thread],
	({ read }): ForwardTarget => {
		const to = read(sendTo);
		if (to === 'user') {
			const person = read(user);
			return { key: person.reference.id, find: async (feishu) => await person.receiver(feishu) };
		}
		const target = to === 'thread' ? { id: read(thread), type: 'thread_id' } : { id: read(chat), type: 'chat_id' };
		return { key: target.id, find: async () => target };
	},
);
