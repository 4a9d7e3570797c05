import { optionalUserField } from '../../../shared/contact/person';
import { choiceField, type Words } from '../../../shared/fields/plain';

/** Who can find a group: the platform's chat_type. */
export const chatTypeField = choiceField({
	displayName: 'Type',
	name: 'chatType',
	options: [
		{ name: 'Private', value: 'private', description: 'Only who is added is in' },
		{ name: 'Public', value: 'public', description: 'Everyone in the organization can find and join it' },
	],
	default: 'private',
	description: 'Who can find the group',
});

/** How messages are arranged: the platform's group_message_type. */
export const modeField = choiceField({
	displayName: 'Mode',
	name: 'groupMessageType',
	options: [
		{ name: 'Conversation', value: 'chat', description: 'Messages follow one another' },
		{ name: 'Threads', value: 'thread', description: 'Each message begins a thread' },
	],
	default: 'chat',
	description: 'How messages are arranged',
});

const ALL = { name: 'All Members', value: 'all_members' } as const;
const OWNERS = { name: 'Owner and Administrators', value: 'only_owner' } as const;

/** Something that all members may do, or only those who manage the group. */
export function whoField<const N extends string>(words: Omit<Words<N>, 'options'>) {
	return choiceField({ ...words, options: [ALL, OWNERS], default: 'all_members' });
}

/** Something that all members see, or only those who manage the group, or nobody. */
export function audienceField<const N extends string>(words: Omit<Words<N>, 'options'>) {
	return choiceField({
		...words,
		options: [ALL, OWNERS, { name: 'Nobody', value: 'not_anyone' }],
		default: 'all_members',
	});
}

/** Who owns the group. One field for Create and Update, so its words fit both. */
export const ownerField = optionalUserField({
	displayName: 'Owner',
	name: 'owner',
	description: 'When nobody is chosen, a new group belongs to the app, and another keeps its owner',
});
