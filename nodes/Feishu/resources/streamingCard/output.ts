import type { IDataObject } from 'n8n-workflow';

import { isoTime, type Message } from '../message/output';

const PLACE = {
	'message_id?': 'string',
	'chat_id?': 'string',
	'thread_id?': 'string',
	'create_time?': 'string',
} as const;

/** A card that was started. */
export const CARD_SHAPE = { card_id: 'string', element_id: 'string', ...PLACE } as const;

/** What became of the text besides the card. */
export const REST_SHAPE = { complete: 'boolean', 'rest?': 'string', 'rest_message_ids?': ['string'] } as const;

/** A text that was delivered, in a card or as a message. */
export const DELIVERY_SHAPE = {
	'card_id?': 'string',
	'element_id?': 'string',
	...PLACE,
	delivered_as: 'string',
	...REST_SHAPE,
	'updates?': 'number',
	'message_ids?': ['string'],
	'fallback?': { error: 'string', details: { advice: 'string', 'code?': 'number', 'log_id?': 'string' } },
} as const;

/** A card and the message that shows it, with what the other operations take. */
export function cardItem(cardId: string, elementId: string, message: Message): IDataObject {
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
