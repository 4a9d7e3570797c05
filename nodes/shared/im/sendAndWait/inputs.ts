import type { FormInput } from '../../../../feishu/im/card';
import type { JsonObject } from '../../../../feishu/json';

/** An input of the form; its answer stands under the label. */
export interface Input extends Omit<FormInput, 'label' | 'options'> {
	label: string;
	options?: ReadonlyArray<{ text: string; value: string }>;
}

/** What was entered, alike from a card and from a page: days without a time zone, and null where nothing was answered. */
export function entered(inputs: readonly Input[], form: JsonObject): JsonObject {
	return Object.fromEntries(inputs.map((input) => [input.name, valueOf(input, form[input.name])]));
}

function valueOf({ kind }: Input, value: unknown): unknown {
	if (kind === 'checkbox') return value === true;
	if (value === undefined || isNothing(value)) return null;
	// A card adds the time zone of whoever answers: 2026-12-24 +0800.
	return kind === 'date' ? String(value).split(' ')[0] : value;
}

const isNothing = (value: unknown): boolean =>
	(typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);

/**
 * What is wrong with answers of which nobody has made sure before, as the platform does for cards.
 * @param form as `entered` gives it
 * @returns a sentence about the first that will not do; undefined when all will
 */
export function formProblem(inputs: readonly Input[], form: JsonObject): string | undefined {
	for (const { kind, name, label, required, options } of inputs) {
		const value = form[name];
		if (value === null) {
			if (required) return `'${label}' must be filled in.`;
			continue;
		}
		const values: unknown[] = Array.isArray(value) ? value : [value];
		if (options && !values.every((one) => options.some((option) => option.value === one)))
			return `'${label}' takes nothing but the choices that it offers.`;
		if (kind === 'date' && !isDay(String(value))) return `'${label}' must be a date such as 2026-12-24.`;
	}
	return undefined;
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
