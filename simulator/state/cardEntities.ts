import { simplified } from '../content/cardSimplified';
import { newId } from '../platform/ids';
import type { App, CardEntity, Message, Store } from './store';

type Json = Record<string, unknown>;

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/cardkit-v1/card/create */
const LIFETIME_MS = 14 * 86_400_000;
/** Streaming mode ends by itself. Source: https://open.feishu.cn/document/cardkit-v1/streaming-updates-openapi-overview */
const STREAMING_MS = 10 * 60_000;

const wantsStreaming = (card: Json) => (card.config as Json | undefined)?.streaming_mode === true;

/** A new entity; `message` when it is made of a card that was sent already. */
export function newCardEntity(store: Store, app: Pick<App, 'app_id'>, card: Json, message?: Message): CardEntity {
	const now = store.clock.now();
	const entity: CardEntity = {
		card_id: newId.long(),
		app_id: app.app_id,
		card,
		created_at: now,
		message_id: message?.message_id,
		sequence: 0,
		uuids: new Set(),
		streaming_since: wantsStreaming(card) ? now : undefined,
	};
	store.cards.set(entity.card_id, entity);
	return entity;
}

export const isExpired = (store: Store, entity: CardEntity) => store.clock.now() - entity.created_at > LIFETIME_MS;

/** An entity that still lives. */
export function entityOf(store: Store, cardId: string): CardEntity | undefined {
	const entity = store.cards.get(cardId);
	return entity && !isExpired(store, entity) ? entity : undefined;
}

const messageOf = (store: Store, entity: CardEntity) =>
	entity.message_id === undefined ? undefined : store.messages.get(entity.message_id);

/** The card as it is now: that of the message, which callbacks and updates of messages change too. */
export const cardOf = (store: Store, entity: CardEntity): Json => messageOf(store, entity)?.card ?? entity.card;

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
