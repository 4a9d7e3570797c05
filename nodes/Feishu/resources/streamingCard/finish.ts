import { BATCH_UPDATE_CARD, cardParts, CARDKIT_SCOPES, TEXT_ELEMENT, UPDATE_CARD } from '../../../../feishu/im/cardkit';
import { CardWriter } from '../../../shared/im/streaming/streamCard';
import { UPLOAD_IMAGE } from '../../../shared/im/upload';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { cardIdField, headerFields, optionsField, readFrame, spoken, wholeTextField } from './fields';
import { withImages } from './images';
import { REST_SHAPE } from './output';
import { restField, restSender, sendRest } from './rest';

const card = cardIdField();
const cardMessage = restField();

export const finish = defineOperation({
	value: 'finish',
	name: 'Finish',
	action: 'Finish a streaming card',
	description: 'Show the final text with all that Markdown has, and end the streaming',
	endpoint: BATCH_UPDATE_CARD,
	alsoCalls: [UPDATE_CARD, UPLOAD_IMAGE],
	scopes: CARDKIT_SCOPES,
	identity: 'app',
	fields: [card, wholeTextField, ...headerFields, cardMessage, optionsField],
	output: outputOf({ card_id: 'string', element_id: 'string', ...REST_SHAPE }),
	orderBy: ({ read }) => read(card),
	async run(reader) {
		const { read, feishu, uuid } = reader;
		const card_id = read(card);
		const options = read(optionsField);
		const element_id = options.elementId ?? TEXT_ELEMENT;
		const frame = readFrame(reader, { noteNeedsTitle: true });
		const send = restSender(feishu, read(cardMessage));
		const text = await withImages(reader, options, spoken(options, read(wholeTextField)));
		const { first, rest } = cardParts(text, send !== undefined);
		await new CardWriter(feishu, card_id, uuid, element_id).finish({ ...frame, text: first }, wholeTextField.label);
		return { card_id, element_id, ...(rest === '' ? { complete: true } : await sendRest(send, rest, uuid)) };
	},
});
