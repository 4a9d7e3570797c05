/** The fields of Send and Wait for Response. The names message, responseType, approvalOptions and options are n8n's own: it makes a tool that asks people from them. */
import { optionalUserField } from '../../contact/person';
import { SeveralPeople } from '../../contact/severalPeople';
import { collectionField, rowsField } from '../../fields/nested';
import { choiceField, flagField, noticeField, rawTextField, textField } from '../../fields/plain';
import { complaint, mappedField, reworded, shownFor } from '../../operation/field';
import { linkToWorkflow } from '../composer/attribution';
import { sendToField } from '../receiver';
import { limitField } from './limit';

export { approvalOptionsField } from './approvalOptions';
export { formFieldsField } from './formFields';

export const askedField = sendToField('Whether a group or one person is asked');

export const titleField = textField({
	displayName: 'Title',
	name: 'subject',
	placeholder: 'e.g. Approval required',
	description: 'Shown in the header; without it the card has none',
});

export const messageField = rawTextField({
	displayName: 'Message',
	name: 'message',
	typeOptions: { rows: 4 },
	required: true,
	placeholder: 'e.g. **Anna** wants 3 days off',
	description: 'What is asked, in Markdown',
});

export const responseTypeField = choiceField({
	displayName: 'Response Type',
	name: 'responseType',
	options: [
		{ name: 'Approval', value: 'approval', description: 'One button or two' },
		{ name: 'Custom Form', value: 'customForm', description: 'Several inputs' },
		{ name: 'Free Text', value: 'freeText', description: 'A text of any length' },
	],
	default: 'approval',
	description: 'How people answer',
});

export const answerInField = choiceField({
	displayName: 'Answer In',
	name: 'answerIn',
	options: [
		{
			name: 'Card',
			value: 'card',
			description:
				'In the chat, known by name. Needs an active Feishu Trigger or Feishu Webhook Trigger of the same app; clicks reach it as the callback card.action.trigger.',
		},
		{
			name: 'Link',
			value: 'link',
			description: 'On a page of this n8n, which must be open to the browser; nobody knows who answers',
		},
	],
	default: 'card',
	description: 'Where people answer',
});

export const triggerNotice = shownFor(
	noticeField(
		'triggerNotice',
		'Answers in the card reach n8n through an active Feishu Trigger or Feishu Webhook Trigger of the same app, whatever its events: publish one before you ask.',
	),
	{ answerIn: ['card'] },
);

const listensElsewhere = shownFor(
	flagField({
		displayName: 'Trigger Listens Elsewhere',
		name: 'listensElsewhere',
		default: false,
		description:
			'Whether a trigger of this app is active in another n8n, so that this one needs none. Over a long connection it is found by itself.',
	}),
	{ '/answerIn': ['card'] },
);

/** In the mode By ID an e-mail address will do as well, which says so. */
const ALL_WAYS = optionalUserField({ description: 'Somebody who may answer' });
const approver = {
	...ALL_WAYS,
	properties: ALL_WAYS.properties.map((property) => ({
		...property,
		modes: property.modes
			?.filter(({ name }) => name === 'list' || name === 'id')
			.map((mode) => (mode.name === 'id' ? { ...mode, hint: 'An e-mail address, or any kind of ID' } : mode)),
	})),
};

const approvers = mappedField(
	rowsField(
		{
			displayName: 'Approvers',
			name: 'approvers',
			groupKey: 'person',
			groupName: 'Person',
			placeholder: 'Add Approver',
			description: 'Who may answer in the card; everybody who sees it if nobody is named',
		},
		[approver],
	),
	(rows, label) => {
		const ids = rows.map(({ read }) => {
			const person = read(approver);
			if (person) return person.reference.id;
			throw complaint(label, 'has a row without a person', 'Choose a person, or remove the row');
		});
		return new SeveralPeople([...new Set(ids)], label);
	},
);

const submitLabel = shownFor(
	textField({
		displayName: 'Submit Label',
		name: 'submitLabel',
		default: 'Submit',
		description: 'Words on the button of a text or form',
	}),
	{ '/responseType': ['customForm', 'freeText'] },
);

export const optionsField = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	approvers,
	reworded(linkToWorkflow, { description: 'Whether to append a link to this workflow' }),
	limitField,
	listensElsewhere,
	submitLabel,
]);
