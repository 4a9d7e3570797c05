import { codeOf } from '../../../../feishu/api/call';
import {
	BATCH_UPDATE_CARD,
	CREATE_CARD,
	finishedCard,
	finishingActions,
	KNOWN_UUID,
	PATCH_ELEMENT,
	SEQUENCE_TOO_SMALL,
	STREAM_TEXT,
	STREAMING_ENDED,
	TEXT_ELEMENT,
	UPDATE_CARD,
	type StreamingCard,
} from '../../../../feishu/im/cardkit';
import { ADD_ELEMENTS, DELETE_ELEMENT, entityBody } from '../../../../feishu/im/cardkitElements';
import { CardSequences, SEQUENCE_LEAPS } from '../../../../feishu/im/cardkitSequence';
import type { JsonObject } from '../../../../feishu/json';
import type { FeishuClient } from '../../client/client';
import { perCard } from '../../client/pacing';

/** One for all executions of the process: they may change the same card. */
const sequences = new CardSequences();

/** An element of this ID is in the card already. */
const KNOWN_ELEMENT: ReadonlySet<number> = new Set([300301]);

/** There is no element of this ID to replace. */
const NO_ELEMENT: ReadonlySet<number> = new Set([300121]);

/** Endpoints that a change may call. */
export const CARD_CHANGES: readonly string[] = [STREAM_TEXT, PATCH_ELEMENT, BATCH_UPDATE_CARD, UPDATE_CARD];

/**
 * Makes a card entity, which is to be sent once with `cardMessage`. An entity that is never sent shows nowhere, so a lost
 * answer is no reason not to try again.
 * @param card of version 2.0, or a template
 * @param field that errors about the card belong to
 * @returns its `card_id`, good for 14 days
 */
export async function createCard(feishu: FeishuClient, card: JsonObject, field: string): Promise<string> {
	const { card_id: cardId } = await feishu.call<{ card_id: string }>(CREATE_CARD, {
		body: { ...entityBody(card, field) },
		idempotent: true,
	});
	return cardId;
}

/** The message that shows a card entity. */
export const cardMessage = (cardId: string) =>
	({ msg_type: 'interactive', content: { type: 'card', data: { card_id: cardId } } }) as const;

/**
 * A card entity that is being written. Every change has a number larger than the last one, and an idempotency key of its
 * own: what got lost on the way is sent again.
 */
export class CardWriter {
	private changes = 0;

	constructor(
		private readonly feishu: FeishuClient,
		readonly cardId: string,
		/** Of the item; 50 characters at most. */
		private readonly uuid: string,
		readonly elementId = TEXT_ELEMENT,
	) {}

	/**
	 * Shows the whole text so far. What extends the text before is typed on; a card that is not in streaming mode any more
	 * shows it at once.
	 * @param text of the element, not empty
	 * @param feishu another client for this one change
	 * @returns whether the card was in streaming mode
	 */
	async show(text: string, feishu = this.feishu): Promise<boolean> {
		const element = { element_id: this.elementId };
		const refusal = await this.change(STREAM_TEXT, { content: text }, { element, feishu, unless: STREAMING_ENDED });
		if (refusal === undefined) return true;
		await this.change(PATCH_ELEMENT, { partial_element: JSON.stringify({ content: text }) }, { element, feishu });
		return false;
	}

	/**
	 * Makes the text whole and ends the streaming, all in one change. With a title the card is written anew; without, the
	 * header and whatever else is in it stay.
	 * @param field that errors about the card belong to
	 */
	async finish(card: StreamingCard, field: string): Promise<void> {
		if ((card.title ?? '') !== '') {
			const data = JSON.stringify(finishedCard(card, field));
			await this.change(UPDATE_CARD, { card: { type: 'card_json', data } });
			return;
		}
		// When it was finished before, further elements are there already; or fewer than now.
		for (const [how, unless] of [['add', KNOWN_ELEMENT], ['replace', NO_ELEMENT], ['text']] as const) {
			const actions = JSON.stringify(finishingActions(card, this.elementId, how));
			if ((await this.change(BATCH_UPDATE_CARD, { actions }, { unless })) === undefined) return;
		}
	}

	/** Adds elements. @param body as `addedElements` gives it */
	async add(body: JsonObject): Promise<void> {
		await this.change(ADD_ELEMENTS, body);
	}

	/** Takes the element away. */
	async remove(): Promise<void> {
		await this.change(DELETE_ELEMENT, {}, { element: { element_id: this.elementId } });
	}

	/** @returns the code of a refusal, when it is one of `unless` */
	private async change(
		endpoint: string,
		body: JsonObject,
		{ element, feishu = this.feishu, unless }: ChangeOptions = {},
	): Promise<number | undefined> {
		for (const [attempt, ahead] of SEQUENCE_LEAPS.entries()) {
			this.changes += 1;
			const call = feishu.call(endpoint, {
				path: { card_id: this.cardId, ...element },
				body: { ...body, sequence: sequences.next(this.cardId, ahead), uuid: `${this.uuid}-${this.changes}` },
				idempotent: true,
				paces: [perCard(this.cardId)],
			});
			const [outcome] = await Promise.allSettled([call]);
			if (outcome.status === 'fulfilled') return undefined;
			const code = codeOf(outcome.reason);
			// The key is ours alone: the change was made, and its answer lost.
			if (code === KNOWN_UUID) return undefined;
			if (code !== undefined && unless?.has(code)) return code;
			if (code !== SEQUENCE_TOO_SMALL || attempt === SEQUENCE_LEAPS.length - 1) throw outcome.reason;
		}
		return undefined;
	}
}

interface ChangeOptions {
	element?: { element_id: string };
	feishu?: FeishuClient;
	/** Refusals that the caller deals with. */
	unless?: ReadonlySet<number>;
}
