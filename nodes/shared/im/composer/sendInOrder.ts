import type { Composed } from './kind';

/**
 * Sends the messages of one item one after the other.
 * @param note is told, for the error that may come, what had been sent before
 */
export async function sendInOrder<T extends { message_id?: unknown }>(
	messages: readonly Composed[],
	note: (words: string) => void,
	send: (message: Composed, index: number) => Promise<T>,
): Promise<T[]> {
	const sent: T[] = [];
	for (const [index, message] of messages.entries()) {
		const ids = sent.flatMap(({ message_id: id }) => (id === undefined ? [] : [String(id)]));
		const which = ids.length > 0 ? ` (${ids.join(', ')})` : '';
		if (index > 0) note(`Of ${messages.length} messages, the first ${index} had been sent${which}.`);
		sent.push(await send(message, index));
	}
	return sent;
}
