/** Inputs of text, as blocks of their own and as inputs of a form. */
import type { JsonObject } from '../../../json';
import { choice, given, oneOf, optionalText, within, type BuildContext, type Builder } from '../context';
import { answering, controlled } from '../parts';
import type { InputBlock, TextInputOptions, Words } from '../types';
import { languagesOf, optionalWords } from '../words';

const TYPES = { text: 'text', multiline: 'multiline_text', password: 'password' } as const;
export type TextKind = keyof typeof TYPES;

/** Answers with its text once that is confirmed. */
export const input: Builder<InputBlock> = {
	name: 'Input',
	build(block, context) {
		const kind = oneOf(context, 'the kind', block.kind, Object.keys(TYPES) as TextKind[], 'text');
		return [
			{
				...textInput(context, kind, { ...block, label: block.title }),
				...given('name', optionalText(block.name)),
				...controlled(context, block),
				...answering(context, block.value),
			},
		];
	},
};

interface TextInput extends TextInputOptions {
	label?: Words;
	initial?: unknown;
}

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/input */
export function textInput(context: BuildContext, kind: TextKind, options: TextInput): JsonObject {
	const { initial, initialLanguages, maxLength, label, labelPosition } = options;
	const languages = languagesOf(context, 'the initial text', initialLanguages);
	return {
		tag: 'input',
		input_type: TYPES[kind],
		...given('default_value', optionalText(initial)),
		...(Object.keys(languages).length > 0 && { i18n_default_value: languages }),
		...(isGiven(maxLength) && { max_length: within(context, 'the length', maxLength, 1, 1000) }),
		...optionalWords(context, 'label', 'the label', label),
		...choice(context, 'label_position', 'the place of the label', labelPosition, ['top', 'left']),
		...(kind === 'multiline' && severalLines(context, options)),
		...(kind === 'password' && options.showIcon === false && { show_icon: false }),
	};
}

function severalLines(context: BuildContext, { rows, maxRows, grows }: TextInputOptions): JsonObject {
	return {
		...(isGiven(rows) && { rows: within(context, 'the number of rows', rows, 1, Infinity) }),
		...((grows ?? isGiven(maxRows)) && { auto_resize: true }),
		...(isGiven(maxRows) && { max_rows: within(context, 'the greatest number of rows', maxRows, 1, Infinity) }),
	};
}

function isGiven<Value>(value: Value | undefined): value is Value {
	return value !== undefined && value !== null && (value as unknown) !== '';
}
