import { addedElements, ADD_ELEMENTS } from '../../../../feishu/im/cardkitElements';
import { CARDKIT_SCOPES } from '../../../../feishu/im/cardkit';
import { choiceField, textField } from '../../../shared/fields/plain';
import { objectsField } from '../../../shared/im/composer/blocks/objects';
import { CardWriter } from '../../../shared/im/streaming/streamCard';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { cardIdField } from './fields';

const card = cardIdField();

const elements = objectsField({
	displayName: 'Elements',
	name: 'addedElements',
	typeOptions: { rows: 5 },
	default: '[{ "tag": "markdown", "content": "Hello", "element_id": "more" }]',
	description: 'One element of card JSON 2.0 or an array of them',
});

const place = choiceField({
	displayName: 'Place',
	name: 'place',
	options: [
		{ name: 'After Element', value: 'after' },
		{ name: 'At the End', value: 'end', description: 'Of the card, or of the container named below' },
		{ name: 'Before Element', value: 'before' },
	],
	default: 'end',
	description: 'Where they go',
});

const target = textField({
	displayName: 'Place Element ID',
	name: 'placeElementId',
	placeholder: 'e.g. answer',
	description: 'The element_id beside which they go, or of a container',
});

export const addElements = defineOperation({
	value: 'addElements',
	name: 'Add Elements',
	action: 'Add elements to a streaming card',
	description: 'Put further elements into a card',
	endpoint: ADD_ELEMENTS,
	scopes: CARDKIT_SCOPES,
	identity: 'app',
	fields: [card, elements, place, target],
	output: outputOf({ card_id: 'string', added: 'number' }),
	orderBy: ({ read }) => read(card),
	async run({ read, feishu, uuid }) {
		const card_id = read(card);
		const listed = read(elements);
		const body = addedElements(
			{ elements: listed, place: read(place), target: read(target) },
			{ elements: elements.label, target: target.label },
		);
		await new CardWriter(feishu, card_id, uuid).add(body);
		return { card_id, added: listed.length };
	},
});
