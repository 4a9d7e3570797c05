import { InputError } from '../../../feishu/input';
import type { Ask } from '../fields/listSearch';

/** The ID of the chat that the panel's Chat field holds. @throws InputError while there is none, or an expression that has no value yet */
export function chosenChat({ context }: Ask): string {
	const value = context.getCurrentNodeParameter('chat', { extractValue: true });
	if (typeof value === 'string' && value.startsWith('oc_')) return value;
	throw new InputError('Chat', 'Choose the chat first', 'What is in this list belongs to a chat');
}
