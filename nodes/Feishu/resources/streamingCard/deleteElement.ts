import { CARDKIT_SCOPES } from '../../../../feishu/im/cardkit';
import { checkElementId, DELETE_ELEMENT } from '../../../../feishu/im/cardkitElements';
import { textField } from '../../../shared/fields/plain';
import { CardWriter } from '../../../shared/im/streaming/streamCard';
import { mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { cardIdField } from './fields';

const card = cardIdField();

const element = mappedField(
	textField({
		displayName: 'Element ID',
		name: 'deletedElementId',
		required: true,
		placeholder: 'e.g. more',
		description: 'The element_id of what goes away',
	}),
	(id, label) => {
		checkElementId(id, label);
		return id;
	},
);

export const deleteElement = defineOperation({
	value: 'deleteElement',
	name: 'Delete Element',
	action: 'Delete an element of a streaming card',
	description: 'Take one element out of a card',
	endpoint: DELETE_ELEMENT,
	scopes: CARDKIT_SCOPES,
	identity: 'app',
	fields: [card, element],
	output: doneOutput('deleted', 'card_id', 'element_id'),
	orderBy: ({ read }) => read(card),
	async run({ read, feishu, uuid }) {
		const card_id = read(card);
		const element_id = read(element);
		await new CardWriter(feishu, card_id, uuid, element_id).remove();
		return { deleted: true, card_id, element_id };
	},
});
