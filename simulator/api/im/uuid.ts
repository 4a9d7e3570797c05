import type { Operator } from '../../state/operator';
import type { Platform } from '../../gateway/platform';
import type { Message } from '../../state/messages';

const WINDOW_MS = 3_600_000;

/**
 * The same uuid within 1 h sends at most one message; the repeat gets the first one.
 * What the real repeat answers is not documented; returning the first message is an assumption.
 */
export function once(
	platform: Platform,
	by: Operator,
	scope: string,
	uuid: string | undefined,
	send: () => Message,
): Message {
	if (!uuid) return send();
	const { store, clock } = platform;
	const key = JSON.stringify([by.app.app_id, scope, uuid]);
	const earlier = store.im.uuids.get(key);
	const message =
		earlier && clock.now() - earlier.at < WINDOW_MS ? store.im.messages.get(earlier.message_id) : undefined;
	if (message) return message;
	const sent = send();
	store.im.uuids.set(key, { message_id: sent.message_id, at: clock.now() });
	return sent;
}
