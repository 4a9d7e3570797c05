import type { INodePropertyMode } from 'n8n-workflow';

import { checkId } from '../../../feishu/ids';
import { TEXT, locatorField } from '../fields/locator';
import type { Words } from '../fields/plain';
import { mappedField, type Field } from '../operation/field';

/** Nothing is checked while it is entered: a run says what it is instead, and where that belongs. */
const MODES: INodePropertyMode[] = [
	{ displayName: 'By ID', name: 'id', ...TEXT, placeholder: 'e.g. om_dc13264520392913' },
	{ displayName: 'By URL', name: 'url', ...TEXT, placeholder: 'e.g. a link to the message that holds om_…' },
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
