import { simplified } from '../../../content/cardSimplified';
import { cardOf, messageOf, wantsStreaming } from '../../../state/cardEntities';
import type { CardEntity } from '../../../state/cards';
import type { Store } from '../../../state/store';

type Json = Record<string, unknown>;

/** Streaming mode ends by itself. Source: https://open.feishu.cn/document/cardkit-v1/streaming-updates-openapi-overview */
const STREAMING_MS = 10 * 60_000;

/** Shows another card, in the message too if it was sent. */
export function showCard(store: Store, entity: CardEntity, card: Json): void {
	entity.card = card;
	const message = messageOf(store, entity);
	if (message)
		Object.assign(message, {
			card,
			content: JSON.stringify(simplified(card)),
			updated: true,
			update_time: store.tick(),
		});
	store.changed();
}

/** Notes that streaming mode was switched on or off; switching it on once more starts its ten minutes anew. */
export function noteStreaming(store: Store, entity: CardEntity, card: Json): void {
	entity.streaming_since = wantsStreaming(card) ? store.clock.now() : undefined;
	entity.timed_out = undefined;
}

/** Whether the card takes streamed text; switches streaming mode off when its time is up. */
export function streamingState(store: Store, entity: CardEntity): 'open' | 'closed' | 'timed_out' {
	const card = cardOf(store, entity);
	if (entity.streaming_since !== undefined && store.clock.now() - entity.streaming_since >= STREAMING_MS) {
		entity.streaming_since = undefined;
		entity.timed_out = true;
		showCard(store, entity, { ...card, config: { ...(card.config as Json), streaming_mode: false } });
	}
	if (entity.timed_out) return 'timed_out';
	return wantsStreaming(cardOf(store, entity)) ? 'open' : 'closed';
}
