import type { HeaderColor } from '../../../../feishu/im/card';
import type { StreamingCard } from '../../../../feishu/im/cardkit';
import type { FeishuClient } from '../../../shared/client/client';
import type { Field } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';
import { cardId, checkColor, option, readFrame } from './fields';
import { cardMessageId, restSender } from './rest';
import { readTarget, type Send } from './target';

export const fallbackField: Field = {
	displayName: 'When the Card Fails',
	name: 'fallback',
	type: 'options',
	options: [
		{ name: 'Fail', value: 'fail', description: 'End with the error' },
		{
			name: 'Send as Message',
			value: 'message',
			description: 'Send the text as a plain message, so that it always arrives',
		},
	],
	default: 'message',
	description: "What to do when the card can't be made or changed, as when the app lacks the scope cardkit:card:write",
};

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
}

/** @throws InputError before any call */
export function readPlan(param: Params, feishu: FeishuClient): Plan {
	const fallback = param.choice('fallback') === 'message';
	const doneColor = option(param, 'doneColor') === '' ? undefined : checkColor(param, 'streamOptions.doneColor');
	if (param.choice('sendTo') === 'card') {
		const frame = readFrame(param, { noteNeedsTitle: true });
		const messageId = cardMessageId(param);
		return { cardId: cardId(param), messageId, send: restSender(param, feishu), frame, doneColor, fallback };
	}
	const frame = readFrame(param);
	return { send: readTarget(param, feishu), frame, fallback, doneColor };
}
