import { pagingFieldsOld, simplifyFieldOld } from '../../../shared/fields/common';
import { peopleFieldOld } from '../../../shared/contact/people';
import { periodFieldsOld } from '../../../shared/fields/period';
import type { Field } from '../../../shared/operation/operation';
import { historyFields } from './history';
import { MESSAGE_TYPES } from './messageTypes';

/** How the words of a search are meant. */
export type MatchBy = 'all' | 'any' | 'phrase' | 'pattern';

/** The panel of Search. */
export function searchFields(): Field[] {
	return [
		...historyFields(),
		{
			displayName: 'Look For',
			name: 'words',
			type: 'string',
			default: '',
			placeholder: 'e.g. release plan',
			description: 'What the text of a message must hold; leave it empty to search by the filters alone',
		},
		{
			displayName: 'Match',
			name: 'matchBy',
			type: 'options',
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
		},
		...pagingFieldsOld(),
		simplifyFieldOld(),
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				peopleFieldOld({
					displayName: 'Mentioned',
					name: 'mentioned',
					description: 'Only messages that mention at least one of these people',
				}),
				{
					displayName: 'Message Types',
					name: 'messageTypes',
					type: 'multiOptions',
					options: MESSAGE_TYPES,
					default: [],
					description: 'Only messages of these types',
				},
				peopleFieldOld({
					displayName: 'Senders',
					name: 'senders',
					description: 'Only messages from these people',
				}),
				...periodFieldsOld('Sent'),
				{
					displayName: 'Sent By',
					name: 'sentBy',
					type: 'options',
					options: [
						{ name: 'Any App', value: 'app', description: 'Messages of bots' },
						{ name: 'People', value: 'user', description: 'Messages that people wrote' },
						{ name: 'This App', value: 'self', description: 'Messages of the app itself' },
					],
					default: 'user',
					description: 'Only messages of apps or of people',
				},
			],
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'Case Sensitive',
					name: 'caseSensitive',
					type: 'boolean',
					default: false,
					description: 'Whether capital and small letters differ',
				},
				{
					displayName: 'Look Through at Most',
					name: 'lookThrough',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 1000,
					description: 'How many messages to read, from the newest back; 50 come with each request',
				},
			],
		},
	];
}
