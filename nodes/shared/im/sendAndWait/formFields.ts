import { InputError } from '../../../../feishu/input';
import { rowsField } from '../../fields/nested';
import { choiceField, flagField, listField, textField } from '../../fields/plain';
import { complaint, empty, mappedField, shownFor } from '../../operation/field';
import type { Input } from './inputs';

const choices = shownFor(
	listField({
		displayName: 'Choices',
		name: 'choices',
		typeOptions: { rows: 2 },
		placeholder: 'e.g. Yes, No',
		description: 'One a line or separated by commas',
	}),
	{ fieldType: ['select', 'multiSelect'] },
);

const labelField = textField({
	displayName: 'Label',
	name: 'fieldLabel',
	placeholder: 'e.g. Reason',
	description: 'Under which data holds the answer too',
});

const required = flagField({
	displayName: 'Required',
	name: 'requiredField',
	default: false,
	description: 'Whether it must be filled in',
});

const type = choiceField({
	displayName: 'Type',
	name: 'fieldType',
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
});

const rows = rowsField(
	{
		displayName: 'Form Fields',
		name: 'formFields',
		groupKey: 'values',
		groupName: 'Field',
		typeOptions: { sortable: true },
		placeholder: 'Add Form Field',
		description: 'What is asked for, in this order',
		displayOptions: { show: { responseType: ['customForm'] } },
	},
	[choices, labelField, required, type],
);

/**
 * The inputs of a form. Answers stand under their labels, as n8n has it, and labels may be in any script, which names may
 * not. Gives what checks them for where they are shown. @throws InputError about a label or choices
 */
export const formFieldsField = mappedField(rows, (found, label) => {
	if (found.length === 0) throw complaint(label, 'is empty', 'Add at least one form field');
	const seen = new Set<string>();
	const inputs = found.map(({ read, ...row }, index): Input => {
		const kind = read(type);
		const words = read(labelField);
		if (words === '') throw empty(row.label(labelField));
		if (seen.has(words))
			throw new InputError(row.label(labelField), `The label '${words}' is used twice`, 'Labels must differ');
		seen.add(words);
		const offered = kind === 'select' || kind === 'multiSelect' ? read(choices) : undefined;
		if (offered?.length === 0) throw empty(row.label(choices));
		return {
			kind,
			name: `field_${index}`,
			label: words,
			required: read(required) && kind !== 'checkbox',
			...(offered && { options: offered.map((one) => ({ text: one, value: one })) }),
		};
	});
	return {
		inputs,
		/** n8n's page knows nobody to choose from. @param field the panel's name of where people answer */
		refusePersons(field: string): void {
			const index = inputs.findIndex(({ kind }) => kind === 'person');
			const row = found[index];
			if (!row) return;
			throw row.refuse(
				type,
				"can't be Person in a form by link",
				`People can be chosen in the chat only: set '${field}' to Card, or ask for a text`,
			);
		},
	};
});
