/** Selects and date pickers, as blocks of their own and as inputs of a form. */
import type { JsonObject } from '../../../json';
import {
	callback,
	callbackValue,
	checkLength,
	LABEL_LIMIT,
	oneOf,
	optionalText,
	plainText,
	requiredText,
	type BuildContext,
	type Builder,
} from '../context';
import type { Choice, DateBlock, DateKind, SelectBlock } from '../types';

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/single-select-dropdown-menu */
export const select: Builder<SelectBlock> = {
	name: 'Select',
	build(block, context) {
		if (block.multiple)
			throw context.error('a select for several values works in a form only', 'Make it an input of a Form block');
		const element = block.people
			? personSelect(context, block.options, optionalText(block.initial))
			: staticSelect(context, block.options, optionalText(block.initial));
		return [{ ...element, ...common(context, block, block.people ? 'Select a person' : 'Select') }];
	},
};

export const date: Builder<DateBlock> = {
	name: 'Date',
	build(block, context) {
		const kind = oneOf(context, 'the kind', block.kind, DATE_KINDS, 'date');
		const element = datePicker(context, kind, optionalText(block.initial));
		return [{ ...element, ...common(context, block, DATES[kind].placeholder) }];
	},
};

export function staticSelect(
	context: BuildContext,
	options: readonly Choice[] | undefined,
	initial: string,
): JsonObject {
	const choices = readChoices(context, options);
	if (choices.length === 0) throw context.error('there are no options');
	const index = choices.findIndex(({ value }) => value === initial);
	if (initial !== '' && index < 0) throw context.error(`the initial value '${initial}' is none of the options`);
	return {
		tag: 'select_static',
		options: choices.map(optionElement),
		// Counted from 1; `initial_option` goes by what is shown.
		...(index >= 0 && { initial_index: index + 1 }),
	};
}

/** Without options, the platform offers everybody in the chat. */
export function personSelect(
	context: BuildContext,
	options: readonly Choice[] | undefined,
	initial: string,
): JsonObject {
	return {
		tag: 'select_person',
		options: readChoices(context, options).map(({ value }) => ({ value })),
		...(initial !== '' && { initial_option: initial }),
	};
}

/** For forms only. */
export function multiSelect(
	context: BuildContext,
	options: readonly Choice[] | undefined,
	initial: readonly string[],
	ofPeople: boolean,
): JsonObject {
	const choices = readChoices(context, options);
	if (!ofPeople && choices.length === 0) throw context.error('there are no options');
	const unknown = ofPeople ? undefined : initial.find((one) => !choices.some(({ value }) => value === one));
	if (unknown !== undefined) throw context.error(`the initial value '${unknown}' is none of the options`);
	return {
		tag: ofPeople ? 'multi_select_person' : 'multi_select_static',
		options: ofPeople ? choices.map(({ value }) => ({ value })) : choices.map(optionElement),
		...(initial.length > 0 && { selected_values: [...initial] }),
	};
}

interface DateFacts {
	tag: string;
	initial: string;
	placeholder: string;
	/** What is taken of a longer ISO text, whose clock counts as it stands. */
	pattern: RegExp;
	example: string;
}

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/date-time-picker */
const DATES: { readonly [kind in DateKind]: DateFacts } = {
	date: {
		tag: 'date_picker',
		initial: 'initial_date',
		placeholder: 'Select a date',
		pattern: /^\d{4}-\d{2}-\d{2}(?=$|[T ])/,
		example: '2024-01-31',
	},
	time: {
		tag: 'picker_time',
		initial: 'initial_time',
		placeholder: 'Select a time',
		pattern: /(?<=^|^\d{4}-\d{2}-\d{2}[T ])\d{2}:\d{2}/,
		example: '11:30',
	},
	datetime: {
		tag: 'picker_datetime',
		initial: 'initial_datetime',
		placeholder: 'Select a date and time',
		pattern: /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/,
		example: '2024-01-31 11:30',
	},
};
const DATE_KINDS = Object.keys(DATES) as DateKind[];

export function datePicker(context: BuildContext, kind: DateKind, initial: string): JsonObject {
	const { tag, initial: property, pattern, example } = DATES[kind];
	if (initial === '') return { tag };
	const found = pattern.exec(initial)?.[0];
	if (found === undefined)
		throw context.error(`the initial value '${initial}' is no ${kind}`, `For example ${example}`);
	return { tag, [property]: found.replace('T', ' ') };
}

export function defaultPlaceholder(kind: DateKind): string {
	return DATES[kind].placeholder;
}

export function placeholderElement(context: BuildContext, value: unknown, fallback: string): JsonObject {
	const text = optionalText(value) || fallback;
	checkLength(context, 'the placeholder', text, LABEL_LIMIT);
	return { placeholder: plainText(text) };
}

function common(context: BuildContext, block: SelectBlock | DateBlock, fallback: string): JsonObject {
	const name = optionalText(block.name);
	return {
		...(name !== '' && { name }),
		...placeholderElement(context, block.placeholder, fallback),
		behaviors: [callback(callbackValue(context, block.value))],
	};
}

/** @throws InputError when a value occurs twice: the clients would not tell which was chosen */
function readChoices(context: BuildContext, options: readonly Choice[] | undefined): Choice[] {
	const seen = new Set<string>();
	return (options ?? []).map((option, index) => {
		const value = requiredText(context, `the value of option ${index + 1}`, option.value);
		if (seen.has(value)) throw context.error(`the value '${value}' belongs to two options`, 'Values must differ');
		seen.add(value);
		return { value, text: optionalText(option.text) || value };
	});
}

function optionElement({ text, value }: Choice): JsonObject {
	return { text: plainText(text), value };
}
