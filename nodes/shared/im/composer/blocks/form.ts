import type { FormInput } from '../../../../../feishu/im/card';
import { fieldGroup, rowsField } from '../../../fields/nested';
import { choiceField, flagField, textField } from '../../../fields/plain';
import { shownFor } from '../../../operation/field';
import { placeholder } from './answers';
import type { BlockKind, MakeBlock } from './block';
import { callbackValue } from './buttons';
import { offeredField } from './objects';

const inputLabel = textField({
	displayName: 'Label',
	name: 'inputLabel',
	placeholder: 'e.g. Reason',
	description: 'What stands beside the input',
});

const inputName = textField({
	displayName: 'Name',
	name: 'inputName',
	required: true,
	placeholder: 'e.g. reason',
	description: 'Under which the callback holds the answer; each name once',
});

const kind = choiceField({
	displayName: 'Type',
	name: 'inputKind',
	options: [
		{ name: 'Checkbox', value: 'checkbox', description: 'Yes or no' },
		{ name: 'Date', value: 'date' },
		{ name: 'Date and Time', value: 'datetime' },
		{ name: 'Multiple Choice', value: 'multiSelect', description: 'Several of the choices' },
		{ name: 'People', value: 'multiPerson', description: 'Several members of the chat' },
		{ name: 'Person', value: 'person', description: 'One member of the chat' },
		{ name: 'Select', value: 'select', description: 'One of the choices' },
		{ name: 'Text', value: 'text', description: 'One line' },
		{ name: 'Text Area', value: 'multiline', description: 'Several lines' },
		{ name: 'Time', value: 'time' },
	],
	default: 'text',
	description: 'What is asked for',
});

const WITH_CHOICES = ['select', 'multiSelect'];

const choices = shownFor(offeredField(), { inputKind: WITH_CHOICES });

const required = flagField({
	displayName: 'Required',
	name: 'required',
	default: false,
	description: 'Whether the form can only be sent with an answer',
});

const rows = rowsField(
	{
		displayName: 'Inputs',
		name: 'inputs',
		groupKey: 'input',
		groupName: 'Input',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Input',
		description: 'What the form asks for, in this order',
	},
	[inputLabel, inputName, kind, choices, placeholder, required],
);

const submitText = textField({
	displayName: 'Submit Label',
	name: 'submitText',
	default: 'Submit',
	placeholder: 'e.g. Send',
	description: 'What stands on the button that sends the form',
});

export const form: BlockKind = {
	value: 'form',
	name: 'Form',
	description: 'Inputs that are sent to the app together',
	interactive: true,
	field: () =>
		fieldGroup('form', [rows, submitText, callbackValue], ({ read, refuse, panel }): MakeBlock => {
			const inputs = read(rows).map(({ read: of }): FormInput => {
				const asked = of(kind);
				return {
					kind: asked,
					name: of(inputName),
					label: of(inputLabel),
					placeholder: of(placeholder),
					required: of(required),
					...(WITH_CHOICES.includes(asked) && { options: of(choices) }),
				};
			});
			if (inputs.length === 0) throw refuse(rows, 'is empty', 'Add at least one input');
			const submit = { text: read(submitText), value: read(callbackValue) };
			return () => ({ type: 'form', name: formName(panel.place), inputs, submit });
		}),
};

/** Unique in the card: by the number of the block. */
function formName(place: string): string {
	return `form_${/\d+/.exec(place)?.[0] ?? '1'}`;
}
