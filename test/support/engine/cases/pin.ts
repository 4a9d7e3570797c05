import { byId, list, type Platform } from '..';
import { CHAT, LIMIT, MESSAGE, type Cases } from './common';

/** A chat of its own with one pinned message. */
function chatWithPin(p: Platform): string {
	const [chat = p.chat] = p.addChats(1);
	const { message_id, chat_id, sender: operator } = p.userMessage('x', 'text', chat);
	p.store.im.pins.set(message_id, { message_id, chat_id, operator, create_time: p.store.tick() });
	return chat_id;
}

export const pin: Cases = {
	add: { parameters: (p) => ({ messageId: byId(p.userMessage().message_id) }), refused: MESSAGE },
	delete: { parameters: (p) => ({ messageId: byId(p.userMessage().message_id) }), refused: MESSAGE },
	getAll: {
		parameters: (p) => ({ chat: list(chatWithPin(p)), returnAll: true }),
		refused: [
			...CHAT,
			...LIMIT,
			[{ filters: { pinnedAfter: 'yesterday' } }, 'Pinned After'],
			[{ filters: { pinnedBefore: 'tomorrow' } }, 'Pinned Before'],
			[{ filters: { pinnedAfter: '2026-02-01', pinnedBefore: '2026-01-01' } }, 'Pinned After'],
		],
	},
};
