import type { JsonObject } from '../../../json';
import {
	filledList,
	oneOf,
	optionalText,
	partOf,
	requiredText,
	textsOf,
	type BuildContext,
	type Builder,
} from '../context';
import { around, callback, callbackValue, controlled } from '../parts';
import type { CardButton, DateKind, FormBlock, FormInput, InputKind } from '../types';
import { plain, requiredWords, wordsOf } from '../words';
import { buttonLook, sideBySide } from './buttons';
import { CHOICE_PLACEHOLDERS, multiSelect, personSelect, staticSelect, withoutFrame } from './choices';
import { datePicker, defaultPlaceholder } from './dates';
import { picturePicker } from './pictures';
import { labelElement } from './text';
import { textInput, type TextKind } from './texts';

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/containers/form-container */
export const form: Builder<FormBlock> = {
	name: 'Form',
	build(block, context) {
		if (!context.root)
			throw context.error('a form can stand only directly in the card', 'Take it out of the block around it');
		const name = requiredText(context, 'the name of the form', block.name).trim();
		const names = new Set([name]);
		let nameless = 0;
		const elements = filledList(context, 'Inputs', block.inputs).flatMap((input, index) => {
			if ('type' in input) return context.children([input], `Input ${index + 1}`, () => `${name}_button_${++nameless}`);
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

const textKind = (kind: TextKind): Kind => ({
	element: (context, input) => textInput(context, kind, input),
	labelled: true,
});

const pictureKind = (several: boolean): Kind => ({
	element: (context, input) => picturePicker(context, input, several),
});

const KINDS: { readonly [kind in InputKind]: Kind } = {
	text: textKind('text'),
	multiline: textKind('multiline'),
	password: textKind('password'),
	// The platform has no input for numbers.
	number: textKind('text'),
	select: {
		element: (context, input) => staticSelect(context, input.options, optionalText(input.initial)),
		placeholder: CHOICE_PLACEHOLDERS.one,
	},
	multiSelect: {
		element: (context, input) => multiSelect(context, input.options, textsOf(input.initial), false),
		placeholder: CHOICE_PLACEHOLDERS.one,
	},
	person: {
		element: (context, input) => personSelect(context, input.options, optionalText(input.initial)),
		placeholder: CHOICE_PLACEHOLDERS.person,
	},
	multiPerson: {
		element: (context, input) => multiSelect(context, input.options, textsOf(input.initial), true),
		placeholder: CHOICE_PLACEHOLDERS.people,
	},
	picture: pictureKind(false),
	multiPicture: pictureKind(true),
	date: dateKind('date'),
	time: dateKind('time'),
	datetime: dateKind('datetime'),
	checkbox: {
		element: (context, input) => {
			if (input.required) throw context.error("a checkbox can't be required", 'Use a select, or check the answer');
			return {
				tag: 'checker',
				checked: input.initial === true || input.initial === 'true',
				text: plain(requiredWords(context, 'the label', input.label)),
			};
		},
		labelled: true,
	},
};

/** What shows no words of its own before it is used. */
const WITHOUT_PLACEHOLDER: ReadonlySet<InputKind> = new Set(['checkbox', 'picture', 'multiPicture']);

function inputElements(context: BuildContext, input: FormInput, name: string): JsonObject[] {
	const kindName = oneOf(context, 'the kind', input.kind, Object.keys(KINDS) as InputKind[], 'text');
	const kind = KINDS[kindName];
	const { placeholder: _placeholder, width: _width, ...bare } = input;
	const element = {
		...kind.element(context, input),
		name,
		...withoutFrame(input.plain),
		...controlled(context, WITHOUT_PLACEHOLDER.has(kindName) ? bare : input, kind.placeholder),
		...(input.required && { required: true }),
	};
	const label = wordsOf(context, 'the label', input.label);
	if (kind.labelled || label.content === '') return [element];
	// A text input marks itself; all others are marked as it is.
	return [labelElement(plain(input.required ? marked(label) : label)), element];
}

function marked({ content, i18n_content: languages }: ReturnType<typeof wordsOf>) {
	return {
		content: `${content} *`,
		...(languages && {
			i18n_content: Object.fromEntries(Object.entries(languages).map(([language, text]) => [language, `${text} *`])),
		}),
	};
}

function formButtons(context: BuildContext, block: FormBlock, name: string): JsonObject[] {
	const submit = submitButton(context, block.submit ?? {}, `${name}_submit`);
	const { reset } = block;
	if (reset === undefined || reset === false || reset === '') return [submit];
	const resetText = requiredWords(context, 'the text of the reset button', reset === true ? 'Reset' : reset);
	return [
		sideBySide(
			[submit, { tag: 'button', text: plain(resetText), name: `${name}_reset`, form_action_type: 'reset' }],
			'flow',
		),
	];
}

function submitButton(context: BuildContext, button: CardButton, name: string): JsonObject {
	const look = buttonLook(
		context,
		wordsOf(context, 'the text of the submit button', button.text).content === '' && !button.icon
			? { ...button, text: 'Submit' }
			: button,
		'the submit button',
		'primary',
	);
	return {
		...look,
		name,
		form_action_type: 'submit',
		...(button.value !== undefined && { behaviors: [callback(callbackValue(context, button.value))] }),
		...around(context, button),
	};
}
