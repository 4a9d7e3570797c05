import { newCardToken } from '../../../../simulator/state/cardTokens';
import { byId, list, type Platform } from '..';
import { CHAT, late, MESSAGE, type Cases } from './common';

const blocks = { messageType: 'card', blocks: { block: [{ type: 'markdown', text: 'Hello' }] } };
const EMPTY = [{ messageType: 'cardJson', cardJson: late('') }, 'Card JSON'] as const;

/** A card of the bot's, put there without a call. */
const cardOf = (p: Platform) => {
	const message = p.botMessage({}, 'interactive');
	message.card = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'before' }] } };
	return message;
};

/** The token of a click that the app has answered. */
function tokenOf(p: Platform): string {
	const [app] = p.store.apps.values();
	if (!app) throw new Error('There is no app');
	return Object.assign(newCardToken(p.store, app, cardOf(p), p.user.open_id), { answered: true }).token;
}

/** A card that one person alone sees. */
const ephemeralOf = (p: Platform) => Object.assign(cardOf(p), { visible_to: p.user.open_id });

export const card: Cases = {
	update: {
		parameters: (p) => ({ messageId: byId(cardOf(p).message_id), ...blocks }),
		refused: [...MESSAGE, EMPTY],
	},
	delayedUpdate: {
		parameters: (p) => ({ callbackToken: tokenOf(p), ...blocks }),
		refused: [[{ callbackToken: late('') }, 'Callback Token'], EMPTY],
	},
	sendEphemeral: {
		parameters: (p) => ({ chat: list(p.chat.chat_id), user: byId(p.chat.members[0] ?? ''), ...blocks }),
		refused: [...CHAT, [{ user: list(late('')) }, 'Visible To'], EMPTY],
	},
	deleteEphemeral: { parameters: (p) => ({ messageId: byId(ephemeralOf(p).message_id) }), refused: MESSAGE },
};
