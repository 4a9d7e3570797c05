import type { HeaderColor } from '../../../../feishu/im/card';
import type { StreamingCard } from '../../../../feishu/im/cardkit';
import type { FeishuClient } from '../../../shared/client/client';
import { choiceField } from '../../../shared/fields/plain';
import type { Reader } from '../../../shared/operation/field';
import { cardIdField, headerFields, optionsField, readFrame, type StreamOptions } from './fields';
import { restField, restSender } from './rest';
import { targetField, type Send } from './target';

export const fallbackField = choiceField({
	displayName: 'When the Card Fails',
	name: 'fallback',
	options: [
		{ name: 'Fail', value: 'fail', description: 'End with the error' },
		{
			name: 'Send as Message',
			value: 'message',
			description: 'Send the text as a plain message, so that it always arrives',
		},
	],
	default: 'message',
	description: "What to do when the card can't be made or changed, as without the scope cardkit:card:write",
});

const started = { displayOptions: { show: { sendTo: ['card'] } } };

export const target = targetField([
	{ name: 'Started Card', value: 'card', description: 'A card that Start sent, which says Thinking… until now' },
]);
export const startedCard = cardIdField(started);
export const startedMessage = restField(started);

/** What a plan is read from, in the order of the panel. */
export type PlanReader = Reader<
	| typeof target
	| typeof startedCard
	| typeof startedMessage
	| typeof fallbackField
	| (typeof headerFields)[number]
	| typeof optionsField
>;

/** Where a streamed text goes, and how. */
export interface Plan {
	/** Sends messages to where the card is or will be; undefined where only the card is known. */
	send?: Send;
	/** A card that was sent before, and the message that shows it. */
	cardId?: string;
	messageId?: string;
	frame: Omit<StreamingCard, 'text'>;
	/** The header's color in the end. */
	doneColor?: HeaderColor;
	/** Whether a plain message takes the place of a card that fails. */
	fallback: boolean;
	options: StreamOptions;
}

/** @throws InputError before any call */
export function readPlan(reader: PlanReader, feishu: FeishuClient): Plan {
	const { read } = reader;
	const options = read(optionsField);
	const { doneColor } = options;
	const fallback = read(fallbackField) === 'message';
	const place = read(target);
	if (place) return { send: place.sender(feishu), frame: readFrame(reader), fallback, doneColor, options };
	const frame = readFrame(reader, { noteNeedsTitle: true });
	const messageId = read(startedMessage);
	const send = restSender(feishu, messageId);
	return { cardId: read(startedCard), messageId, send, frame, doneColor, fallback, options };
}
