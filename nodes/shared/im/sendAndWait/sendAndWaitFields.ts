import { sendToFieldsOld } from '../sendTo';
import { userFieldOld } from '../../contact/user';
import type { Field } from '../../operation/operation';

const whenApproval = { show: { responseType: ['approval'] } };
const whenDouble = { show: { approvalType: ['double'] } };

// The names message, responseType, approvalOptions and options are n8n's own: it makes a tool that asks people from them.
/** The fields of Send and Wait for Response. */
export function sendAndWaitFields(): Field[] {
	return [
		...sendToFieldsOld('Whether a group or one person is asked'),
		{
			displayName: 'Title',
			name: 'subject',
			type: 'string',
			default: '',
			placeholder: 'e.g. Approval required',
			description: 'Shown in the header; without it the card has none',
		},
		{
			displayName: 'Message',
			name: 'message',
			type: 'string',
			typeOptions: { rows: 4 },
			required: true,
			default: '',
			placeholder: 'e.g. **Anna** wants 3 days off',
			description: 'What is asked, in Markdown',
		},
		{
			displayName: 'Response Type',
			name: 'responseType',
			type: 'options',
			options: [
				{ name: 'Approval', value: 'approval', description: 'One button or two' },
				{ name: 'Custom Form', value: 'customForm', description: 'Several inputs' },
				{ name: 'Free Text', value: 'freeText', description: 'A text of any length' },
			],
			default: 'approval',
			description: 'How people answer',
		},
		{
			displayName: 'Answer In',
			name: 'answerIn',
			type: 'options',
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
		},
		formFieldsField,
		approvalOptionsField,
		optionsField,
	];
}

const WITH_CHOICES = ['select', 'multiSelect'];

const formFieldsField: Field = {
	displayName: 'Form Fields',
	name: 'formFields',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Form Field',
	default: {},
	description: 'What is asked for, in this order',
	options: [
		{
			displayName: 'Field',
			name: 'values',
			values: [
				{
					displayName: 'Choices',
					name: 'choices',
					type: 'string',
					typeOptions: { rows: 2 },
					default: '',
					placeholder: 'e.g. Yes, No',
					description: 'One a line or separated by commas',
					displayOptions: { show: { fieldType: WITH_CHOICES } },
				},
				{
					displayName: 'Label',
					name: 'fieldLabel',
					type: 'string',
					default: '',
					placeholder: 'e.g. Reason',
					description: 'Under which data holds the answer too',
				},
				{
					displayName: 'Required',
					name: 'requiredField',
					type: 'boolean',
					default: false,
					description: 'Whether it must be filled in',
				},
				{
					displayName: 'Type',
					name: 'fieldType',
					type: 'options',
					options: [
						{ name: 'Checkbox', value: 'checkbox', description: 'Yes or no' },
						{ name: 'Date', value: 'date', description: 'A day' },
						{ name: 'Multiple Choice', value: 'multiSelect', description: 'Several of the choices' },
						{ name: 'Person', value: 'person', description: 'A member of the chat; in the card only' },
						{ name: 'Select', value: 'select', description: 'One of the choices' },
						{ name: 'Text', value: 'text', description: 'One line' },
						{ name: 'Text Area', value: 'multiline', description: 'Several lines' },
					],
					default: 'text',
					description: 'What kind of answer it takes',
				},
			],
		},
	],
	displayOptions: { show: { responseType: ['customForm'] } },
};

const styleField = (which: 'Approve' | 'Disapprove', value: string): Field => ({
	displayName: `${which} Button Style`,
	name: which === 'Approve' ? 'buttonApprovalStyle' : 'buttonDisapprovalStyle',
	type: 'options',
	options: [
		{ name: 'Danger', value: 'danger', description: 'Red' },
		{ name: 'Primary', value: 'primary', description: 'Blue' },
		{ name: 'Secondary', value: 'secondary', description: 'Plain' },
	],
	default: value,
	description: 'The color of the button',
	...(which === 'Disapprove' && { displayOptions: whenDouble }),
});

const approvalOptionsField: Field = {
	displayName: 'Approval Options',
	name: 'approvalOptions',
	type: 'fixedCollection',
	placeholder: 'Add option',
	default: {},
	description: 'Which buttons there are',
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: 'Type of Approval',
					name: 'approvalType',
					type: 'options',
					options: [
						{ name: 'Approve and Disapprove', value: 'double', description: 'Two buttons' },
						{ name: 'Approve Only', value: 'single', description: 'One button' },
					],
					default: 'single',
					description: 'Which answers there are',
				},
				{
					displayName: 'Approve Button Label',
					name: 'approveLabel',
					type: 'string',
					default: 'Approve',
					description: 'Words on the button',
				},
				styleField('Approve', 'primary'),
				{
					displayName: 'Disapprove Button Label',
					name: 'disapproveLabel',
					type: 'string',
					default: 'Decline',
					description: 'Words on the button',
					displayOptions: whenDouble,
				},
				styleField('Disapprove', 'secondary'),
			],
		},
	],
	displayOptions: whenApproval,
};

const limitFields: Field[] = [
	{
		displayName: 'Amount',
		name: 'resumeAmount',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 45,
		description: 'How long to wait',
	},
	{
		displayName: 'Max Date and Time',
		name: 'maxDateAndTime',
		type: 'dateTime',
		default: '',
		description: 'The end of the wait, in place of an amount',
	},
	{
		displayName: 'Unit',
		name: 'resumeUnit',
		type: 'options',
		options: [
			{ name: 'Days', value: 'days', description: '24 hours each' },
			{ name: 'Hours', value: 'hours', description: '60 minutes each' },
			{ name: 'Minutes', value: 'minutes', description: '60 seconds each' },
		],
		default: 'minutes',
		description: 'Of the amount',
	},
];

/** In the mode By ID an e-mail address will do as well. */
const { required: _required, ...approverField } = userFieldOld({
	description: 'Somebody who may answer',
	modes: userFieldOld()
		.modes?.filter(({ name }) => name === 'list' || name === 'id')
		.map(({ hint: _hint, ...mode }) => mode),
});

const optionsField: Field = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Approvers',
			name: 'approvers',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Approver',
			default: {},
			description: 'Who may answer in the card; everybody who sees it if nobody is named',
			options: [{ displayName: 'Person', name: 'person', values: [approverField] }],
		},
		{
			displayName: 'Include Link to Workflow',
			name: 'includeLinkToWorkflow',
			type: 'boolean',
			default: false,
			description: 'Whether to append a link to this workflow',
		},
		{
			displayName: 'Limit Wait Time',
			name: 'limitWaitTime',
			type: 'fixedCollection',
			default: { values: { resumeAmount: 45, resumeUnit: 'minutes' } },
			description: 'After it the workflow goes on with the input, without data',
			options: [{ displayName: 'Values', name: 'values', values: limitFields }],
		},
		{
			displayName: 'Submit Label',
			name: 'submitLabel',
			type: 'string',
			default: 'Submit',
			description: 'Words on the button of a text or form',
		},
	],
};
