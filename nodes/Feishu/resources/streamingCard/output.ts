import type { IDataObject } from 'n8n-workflow';

import { isoTime, type Message } from '../message/output';

/** A card and the message that shows it, with what the other operations take. */
export function cardOutput(cardId: string, elementId: string, message: Message): IDataObject {
	return { card_id: cardId, element_id: elementId, ...messagePlace(message) };
}

export function messagePlace(message: Message): IDataObject {
	return {
		message_id: message.message_id,
		chat_id: message.chat_id,
		...(message.thread_id && { thread_id: message.thread_id }),
		create_time: isoTime(message.create_time),
	};
}
