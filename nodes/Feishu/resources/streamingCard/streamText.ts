import type { IDataObject } from 'n8n-workflow';

import { CARDKIT_SCOPES, CREATE_CARD } from '../../../../feishu/im/cardkit';
import { InputError } from '../../../../feishu/input';
import { FIND_ENDPOINT } from '../../../shared/contact/user';
import { defineOperation } from '../../../shared/operation/operation';
import { CARD_CHANGES } from '../../../shared/im/streaming/streamCard';
import { givenText, isLive, LiveText, typedText } from '../../../shared/im/streaming/streamSource';
import { UPLOAD_IMAGE } from '../../../shared/im/upload';
import { SEND } from '../message/sending';
import { cardIdField, headerFields, optionsField, textField } from './fields';
import { Delivery } from './cardDelivery';
import { fallbackField, readPlan } from './plan';
import { restField } from './rest';
import { REPLY, targetFields, targetKey } from './target';
import { speedField, speedOf } from './typing';

const started = { displayOptions: { show: { sendTo: ['card'] } } };

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
	description:
		'Show the text of an AI Agent or any node growing in the chat, always to its end; as a plain message where cards fail',
	endpoint: CREATE_CARD,
	alsoCalls: [...CARD_CHANGES, SEND, REPLY, FIND_ENDPOINT, UPLOAD_IMAGE],
	scopes: CARDKIT_SCOPES,
	fields: [
		...targetFields([
			{ name: 'Started Card', value: 'card', description: 'A card that Start sent, which says Thinking… until now' },
		]),
		cardIdField(started),
		restField(started),
		textField,
		...headerFields,
		speedField,
		fallbackField,
		optionsField,
	],
	orderBy: ({ param }) => (param.choice('sendTo') === 'card' ? param.text('cardId') : targetKey(param)),
	async run({ param, feishu, context, itemIndex, uuid }): Promise<IDataObject> {
		const plan = readPlan(param, feishu);
		const given = givenText(context.getNodeParameter('streamedText', itemIndex, null) as unknown);
		if (!isLive(given) && given.trim() === '') {
			const field = param.label('streamedText');
			throw new InputError(
				field,
				`The field '${field}' is empty`,
				'The node before gave no text, or under another name',
			);
		}
		const speed = speedOf(param, isLive(given) ? 0 : given.length);
		const source = isLive(given) ? new LiveText(given) : typedText(given, speed);
		return await new Delivery({ param, feishu, context }, plan, uuid).deliver(source, speed);
	},
});
