import { newId } from '../platform/ids';
import type { App } from './apps';
import type { CardToken } from './cards';
import type { Message } from './messages';
import type { Store } from './store';

/** The token that a card callback carries: 30 minutes, two updates, once the callback is answered. */
export function newCardToken(store: Store, app: App, message: Message, openId: string): CardToken {
	const entry: CardToken = {
		token: `c-${newId.event()}`,
		app_id: app.app_id,
		message_id: message.message_id,
		open_id: openId,
		created_at: store.clock.now(),
		uses: 0,
		answered: false,
	};
	store.cards.tokens.set(entry.token, entry);
	return entry;
}

/** The app has so long to answer a callback. */
const ANSWER_MS = 3000;

/** Whether somebody has clicked in the message's card and the app hasn't answered yet: then the card can't be updated. */
export const awaitsAnswer = (store: Store, messageId: string): boolean =>
	[...store.cards.tokens.values()].some(
		(token) => token.message_id === messageId && !token.answered && store.clock.now() - token.created_at < ANSWER_MS,
	);
