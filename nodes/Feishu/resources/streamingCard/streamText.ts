import type { IDataObject } from 'n8n-workflow';

import { CARDKIT_SCOPES, CREATE_CARD } from '../../../../feishu/im/cardkit';
import { CARD_CHANGES } from '../../../shared/im/streaming/streamCard';
import { givenText, isLive, LiveText, typedText } from '../../../shared/im/streaming/streamSource';
import { UPLOAD_IMAGE } from '../../../shared/im/upload';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { CardDelivery } from './cardDelivery';
import { givenField, headerFields, optionsField } from './fields';
import { DELIVERY_SHAPE } from './output';
import { fallbackField, readPlan, startedCard, startedMessage, target } from './plan';
import { speedField } from './typing';

/**
 * n8n runs a node when the one before it has ended, and gives what an AI Agent streams to the webhook or chat that asked, to
 * no node behind it (the hook `sendChunk`). So the text that arrives here is whole, and its growing is a way of showing it;
 * that the answer is on its way is what Start shows before the agent runs. A stream that an expression gives after all, of
 * a node in the same process, is shown as it comes.
 */
export const streamText = defineOperation({
	value: 'streamText',
	name: 'Stream AI Output',
	action: 'Stream AI output into a card',
	description: 'Show the text of an AI Agent or any node growing in the chat, always to its end',
	endpoint: CREATE_CARD,
	alsoCalls: [...CARD_CHANGES, UPLOAD_IMAGE],
	scopes: CARDKIT_SCOPES,
	identity: 'app',
	fields: [target, startedCard, startedMessage, givenField, ...headerFields, speedField, fallbackField, optionsField],
	output: outputOf(DELIVERY_SHAPE),
	orderBy: ({ read }) => read(target)?.key ?? read(startedCard),
	async run(reader): Promise<IDataObject> {
		const { read, feishu, uuid } = reader;
		const plan = readPlan(reader, feishu);
		const given = givenText(read(givenField));
		if (!isLive(given) && given.trim() === '')
			throw givenField.refuse('is empty', 'The node before gave no text, or under another name');
		const speed = read(speedField)(isLive(given) ? 0 : given.length);
		const source = isLive(given) ? new LiveText(given) : typedText(given, speed);
		return await new CardDelivery(reader, plan, uuid).deliver(source, speed);
	},
});
