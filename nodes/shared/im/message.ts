import type { INodePropertyMode } from 'n8n-workflow';

import { checkId, LINK_PATTERNS } from '../../../feishu/ids';
import { TEXT, locatorField } from '../fields/locator';
import type { Words } from '../fields/plain';
import { mappedField, type Field } from '../operation/field';

const MODES: INodePropertyMode[] = [
	{
		displayName: 'By ID',
		name: 'id',
		...TEXT,
		placeholder: 'e.g. om_dc13264520392913993dd051dba21dcf',
		validation: [
			{
				type: 'regex',
				properties: { regex: `.*${LINK_PATTERNS.message}.*`, errorMessage: 'A message ID starts with om_' },
			},
		],
	},
	{
		displayName: 'By URL',
		name: 'url',
		...TEXT,
		placeholder: 'e.g. a link to the message that holds om_…',
		validation: [
			{
				type: 'regex',
				properties: { regex: `.*${LINK_PATTERNS.message}.*`, errorMessage: 'The link holds no message ID (om_…)' },
			},
		],
	},
];

/** The ID of a message: entered, or taken from a link. @throws InputError when it is empty or no message ID */
export function messageField<const N extends string = 'messageId'>(words: Partial<Words<N>> = {}): Field<string, N> {
	const name = (words.name ?? 'messageId') as N;
	return mappedField(
		locatorField({
			displayName: 'Message',
			description: 'Comes out of Send, Get Many and the triggers as message_id',
			modes: MODES,
			...words,
			name,
		}),
		({ value }, label) => checkId('message', value, label),
	);
}
