import { CARDKIT_SCOPES, CREATE_CARD, streamingCard, TEXT_ELEMENT } from '../../../../feishu/im/cardkit';
import { FIND_ENDPOINT } from '../../../shared/contact/user';
import { defineOperation } from '../../../shared/operation/operation';
import { cardMessage, createCard } from '../../../shared/im/streaming/streamCard';
import { SEND } from '../message/sending';
import { headerFields, optionsField, readFrame } from './fields';
import { cardOutput } from './output';
import { typingOf } from './typing';
import { readTarget, REPLY, targetFields, targetKey } from './target';

export const start = defineOperation({
	value: 'start',
	name: 'Start',
	action: 'Start a streaming card',
	description:
		'Send a card whose text then grows: at once with words such as Thinking…, while the answer is being made',
	endpoint: CREATE_CARD,
	alsoCalls: [SEND, REPLY, FIND_ENDPOINT],
	scopes: CARDKIT_SCOPES,
	fields: [
		...targetFields(),
		...headerFields,
		{
			displayName: 'First Text',
			name: 'firstText',
			type: 'string',
			required: true,
			default: 'Thinking…',
			placeholder: 'e.g. Thinking…',
			description: 'The first words of the card, Markdown; the answer takes their place',
		},
		optionsField,
	],
	orderBy: ({ param }) => targetKey(param),
	async run({ param, feishu, uuid, needs }) {
		const send = readTarget(param, feishu);
		const text = param.text('firstText');
		const card = streamingCard({ ...readFrame(param), text }, typingOf(), param.label('firstText'));
		const cardId = await createCard(feishu, card);
		needs(['im:message:send_as_bot', 'im:message']);
		return cardOutput(cardId, TEXT_ELEMENT, await send(cardMessage(cardId), uuid));
	},
});
