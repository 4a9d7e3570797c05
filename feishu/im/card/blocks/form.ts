import type { InputError } from '../../../input';
import type { JsonObject } from '../../../json';
import { BUTTON_STYLES } from '../colors';
import {
	callback,
	callbackValue,
	confirmation,
	filledList,
	LABEL_LIMIT,
	oneOf,
	optionalText,
	plainText,
	requiredText,
	within,
	type BuildContext,
	type Builder,
} from '../context';
import type { DateKind, FormBlock, FormInput, InputKind } from '../types';
import { sideBySide } from './buttons';
import { datePicker, defaultPlaceholder, multiSelect, personSelect, placeholderElement, staticSelect } from './choices';
import { labelText } from './text';

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/containers/form-container */
export const form: Builder<FormBlock> = {
	name: 'Form',
	build(block, context) {
		if (!context.root)
			throw context.error('a form can stand only directly in the card', 'Take it out of the block around it');
		const name = requiredText(context, 'the name of the form', block.name).trim();
		const inputs = filledList(context, 'Inputs', block.inputs);
		const names = new Set([name]);
		const elements = inputs.flatMap((input, index) => {
			const at = partOf(context, `input ${index + 1}`);
			const inputName = requiredText(at, 'the name', input.name).trim();
			if (names.has(inputName))
				throw at.error(`the name '${inputName}' is used twice`, 'Names must differ in the whole card');
			names.add(inputName);
			return inputElements(at, input, inputName);
		});
		return [{ tag: 'form', name, elements: [...elements, ...formButtons(context, block, name)] }];
	},
};

interface Kind {
	element(context: BuildContext, input: FormInput): JsonObject;
	placeholder?: string;
	/** Whether the component shows its own label. */
	labelled?: boolean;
}

const dateKind = (kind: DateKind): Kind => ({
	element: (context, input) => datePicker(context, kind, optionalText(input.initial)),
	placeholder: defaultPlaceholder(kind),
});

const textKind = (inputType: string): Kind => ({
	element: (context, input) => {
		const initial = optionalText(input.initial);
		return {
			tag: 'input',
			input_type: inputType,
			...(initial !== '' && { default_value: initial }),
			...(input.maxLength !== undefined && { max_length: within(context, 'the length', input.maxLength, 1, 1000) }),
			...(optionalText(input.label) !== '' && { label: plainText(optionalText(input.label)) }),
		};
	},
	labelled: true,
});

const KINDS: { readonly [kind in InputKind]: Kind } = {
	text: textKind('text'),
	multiline: textKind('multiline_text'),
	password: textKind('password'),
	// The platform has no input for numbers.
	number: textKind('text'),
	select: {
		element: (context, input) => staticSelect(context, input.options, optionalText(input.initial)),
		placeholder: 'Select',
	},
	multiSelect: {
		element: (context, input) => multiSelect(context, input.options, texts(input.initial), false),
		placeholder: 'Select',
	},
	person: {
		element: (context, input) => personSelect(context, input.options, optionalText(input.initial)),
		placeholder: 'Select a person',
	},
	multiPerson: {
		element: (context, input) => multiSelect(context, input.options, texts(input.initial), true),
		placeholder: 'Select people',
	},
	date: dateKind('date'),
	time: dateKind('time'),
	datetime: dateKind('datetime'),
	checkbox: {
		element: (context, input) => {
			if (input.required) throw context.error("a checkbox can't be required", 'Use a select, or check the answer');
			return {
				tag: 'checker',
				checked: input.initial === true || input.initial === 'true',
				text: plainText(requiredText(context, 'the label', input.label)),
			};
		},
		labelled: true,
	},
};

function inputElements(context: BuildContext, input: FormInput, name: string): JsonObject[] {
	const kind = KINDS[oneOf(context, 'the kind', input.kind, Object.keys(KINDS) as InputKind[], 'text')];
	const label = optionalText(input.label);
	const placeholder = optionalText(input.placeholder) || (kind.placeholder ?? '');
	const element = {
		...kind.element(context, input),
		name,
		...(placeholder !== '' && input.kind !== 'checkbox' && placeholderElement(context, placeholder, '')),
		...(input.required && { required: true }),
	};
	// A text input marks itself; all others are marked as it is.
	return kind.labelled || label === '' ? [element] : [labelText(input.required ? `${label} *` : label), element];
}

function formButtons(context: BuildContext, block: FormBlock, name: string): JsonObject[] {
	const { text, style, value, confirm } = block.submit ?? {};
	const submit = {
		...button(context, optionalText(text) || 'Submit', `${name}_submit`, 'submit'),
		type: oneOf(context, 'the style of the submit button', style, BUTTON_STYLES, 'primary'),
		...(value !== undefined && { behaviors: [callback(callbackValue(context, value))] }),
		...confirmation(context, confirm),
	};
	if (!block.reset) return [submit];
	const resetText = block.reset === true ? 'Reset' : block.reset;
	return [sideBySide([submit, button(context, resetText, `${name}_reset`, 'reset')], 'flow')];
}

function button(context: BuildContext, text: string, name: string, action: 'submit' | 'reset'): JsonObject {
	return {
		tag: 'button',
		text: plainText(requiredText(context, `the text of the ${action} button`, text, LABEL_LIMIT)),
		name,
		form_action_type: action,
	};
}

function partOf(context: BuildContext, part: string): BuildContext {
	return {
		...context,
		error: (message: string, advice?: string): InputError => context.error(`${part}: ${message}`, advice),
	};
}

/** Several values, from a list or from texts between commas. */
function texts(value: unknown): string[] {
	const list: unknown[] = Array.isArray(value) ? value : optionalText(value).split(',');
	return list.map((one) => optionalText(one).trim()).filter((one) => one !== '');
}
