import { BATCH_UPDATE_CARD, cardParts, CARDKIT_SCOPES, UPDATE_CARD } from '../../../../feishu/im/cardkit';
import { defineOperation } from '../../../shared/operation/operation';
import { CardWriter } from '../../../shared/im/streaming/streamCard';
import { UPLOAD_IMAGE } from '../../../shared/im/upload';
import { cardId, cardIdField, elementId, headerFields, optionsField, readFrame, spoken, textField } from './fields';
import { withImages } from './images';
import { restField, restSender, sendRest } from './rest';
import { REPLY } from './target';

export const finish = defineOperation({
	value: 'finish',
	name: 'Finish',
	action: 'Finish a streaming card',
	description: 'Show the final text with all that Markdown has, and end the streaming',
	endpoint: BATCH_UPDATE_CARD,
	alsoCalls: [UPDATE_CARD, UPLOAD_IMAGE, REPLY],
	scopes: CARDKIT_SCOPES,
	fields: [cardIdField(), textField, ...headerFields, restField(), optionsField],
	orderBy: ({ param }) => cardId(param),
	async run({ param, feishu, context, uuid }) {
		const id = cardId(param);
		const element = elementId(param);
		const frame = readFrame(param, { noteNeedsTitle: true });
		const send = restSender(param, feishu);
		param.text('streamedText');
		const said = spoken(param, param.rawText('streamedText'));
		const text = await withImages({ param, feishu, context }, said, 'streamedText');
		const { first, rest } = cardParts(text, send !== undefined);
		await new CardWriter(feishu, id, uuid, element).finish({ ...frame, text: first }, param.label('streamedText'));
		return {
			card_id: id,
			element_id: element,
			...(rest === '' ? { complete: true } : await sendRest(send, rest, uuid)),
		};
	},
});
