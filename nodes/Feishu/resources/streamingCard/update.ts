import { CARDKIT_SCOPES, growingText, PATCH_ELEMENT, STREAM_TEXT } from '../../../../feishu/im/cardkit';
import { defineOperation } from '../../../shared/operation/operation';
import { CardWriter } from '../../../shared/im/streaming/streamCard';
import { cardId, cardIdField, elementId, optionsField, spoken, textField } from './fields';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update the text of a streaming card',
	description: 'Show the whole text so far; what it adds to the text before is typed on',
	endpoint: STREAM_TEXT,
	alsoCalls: [PATCH_ELEMENT],
	scopes: CARDKIT_SCOPES,
	fields: [cardIdField(), textField, optionsField],
	orderBy: ({ param }) => cardId(param),
	async run({ param, feishu, uuid }) {
		const id = cardId(param);
		const element = elementId(param);
		param.text('streamedText');
		const text = growingText(spoken(param, param.rawText('streamedText')));
		const typed = await new CardWriter(feishu, id, uuid, element).show(text);
		// Ten minutes after the start the platform types no more; the text then appears at once.
		return { card_id: id, element_id: element, text, typed };
	},
});
