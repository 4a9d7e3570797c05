import { definitionCode } from '../../../feishu/approval/addresses';
import { fromList, locatorField, optionalLocatorField, TEXT } from '../../shared/fields/locator';
import { mappedField } from '../../shared/operation/field';
import { searchDefinitions } from './searchDefinitions';

const WORDS = {
	displayName: 'Definition',
	name: 'approvalDefinition',
	description: 'Which approval it is: what an administrator set up, such as leave or expenses',
	modes: [
		fromList('searchDefinitions', 'Choose an approval…'),
		{
			displayName: 'By URL',
			name: 'url',
			...TEXT,
			placeholder: 'e.g. https://www.feishu.cn/approval/admin/…?definitionCode=7C468A54-…',
			hint: 'Open the approval in its admin console (feishu.cn/approval/admin/approvalList) and copy the address',
		},
		{ displayName: 'By ID', name: 'id', ...TEXT, placeholder: 'e.g. 7C468A54-8745-2245-9675-08B7C63E7A85' },
	],
	// An app has no list.
	default: { mode: 'url', value: '' },
	searches: { searchDefinitions },
} as const;

const located = { ...WORDS, modes: [...WORDS.modes] };

/** The code of a definition: from the list that persons have, from an address, or as it is. */
export const definitionField = mappedField(locatorField(located), ({ value }, label) => definitionCode(label, value));

/** The same where it may be left out. */
export const optionalDefinitionField = mappedField(
	optionalLocatorField(located),
	(found, label) => found && definitionCode(label, found.value),
);
