import { fieldGroup } from '../fields/nested';
import { choiceField, type Choice } from '../fields/plain';
import { shownFor } from '../operation/field';
import type { Person } from '../contact/person';
import { userField } from '../contact/person';
import { chatField } from './chat';

const CHAT = { name: 'Chat', value: 'chat', description: 'A group that the app is in' } as const;
const USER = { name: 'User', value: 'user', description: 'One person, in the chat with the app' } as const;

const chat = shownFor(chatField(), { sendTo: ['chat'] });
const user = shownFor(userField(), { sendTo: ['user'] });

/** Where a message goes: a group, or a person. */
export type SendTo = { to: 'chat'; chatId: string } | { to: 'user'; person: Person };

/** What a group and a person are chosen by. `more` choices bring fields of their own, which the caller shows. */
export function sendToChoice<const V extends string = never>(description: string, more: ReadonlyArray<Choice<V>> = []) {
	return choiceField<'sendTo', 'chat' | 'user' | V>({
		displayName: 'Send To',
		name: 'sendTo',
		options: [CHAT, USER, ...more].sort((a, b) => a.name.localeCompare(b.name)),
		default: 'chat',
		description,
	});
}

export const sendToFields = { chat, user };

/** Send To, with the fields for a group and for a person. */
export function sendToField(description: string) {
	const sendTo = sendToChoice(description);
	return fieldGroup(
		'receiver',
		[sendTo, chat, user],
		({ read }): SendTo =>
			read(sendTo) === 'user' ? { to: 'user', person: read(user) } : { to: 'chat', chatId: read(chat) },
	);
}
