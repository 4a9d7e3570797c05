import { CARDKIT_SCOPES, CREATE_CARD, streamingCard, TEXT_ELEMENT } from '../../../../feishu/im/cardkit';
import { cardFromJson } from '../../../../feishu/im/content/cardContent';
import { choiceField, jsonField, textField } from '../../../shared/fields/plain';
import { variantField } from '../../../shared/fields/variants';
import { cardMessage, createCard } from '../../../shared/im/streaming/streamCard';
import { mappedField } from '../../../shared/operation/field';
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

const ownCard = mappedField(
	jsonField({
		displayName: 'Card JSON',
		name: 'entityJson',
		typeOptions: { rows: 6 },
		required: true,
		placeholder: 'e.g. {"type": "template", "data": {"template_id": "AAq…"}}',
		description: `A card of 2.0 or a template, which says all; the element whose text grows is called ${TEXT_ELEMENT}`,
	}),
	(value, label) => cardFromJson(label, value),
);

const cardFrom = variantField(
	choiceField({
		displayName: 'Card From',
		name: 'cardFrom',
		options: [
			{ name: 'Fields', value: 'fields', description: 'Title, first text and options' },
			{ name: 'JSON or Template', value: 'json', description: 'A card of your own' },
		],
		default: 'fields',
		description: 'What the card is made of',
	}),
	{ fields: firstText, json: ownCard },
);

export const start = defineOperation({
	value: 'start',
	name: 'Start',
	action: 'Start a streaming card',
	description: 'Send a card whose text then grows, at first with words such as Thinking…',
	endpoint: CREATE_CARD,
	scopes: CARDKIT_SCOPES,
	identity: 'app',
	fields: [target, cardFrom, ...headerFields, optionsField],
	output: outputOf(CARD_SHAPE),
	orderBy: ({ read }) => read(target)?.key,
	async run(reader) {
		const { read, feishu, uuid, errorContext } = reader;
		const place = read(target);
		if (!place) throw new Error('A new card has a place');
		const send = place.sender(feishu);
		const { choice, value } = read(cardFrom);
		const card =
			choice === 'json' ? value : streamingCard({ ...readFrame(reader), text: value }, typingOf(), firstText.label);
		const cardId = await createCard(feishu, card, choice === 'json' ? ownCard.label : firstText.label);
		errorContext.scopes = ['im:message:send_as_bot', 'im:message'];
		return cardItem(cardId, TEXT_ELEMENT, await send(cardMessage(cardId), uuid));
	},
});
