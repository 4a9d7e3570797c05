/** Pickers of dates and times, as blocks of their own and as inputs of a form. */
import type { JsonObject } from '../../../json';
import { given, oneOf, optionalText, type BuildContext, type Builder } from '../context';
import { answering, controlled } from '../parts';
import type { DateBlock, DateKind } from '../types';

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

export const date: Builder<DateBlock> = {
	name: 'Date',
	build(block, context) {
		const kind = oneOf(context, 'the kind', block.kind, DATE_KINDS, 'date');
		return [
			{
				...datePicker(context, kind, optionalText(block.initial)),
				...given('name', optionalText(block.name)),
				...controlled(context, block, DATES[kind].placeholder),
				...answering(context, block.value),
			},
		];
	},
};

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
