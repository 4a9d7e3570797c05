import { newId } from '../platform/ids';
import type { App } from './apps';
import type { CardEntity } from './cards';
import type { Message } from './messages';
import type { Store } from './store';

type Json = Record<string, unknown>;

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/cardkit-v1/card/create */
const LIFETIME_MS = 14 * 86_400_000;

/** Whether a card says that it is in streaming mode. */
export const wantsStreaming = (card: Json) => (card.config as Json | undefined)?.streaming_mode === true;

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
	store.cards.entities.set(entity.card_id, entity);
	return entity;
}

export const isExpired = (store: Store, entity: CardEntity) => store.clock.now() - entity.created_at > LIFETIME_MS;

/** An entity that still lives. */
export function entityOf(store: Store, cardId: string): CardEntity | undefined {
	const entity = store.cards.entities.get(cardId);
	return entity && !isExpired(store, entity) ? entity : undefined;
}

/** The message that shows the entity, once it was sent. */
export const messageOf = (store: Store, entity: CardEntity) =>
	entity.message_id === undefined ? undefined : store.im.messages.get(entity.message_id);

/** The card as it is now: that of the message, which callbacks and updates of messages change too. */
export const cardOf = (store: Store, entity: CardEntity): Json => messageOf(store, entity)?.card ?? entity.card;
