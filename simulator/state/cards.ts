import type { Message } from './messages';

export interface CardTemplate {
	template_id: string;
	versions: string[];
	card: Record<string, unknown>;
}

/** The token of a card callback, with which the card may be updated later. */
export interface CardToken {
	token: string;
	app_id: string;
	message_id: string;
	/** Who clicked. */
	open_id: string;
	/** Milliseconds. */
	created_at: number;
	uses: number;
	/** The app has answered the callback; only then the token counts. */
	answered: boolean;
}

/** A card that lives apart from messages, for 14 days; once sent, its message holds the card. */
export interface CardEntity {
	card_id: string;
	/** Only this app may send and change it. */
	app_id: string;
	card: Record<string, unknown>;
	/** Milliseconds. */
	created_at: number;
	message_id?: string;
	/** Of the last change. */
	sequence: number;
	/** Of the changes so far. */
	uuids: Set<string>;
	/** When streaming mode was last switched on; milliseconds. */
	streaming_since?: number;
	/** Streaming mode ended by itself. */
	timed_out?: boolean;
}

/** Cards apart from the messages that show them. */
export class Cards {
	readonly templates = new Map<string, CardTemplate>();
	/** Of callbacks. */
	readonly tokens = new Map<string, CardToken>();
	readonly entities = new Map<string, CardEntity>();

	/** From now on the message holds the card of its entity. */
	link({ card_id: id, message_id: messageId }: Message): void {
		const entity = id === undefined ? undefined : this.entities.get(id);
		if (entity) entity.message_id ??= messageId;
	}
}
