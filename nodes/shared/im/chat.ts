import type { INodePropertyMode } from 'n8n-workflow';
import { mappedField, type Field } from '../operation/field';
import type { Words } from '../fields/plain';
import { TEXT, locatorField, optionalLocatorField, type Located } from '../fields/locator';
import { checkId, LINK_PATTERNS } from '../../../feishu/ids';
import { searchChats } from './searchChats';
import { fromList } from '../fields/locator';

const CHAT_MODES: INodePropertyMode[] = [
	fromList('searchChats', 'Choose a chat…'),
	{
		displayName: 'By ID',
		name: 'id',
		...TEXT,
		placeholder: 'e.g. oc_a0553eda9014c201',
		validation: [
			{
				type: 'regex',
				properties: {
					regex: `.*${LINK_PATTERNS.chat}.*`,
					// In few words, because the panel holds it many times; a run says what it is instead.
					errorMessage: 'Starts with oc_. From List has all groups by their names',
				},
			},
		],
	},
];

const CHAT_WORDS = {
	displayName: 'Chat',
	description: 'A group that the app is in; add it to others: Settings → Bots',
	modes: CHAT_MODES,
	searches: { searchChats },
};

/** The ID of a group chat: from the list, or entered. @throws InputError when it is empty or no chat ID */
export function chatField<const N extends string = 'chat'>(words: Partial<Words<N>> = {}): Field<string, N> {
	const name = (words.name ?? 'chat') as N;
	return mappedField(locatorField({ ...CHAT_WORDS, ...words, name }), checkChat);
}

/** As `chatField`; undefined when nothing is chosen. */
export function optionalChatField<const N extends string = 'chat'>(
	words: Partial<Words<N>> = {},
): Field<string | undefined, N> {
	const name = (words.name ?? 'chat') as N;
	return mappedField(
		optionalLocatorField({ ...CHAT_WORDS, ...words, name }),
		(found, label) => found && checkChat(found, label),
	);
}

const checkChat = ({ value }: Located, label: string) => checkId('chat', value, label);
