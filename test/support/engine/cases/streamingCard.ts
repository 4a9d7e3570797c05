import { newCardEntity } from '../../../../simulator/state/cardEntities';
import { byEmail, list, type Platform } from '..';
import { CHAT, late, MESSAGE, type Cases } from './common';

/** A card entity that the platform has: streaming, and with one text. */
export function startedCard(platform: Platform): string {
	const card = {
		schema: '2.0',
		config: { streaming_mode: true, update_multi: true },
		header: { title: { tag: 'plain_text', content: 'Answer' }, template: 'blue' },
		body: { elements: [{ tag: 'markdown', content: 'Thinking…', element_id: 'answer' }] },
	};
	const { card_id: id } = newCardEntity(platform.store, { app_id: platform.simulator.appId }, card);
	return id;
}

const CARD = [
	[{ cardId: late('') }, 'Card ID'],
	[{ cardId: late('om_1234') }, 'Card ID'],
] as const;
const TEXT = [[{ streamedText: late(' ') }, 'Text']] as const;
const TARGET = [
	...CHAT,
	[{ sendTo: 'user', user: byEmail(late('')) }, 'User'],
	...MESSAGE.map(([{ messageId }, field]) => [{ sendTo: 'reply', messageId }, field] as const),
] as const;
const COLOR = [[{ cardColor: late('pink') }, 'Header Color']] as const;

export const streamingCard: Cases = {
	addElements: {
		parameters: (p) => ({ cardId: startedCard(p), addedElements: { tag: 'hr' } }),
		refused: [
			...CARD,
			[{ addedElements: late('[]') }, 'Elements'],
			[{ place: 'before', placeElementId: late('') }, 'Place Element ID'],
		],
	},
	deleteElement: {
		parameters: (p) => ({ cardId: startedCard(p), deletedElementId: 'answer' }),
		refused: [...CARD, [{ deletedElementId: late('1st') }, 'Element ID']],
	},
	start: {
		parameters: (p) => ({ chat: list(p.chat.chat_id), cardTitle: 'Answer' }),
		refused: [
			...TARGET,
			...COLOR,
			[{ firstText: late('') }, 'First Text'],
			[{ cardFrom: 'json', entityJson: late('') }, 'Card JSON'],
		],
	},
	update: {
		parameters: (p) => ({ cardId: startedCard(p), streamedText: 'Once upon a time' }),
		refused: [...CARD, ...TEXT, [{ streamOptions: { elementId: late('1st') } }, 'Element ID']],
	},
	finish: {
		parameters: (p) => ({ cardId: startedCard(p), streamedText: 'The end' }),
		refused: [
			...CARD,
			...TEXT,
			...COLOR,
			[{ cardMessageId: late('oc_1') }, 'Message ID of the Card'],
			[{ streamOptions: { note: 'n' } }, 'Title'],
		],
	},
	streamText: {
		parameters: (p) => ({
			chat: list(p.chat.chat_id),
			streamedText: 'Once upon a time',
			typingSpeed: 'off',
			fallback: 'fail',
		}),
		refused: [
			...TARGET,
			...TEXT,
			...COLOR,
			[{ sendTo: 'card', cardId: late('') }, 'Card ID'],
			[{ sendTo: 'card', cardId: '1', cardMessageId: late('x') }, 'Message ID of the Card'],
			[{ sendTo: 'card', cardId: '1', streamOptions: { note: 'n' } }, 'Title'],
			[{ streamOptions: { doneColor: late('pink') } }, 'Color When Done'],
		],
	},
};
