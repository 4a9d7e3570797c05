/** Selects, as blocks of their own and as inputs of a form. */
import type { JsonObject } from '../../../json';
import { given, optionalText, requiredText, textsOf, type BuildContext, type Builder } from '../context';
import { answering, controlled, iconOf } from '../parts';
import type { Choice, SelectBlock } from '../types';
import { plain, wordsOf } from '../words';

export const CHOICE_PLACEHOLDERS = { one: 'Select', person: 'Select a person', people: 'Select people' } as const;

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/single-select-dropdown-menu */
export const select: Builder<SelectBlock> = {
	name: 'Select',
	build(block, context) {
		const { people = false, multiple = false, options, initial } = block;
		if (multiple && !context.nameless)
			throw context.error('a select for several values works in a form only', 'Make it an input of a Form block');
		const placeholder = CHOICE_PLACEHOLDERS[people ? (multiple ? 'people' : 'person') : 'one'];
		return [
			{
				...(multiple
					? multiSelect(context, options, textsOf(initial), people)
					: (people ? personSelect : staticSelect)(context, options, optionalText(initial))),
				...given('name', optionalText(block.name)),
				...withoutFrame(block.plain),
				...controlled(context, block, placeholder),
				...answering(context, block.value),
			},
		];
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
		options: choices,
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
		options: readPeople(context, options, initial === '' ? [] : [initial]),
		...given('initial_option', initial),
	};
}

/** For forms only. */
export function multiSelect(
	context: BuildContext,
	options: readonly Choice[] | undefined,
	initial: readonly string[],
	ofPeople: boolean,
): JsonObject {
	const choices = ofPeople ? readPeople(context, options, initial) : readChoices(context, options);
	if (!ofPeople && choices.length === 0) throw context.error('there are no options');
	const unknown = initial.find((one) => !choices.some(({ value }) => value === one));
	if (unknown !== undefined) throw context.error(`the initial value '${unknown}' is none of the options`);
	return {
		tag: ofPeople ? 'multi_select_person' : 'multi_select_static',
		options: choices,
		...(initial.length > 0 && { selected_values: [...initial] }),
	};
}

export function withoutFrame(plainly: boolean | undefined): JsonObject {
	return plainly ? { type: 'text' } : {};
}

/** The platform chooses nobody beforehand who is not among the options, without a word. */
function readPeople(
	context: BuildContext,
	options: readonly Choice[] | undefined,
	initial: readonly string[],
): JsonObject[] {
	const people = readChoices(context, options).map(({ value }) => ({ value }));
	const unknown = initial.find((one) => !people.some(({ value }) => value === one));
	if (unknown === undefined) return people;
	throw context.error(
		`the initial value '${unknown}' is none of the options`,
		'Only people who are listed as options can be chosen beforehand',
	);
}

interface ChoiceElement extends JsonObject {
	value: string;
}

/** @throws InputError when a value occurs twice: the clients would not tell which was chosen */
function readChoices(context: BuildContext, options: readonly Choice[] | undefined): ChoiceElement[] {
	const seen = new Set<string>();
	return (options ?? []).map((option, index) => {
		const which = `option ${index + 1}`;
		const value = requiredText(context, `the value of ${which}`, option.value);
		if (seen.has(value)) throw context.error(`the value '${value}' belongs to two options`, 'Values must differ');
		seen.add(value);
		const said = wordsOf(context, `the text of ${which}`, option.text);
		return { text: plain({ ...said, content: said.content || value }), value, ...iconOf(option.icon) };
	});
}
