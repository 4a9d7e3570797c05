import { collectionField } from '../../../shared/fields/nested';
import { optionalPeopleField } from '../../../shared/contact/severalPeople';
import { choiceField, choicesField, flagField, numberField, textField } from '../../../shared/fields/plain';
import { periodFields } from '../../../shared/fields/period';
import { MESSAGE_TYPES } from './messageTypes';

export const words = textField({
	displayName: 'Look For',
	name: 'words',
	placeholder: 'e.g. release plan',
	description: 'What the text of a message must hold; leave it empty to search by the filters alone',
});

export const matchBy = choiceField({
	displayName: 'Match',
	name: 'matchBy',
	options: [
		{ name: 'All Words', value: 'all', description: 'Every word, in any order; parts of words count' },
		{ name: 'Any Word', value: 'any', description: 'At least one of the words; parts of words count' },
		{ name: 'Exact Phrase', value: 'phrase', description: 'The words as they stand, spaces included' },
		{
			name: 'Regular Expression',
			value: 'pattern',
			description: 'A JavaScript regular expression, such as (bug|issue) #\\d+',
		},
	],
	default: 'all',
	description: 'How a message has to match',
});

export const period = periodFields('sent');

const mentioned = optionalPeopleField({
	displayName: 'Mentioned',
	name: 'mentioned',
	description: 'Only messages that mention at least one of these people',
});

const messageTypes = choicesField({
	displayName: 'Message Types',
	name: 'messageTypes',
	options: MESSAGE_TYPES,
	default: [],
	description: 'Only messages of these types',
});

const senders = optionalPeopleField({
	displayName: 'Senders',
	name: 'senders',
	description: 'Only messages from these people',
});

const sentBy = choiceField({
	displayName: 'Sent By',
	name: 'sentBy',
	options: [
		{ name: 'Any App', value: 'app' },
		{ name: 'People', value: 'user' },
		{ name: 'This App', value: 'self' },
	],
	default: 'user',
	description: 'Only messages of apps or of people',
});

export const filters = collectionField({ displayName: 'Filters', name: 'filters', placeholder: 'Add Filter' }, [
	mentioned,
	messageTypes,
	senders,
	...period.fields,
	sentBy,
]);

const caseSensitive = flagField({
	displayName: 'Case Sensitive',
	name: 'caseSensitive',
	default: false,
	description: 'Whether capital and small letters differ',
});

export const lookThrough = numberField({
	displayName: 'Look Through at Most',
	name: 'lookThrough',
	typeOptions: { minValue: 1 },
	default: 1000,
	description: 'How many messages to read, from the newest back; 50 come with each request',
});

export const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	caseSensitive,
	lookThrough,
]);
