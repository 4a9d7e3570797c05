import { CARDKIT_SCOPES, growingText, PATCH_ELEMENT, STREAM_TEXT, TEXT_ELEMENT } from '../../../../feishu/im/cardkit';
import { CardWriter } from '../../../shared/im/streaming/streamCard';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { cardIdField, optionsField, spoken, wholeTextField } from './fields';

const card = cardIdField();

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update the text of a streaming card',
	description: 'Show the whole text so far; what it adds to the text before is typed on',
	endpoint: STREAM_TEXT,
	alsoCalls: [PATCH_ELEMENT],
	scopes: CARDKIT_SCOPES,
	identity: 'app',
	fields: [card, wholeTextField, optionsField],
	output: outputOf({ card_id: 'string', element_id: 'string', text: 'string', typed: 'boolean' }),
	orderBy: ({ read }) => read(card),
	async run({ read, feishu, uuid }) {
		const card_id = read(card);
		const options = read(optionsField);
		const element_id = options.elementId ?? TEXT_ELEMENT;
		const text = growingText(spoken(options, read(wholeTextField)));
		const typed = await new CardWriter(feishu, card_id, uuid, element_id).show(text);
		// Ten minutes after the start the platform types no more; the text then appears at once.
		return { card_id, element_id, text, typed };
	},
});
