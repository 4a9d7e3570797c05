import type { IDataObject } from 'n8n-workflow';

import { isRateLimited, isTemporary, type CallError } from '../../../../feishu/api/call';
import { cardParts, growingText, streamingCard, TEXT_ELEMENT } from '../../../../feishu/im/cardkit';
import { InputError } from '../../../../feishu/input';
import { findCause, isCancelled } from '../../../../feishu/api/network';
import type { FeishuClient } from '../../../shared/client/client';
import { failureData, toNodeError } from '../../../shared/client/errors';
import { cardMessage, CardWriter, createCard } from '../../../shared/im/streaming/streamCard';
import { grow, wholeText } from '../../../shared/im/streaming/streamGrow';
import type { TextSource } from '../../../shared/im/streaming/streamSource';
import type { Message } from '../message/output';
import { givenField, spoken } from './fields';
import { withImages, type Tools } from './images';
import { cardItem, messagePlace } from './output';
import type { Plan } from './plan';
import { sendMarkdown, sendRest } from './rest';
import type { Send } from './target';
import { typingOf } from './typing';

/** What a card says until the text comes. */
const FIRST_TEXT = '…';

interface Shown {
	card: CardWriter;
	/** The message that shows the card; undefined for a card that was sent before. */
	message?: Message;
}

/** Brings one text into a chat: growing in a card, and as a plain message where that fails. */
export class CardDelivery {
	private readonly field = givenField.label;

	private readonly hasty: FeishuClient;

	constructor(
		private readonly tools: Tools,
		private readonly plan: Plan,
		private readonly uuid: string,
	) {
		this.hasty = tools.feishu.hasty();
	}

	/** @param speed characters a second, as fast as the source grows */
	async deliver(source: TextSource, speed: number): Promise<IDataObject> {
		const output = await this.deliverAll(source, speed);
		// The chat has what there is; the run must not pass for one that has it all.
		if (source.failure !== undefined) throw source.failure;
		return output;
	}

	private async deliverAll(source: TextSource, speed: number): Promise<IDataObject> {
		let shown: Shown | undefined;
		try {
			shown = await this.show(speed);
			const updates = await this.growIn(shown.card, source);
			return { ...(await this.finish(shown, this.filled(source))), updates };
		} catch (error) {
			return await this.sendInstead(error, shown, source);
		}
	}

	/** @throws what broke the source off, or an InputError, when it gave nothing at all */
	private filled(source: TextSource): string {
		const text = source.text();
		if (text.trim() !== '') return this.said(text);
		throw source.failure ?? new InputError(this.field, `The stream of '${this.field}' ended without any text`);
	}

	private async show(speed: number): Promise<Shown> {
		const { feishu } = this.tools;
		const { cardId, frame, send } = this.plan;
		if (cardId !== undefined) return { card: new CardWriter(feishu, cardId, this.uuid) };
		const created = await createCard(
			feishu,
			streamingCard({ ...frame, text: FIRST_TEXT }, typingOf(speed), this.field),
			this.field,
		);
		const message = await (send as Send)(cardMessage(created), this.uuid);
		return { card: new CardWriter(feishu, created, this.uuid), message };
	}

	/** A state that can't be shown is no harm: the next one says more, and the end says it all. */
	private async growIn(card: CardWriter, source: TextSource): Promise<number> {
		let failures = 0;
		const states = await grow(source, {
			cancel: this.cancelSignal,
			show: async (text) => {
				const [outcome] = await Promise.allSettled([card.show(growingText(this.said(text)), this.hasty)]);
				if (outcome.status === 'fulfilled') return;
				if (!isPassing(outcome.reason)) throw outcome.reason;
				failures += 1;
			},
		});
		return states - failures;
	}

	private async finish({ card, message }: Shown, text: string): Promise<IDataObject> {
		const { frame, doneColor, messageId, send } = this.plan;
		const whole = await withImages(this.tools, this.plan.options, text);
		const { first, rest } = cardParts(whole, send !== undefined);
		await card.finish({ ...frame, ...(doneColor && { color: doneColor }), text: first }, this.field);
		const place = message
			? cardItem(card.cardId, TEXT_ELEMENT, message)
			: { card_id: card.cardId, element_id: TEXT_ELEMENT, ...(messageId && { message_id: messageId }) };
		const followed = rest === '' ? { complete: true } : await sendRest(send, rest, this.uuid);
		return { ...place, delivered_as: 'card', ...followed };
	}

	/** @throws the error itself where there is no way round, or none is wished */
	private async sendInstead(error: unknown, shown: Shown | undefined, source: TextSource): Promise<IDataObject> {
		const { send, fallback } = this.plan;
		if (!fallback || !send || isCancelled(error)) {
			source.stop();
			throw error;
		}
		await wholeText(source, this.cancelSignal);
		const text = this.filled(source);
		const sent = await sendMarkdown(send, text, `${this.uuid}-m`);
		const [first] = sent;
		return {
			...(shown && { card_id: shown.card.cardId }),
			...(first && messagePlace(first)),
			delivered_as: 'message',
			complete: true,
			message_ids: sent.map(({ message_id: id }) => id),
			fallback: failureData(toNodeError(this.tools.context.getNode(), error)),
		};
	}

	private said(text: string): string {
		return spoken(this.plan.options, text);
	}

	private get cancelSignal(): AbortSignal | undefined {
		return this.tools.context.getExecutionCancelSignal?.();
	}
}

/** Whether the card may take the next state although it did not take this one. */
function isPassing(error: unknown): boolean {
	const call = findCause<CallError>(error, 'CallError');
	return call !== undefined && (isRateLimited(call.failure) || isTemporary(call.failure));
}
