import { CARDKIT_SCOPES, CREATE_CARD, streamingCard, TEXT_ELEMENT } from '../../../../feishu/im/cardkit';
import { textField } from '../../../shared/fields/plain';
import { cardMessage, createCard } from '../../../shared/im/streaming/streamCard';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { headerFields, optionsField, readFrame } from './fields';
import { cardItem, CARD_SHAPE } from './output';
import { targetField } from './target';
import { typingOf } from './typing';

const target = targetField();

const firstText = textField({
	displayName: 'First Text',
	name: 'firstText',
	required: true,
	default: 'Thinking…',
	placeholder: 'e.g. Thinking…',
	description: 'The first words of the card, Markdown; the answer takes their place',
});

export const start = defineOperation({
	value: 'start',
	name: 'Start',
	action: 'Start a streaming card',
	description:
		'Send a card whose text then grows: at once with words such as Thinking…, while the answer is being made',
	endpoint: CREATE_CARD,
	scopes: CARDKIT_SCOPES,
	identity: 'app',
	fields: [target, ...headerFields, firstText, optionsField],
	output: outputOf(CARD_SHAPE),
	orderBy: ({ read }) => read(target)?.key,
	async run(reader) {
		const { read, feishu, uuid, errorContext } = reader;
		const place = read(target);
		if (!place) throw new Error('A new card has a place');
		const send = place.sender(feishu);
		const text = read(firstText);
		const card = streamingCard({ ...readFrame(reader), text }, typingOf(), firstText.label);
		const cardId = await createCard(feishu, card);
		errorContext.scopes = ['im:message:send_as_bot', 'im:message'];
		return cardItem(cardId, TEXT_ELEMENT, await send(cardMessage(cardId), uuid));
	},
});
