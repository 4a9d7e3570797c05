import type { FormInput } from '../../../../../feishu/im/card';
import { collectionField, fieldGroup, rowsField } from '../../../fields/nested';
import { choiceField, flagField, textField } from '../../../fields/plain';
import { shownFor } from '../../../operation/field';
import { splitList } from '../../../fields/values';
import { UPLOAD_IMAGE } from '../../upload';
import type { KeyOf } from '../mediaSource';
import type { Tools } from '../tools';
import { placeholder } from './answers';
import type { BlockKind, MakeBlock } from './block';
import { checkedProperties, properties } from './blockOptions';
import { callbackValue } from './buttons';
import { imageFrom } from './imageSource';
import { offeredField } from './objects';
import { imageList } from './shown';

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
		{ name: 'Password', value: 'password', description: 'What is entered stays hidden' },
		{ name: 'People', value: 'multiPerson', description: 'Several members of the chat' },
		{ name: 'Person', value: 'person', description: 'One member of the chat' },
		{ name: 'Picture', value: 'picture', description: 'One of several' },
		{ name: 'Pictures', value: 'multiPicture', description: 'Any of several' },
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

const WITH_SEVERAL = ['multiSelect', 'multiPerson'];
const WITH_PICTURES = ['picture', 'multiPicture'];

const shownPictures = shownFor(imageList, { inputKind: WITH_PICTURES });

const inputOptions = collectionField(
	{ displayName: 'Input Options', name: 'inputOptions', placeholder: 'Add option' },
	[
		textField({
			displayName: 'Initial Value',
			name: 'initial',
			placeholder: 'e.g. yes',
			description: 'What is chosen or entered at first',
		}),
		properties,
	],
);

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
	[inputLabel, inputName, kind, choices, shownPictures, placeholder, required, inputOptions],
);

const submitText = textField({
	displayName: 'Submit Label',
	name: 'submitText',
	default: 'Submit',
	placeholder: 'e.g. Send',
	description: 'What stands on the button that sends the form',
});

const resetText = textField({
	displayName: 'Reset Label',
	name: 'resetText',
	placeholder: 'e.g. Clear',
	description: 'Of a button that empties the form; none when empty',
});

export const form: BlockKind = {
	value: 'form',
	name: 'Form',
	description: 'Inputs that are sent to the app together',
	interactive: true,
	calls: [UPLOAD_IMAGE],
	field: () =>
		fieldGroup('form', [rows, submitText, resetText, callbackValue], ({ read, refuse, panel }): MakeBlock => {
			const inputs = read(rows).map(({ read: of, label, panel: row }): Asked => {
				const asked = of(kind);
				const { initial = '', properties: more = {} } = of(inputOptions);
				const input: FormInput = {
					kind: asked,
					name: of(inputName),
					label: of(inputLabel),
					placeholder: of(placeholder),
					required: of(required),
					...(WITH_CHOICES.includes(asked) && { options: of(choices) }),
					...(initial !== '' && { initial: WITH_SEVERAL.includes(asked) ? splitList(initial) : initial }),
					...checkedProperties<FormInput>('input', more, label(inputOptions)),
				};
				const from = WITH_PICTURES.includes(asked)
					? of(shownPictures).map((address) => imageFrom(row, label(shownPictures), address))
					: [];
				return { input, from };
			});
			if (inputs.length === 0) throw refuse(rows, 'is empty', 'Add at least one input');
			const submit = { text: read(submitText), value: read(callbackValue) };
			const reset = read(resetText);
			return async (tools) => ({
				type: 'form',
				name: formName(panel.place),
				inputs: await Promise.all(inputs.map(async (one) => await withPictures(one, tools))),
				submit,
				reset,
			});
		}),
};

/** An input, and where its pictures come from. */
interface Asked {
	input: FormInput;
	from: readonly KeyOf[];
}

async function withPictures({ input, from }: Asked, tools: Tools): Promise<FormInput> {
	if (from.length === 0) return input;
	const keys = await Promise.all(from.map(async (keyOf) => await keyOf(tools)));
	return { ...input, pictures: keys.map((imageKey) => ({ imageKey })) };
}

/** Unique in the card: by the number of the block. */
function formName(place: string): string {
	return `form_${/\d+/.exec(place)?.[0] ?? '1'}`;
}
