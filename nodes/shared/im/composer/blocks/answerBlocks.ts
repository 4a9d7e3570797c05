import type { DateKind, FormInput } from '../../../../../feishu/im/card';
import { InputError } from '../../../../../feishu/input';
import type { JsonObject } from '../../../../../feishu/json';
import type { Field } from '../../../operation/operation';
import type { Params } from '../../../operation/params';
import type { BlockKind } from './block';
import { callbackValueField } from './buttons';
import { readOptions } from './objects';

const optionsField: Field = {
	displayName: 'Choices',
	name: 'choices',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	placeholder: 'e.g. Approve = yes, Reject = no',
	description: 'One a line or separated by commas; what stands behind = is what the callback carries',
};

const placeholderField: Field = {
	displayName: 'Placeholder',
	name: 'placeholder',
	type: 'string',
	default: '',
	placeholder: 'e.g. Choose one',
	description: 'What is shown before something is chosen or entered',
};

export const select: BlockKind = {
	value: 'select',
	name: 'Select',
	description: 'A menu; the app is told of the choice at once',
	interactive: true,
	fields: () => [
		{
			displayName: 'Choose From',
			name: 'selectFrom',
			type: 'options',
			options: [
				{ name: 'Choices', value: 'choices', description: 'What is listed here' },
				{ name: 'People', value: 'people', description: 'The members of the chat' },
			],
			default: 'choices',
			description: 'What the menu offers',
		},
		{ ...optionsField, required: true, displayOptions: { show: { selectFrom: ['choices'] } } },
		placeholderField,
		callbackValueField,
	],
	read(row) {
		const people = row.choice('selectFrom') === 'people';
		return {
			type: 'select',
			people,
			...(!people && { options: readOptions(row, 'choices') }),
			placeholder: row.optionalText('placeholder'),
			value: row.jsonObject('callbackValue') as JsonObject,
		};
	},
};

export const datePicker: BlockKind = {
	value: 'date',
	name: 'Date Picker',
	description: 'A date or time; the app is told of it at once',
	interactive: true,
	fields: () => [
		{
			displayName: 'Pick',
			name: 'datePick',
			type: 'options',
			options: [
				{ name: 'Date', value: 'date', description: 'A day' },
				{ name: 'Date and Time', value: 'datetime', description: 'A moment' },
				{ name: 'Time', value: 'time', description: 'A time of the day' },
			],
			default: 'date',
			description: 'What is picked',
		},
		placeholderField,
		callbackValueField,
	],
	read: (row) => ({
		type: 'date',
		kind: row.choice<DateKind>('datePick'),
		placeholder: row.optionalText('placeholder'),
		value: row.jsonObject('callbackValue') as JsonObject,
	}),
};

const WITH_CHOICES = ['select', 'multiSelect'];

export const form: BlockKind = {
	value: 'form',
	name: 'Form',
	description: 'Inputs that are sent to the app together',
	interactive: true,
	fields: () => [
		{
			displayName: 'Inputs',
			name: 'inputs',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add Input',
			default: {},
			description: 'What the form asks for, in this order',
			options: [
				{
					displayName: 'Input',
					name: 'input',
					values: [
						{
							displayName: 'Label',
							name: 'inputLabel',
							type: 'string',
							default: '',
							placeholder: 'e.g. Reason',
							description: 'What stands beside the input',
						},
						{
							displayName: 'Name',
							name: 'inputName',
							type: 'string',
							required: true,
							default: '',
							placeholder: 'e.g. reason',
							description: 'Under which the callback holds the answer; each name once',
						},
						{
							displayName: 'Type',
							name: 'inputKind',
							type: 'options',
							options: [
								{ name: 'Checkbox', value: 'checkbox', description: 'Yes or no' },
								{ name: 'Date', value: 'date', description: 'A day' },
								{ name: 'Date and Time', value: 'datetime', description: 'A moment' },
								{ name: 'Multiple Choice', value: 'multiSelect', description: 'Several of the choices' },
								{ name: 'People', value: 'multiPerson', description: 'Several members of the chat' },
								{ name: 'Person', value: 'person', description: 'One member of the chat' },
								{ name: 'Select', value: 'select', description: 'One of the choices' },
								{ name: 'Text', value: 'text', description: 'One line' },
								{ name: 'Text Area', value: 'multiline', description: 'Several lines' },
								{ name: 'Time', value: 'time', description: 'A time of the day' },
							],
							default: 'text',
							description: 'What is asked for',
						},
						{ ...optionsField, displayOptions: { show: { inputKind: WITH_CHOICES } } },
						placeholderField,
						{
							displayName: 'Required',
							name: 'required',
							type: 'boolean',
							default: false,
							description: 'Whether the form can only be sent with an answer',
						},
					],
				},
			],
		},
		{
			displayName: 'Submit Label',
			name: 'submitText',
			type: 'string',
			default: 'Submit',
			placeholder: 'e.g. Send',
			description: 'What stands on the button that sends the form',
		},
		callbackValueField,
	],
	read(row) {
		const rows = row.rowParams('inputs', 'input', (_, index) => `Input ${index + 1}`);
		const field = row.label('inputs');
		if (rows.length === 0) throw new InputError(field, `The field '${field}' is empty`, 'Add at least one input');
		return {
			type: 'form',
			name: formName(row),
			inputs: rows.map(readInput),
			submit: { text: row.optionalText('submitText'), value: row.jsonObject('callbackValue') as JsonObject },
		};
	},
};

function readInput(input: Params): FormInput {
	const kind = input.choice<FormInput['kind']>('inputKind');
	return {
		kind,
		name: input.text('inputName'),
		label: input.optionalText('inputLabel'),
		placeholder: input.optionalText('placeholder'),
		required: input.flag('required'),
		...(WITH_CHOICES.includes(kind) && { options: readOptions(input, 'choices') }),
	};
}

/** Unique in the card: by the number of the block. */
function formName(row: Params): string {
	return `form_${/\d+/.exec(row.place)?.[0] ?? '1'}`;
}
